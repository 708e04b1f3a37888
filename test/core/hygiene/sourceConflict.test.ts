import { describe, expect, it } from "vitest";
import { sourceConflict } from "../../../src/core/hygiene/sourceConflict.ts";

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
const of = (values: readonly [string, string], system: string) =>
  sourceConflict({ sheets: ["Opportunities", "Accounts"], values }, system, isSame);

describe("sourceConflict", () => {
  it("believes the system of record, whichever of the two it is", () => {
    expect(of(["Acme", "Beta"], "Accounts")).toEqual({
      right: 1,
      wrong: 0,
      value: "Beta",
      other: "Acme",
    });
    expect(of(["Acme", "Beta"], "Opportunities")).toMatchObject({ right: 0, value: "Acme" });
  });

  it("believes the first where the system of record is neither", () => {
    expect(of(["Acme", "Beta"], "Elsewhere")).toMatchObject({ right: 0 });
  });

  it("finds none in what is the same, and in what one source does not say", () => {
    expect(of(["Acme", "ACME"], "Accounts")).toBeUndefined();
    expect(of(["", "Beta"], "Accounts")).toBeUndefined();
    expect(of(["Acme", ""], "Accounts")).toBeUndefined();
  });
});
