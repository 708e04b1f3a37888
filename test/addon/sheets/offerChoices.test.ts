import { describe, expect, it } from "vitest";
import { decisionOf } from "../../../src/core/duplicates/decisionOf.ts";
import { acceptanceOf } from "../../../src/core/hygiene/cleanUpItem.ts";
import { sampleHost } from "../sampleHost.ts";

describe("the sheets that a person decides in", () => {
  it("offer what can be chosen, in every row, and words that are understood", () => {
    const host = sampleHost();
    for (const name of ["duplicates", "data-quality"]) host.ask("revopsReport", { name });
    const offered = (sheet: string, heading: string) => {
      const column = host.cells(sheet)[0]!.indexOf(heading) + 1;
      const rule = host.sheet(sheet)?.validations.find(({ area }) => area.column === column);
      expect(rule, sheet).toMatchObject({ allowInvalid: true, area: { row: 2, columns: 1 } });
      expect(rule?.area.rows, sheet).toBe(host.sheet(sheet)!.rows - 1);
      return rule?.values;
    };
    const decisions = offered("Duplicate pairs", "Decision") as string[];
    expect(decisions.map(decisionOf)).toEqual([true, false]);
    const acceptances = offered("Clean-up list", "Decision") as string[];
    expect(acceptances.map(acceptanceOf)).toEqual([true, false]);
    expect(offered("Action register", "Status")).toEqual([
      ...["To do", "In progress", "Done", "Dropped"],
    ]);
  });
});
