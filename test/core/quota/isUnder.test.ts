import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isUnder } from "../../../src/core/quota/isUnder.ts";
import { people } from "../../../src/core/quota/people.ts";

describe("who is under a boss", () => {
  const staff = people([
    { repId: "r1", manager: "m1" },
    { repId: "r2", manager: "m2" },
    { repId: "m1", manager: "v1" },
    { repId: "m2", manager: "v1" },
    { repId: "v1" },
  ]);
  const under = (boss: string) =>
    ["r1", "r2", "m1", "m2", "v1", "nobody"].filter(isUnder({ key: boss }, staff));

  it("is the boss, the direct reports and theirs", () => {
    expect(under("v1")).toEqual(["r1", "r2", "m1", "m2", "v1"]);
    expect(under("m1")).toEqual(["r1", "m1"]);
    expect(under("r2")).toEqual(["r2"]);
  });

  it("agrees with a walk upwards of every person alone, circles included", () => {
    const keys = ["a", "b", "c", "d", "e", "f"];
    const bosses = fc.array(fc.option(fc.constantFrom(...keys)), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(bosses, fc.constantFrom(...keys), (managers, boss) => {
        const of = new Map(keys.map((key, at) => [key, managers[at] ?? undefined]));
        const managerOf = (key: string) => {
          const found = of.get(key);
          return found === undefined ? undefined : { key: found, label: found, rep: undefined };
        };
        const byHand = (key: string) => {
          let at: string | undefined = key;
          for (let step = 0; step <= keys.length && at !== undefined; step++, at = of.get(at))
            if (at === boss) return true;
          return false;
        };
        const found = isUnder({ key: boss }, { managerOf });
        expect(keys.map(found)).toEqual(keys.map(byHand));
      }),
    );
  });
});
