import { describe, expect, it } from "vitest";
import { managerLoop } from "../../../src/core/quota/managerLoop.ts";

describe("managerLoop", () => {
  it("finds nothing where everybody's managers end somewhere", () => {
    expect(managerLoop([])).toBeUndefined();
    expect(
      managerLoop([
        { repId: "1", name: "Ana", manager: "Bo" },
        { repId: "2", name: "Bo", manager: "cy@x.co" },
        { repId: "3", name: "Cy", email: "cy@x.co", manager: "the board" },
        { repId: "4", manager: "2" },
      ]),
    ).toBeUndefined();
  });

  it("finds a loop through ids, names and addresses, without those who only lead to it", () => {
    const loop = managerLoop([
      { repId: "9", name: "Dee", manager: "1" },
      { repId: "1", name: "Ana", manager: "bo" },
      { repId: "2", name: "Bo", manager: "cy@x.co" },
      { repId: "3", name: "Cy", email: "cy@x.co", manager: "Ana" },
    ]);
    expect(loop).toHaveLength(3);
    expect(new Set(loop)).toEqual(new Set(["1", "2", "3"]));
  });

  it("takes somebody who is his own manager for a loop of one", () => {
    expect(managerLoop([{ repId: "1", name: "Ana", manager: "ana" }])).toEqual(["1"]);
  });

  it("copes with long chains", () => {
    const chain = Array.from({ length: 5000 }, (_, at) => ({
      repId: `r${at}`,
      manager: `r${at + 1}`,
    }));
    expect(managerLoop(chain)).toBeUndefined();
    expect(managerLoop([...chain, { repId: "r5000", manager: "r0" }])).toHaveLength(5001);
  });
});
