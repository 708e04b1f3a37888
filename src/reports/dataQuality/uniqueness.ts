import type { Book } from "../book.ts";
import type { Found } from "../duplicates/find.ts";
import { numbersOf } from "../duplicates/numbers.ts";
import type { Failing, QualityCheck } from "./check.ts";

/** Records that are to be merged into another, sheet by sheet. */
export function uniquenessChecks(book: Book, found: readonly Found[]): readonly QualityCheck[] {
  const failing = new Map<string, Failing[]>();
  for (const { groups } of found) {
    for (const { keep, merge } of groups) {
      for (const { record } of merge) {
        const list = failing.get(record.table.sheet) ?? [];
        failing.set(record.table.sheet, list);
        list.push({
          id: record.id,
          name: record.name,
          owner: (record.owner ?? "") === "" ? undefined : book.people.find(record.owner).label,
          found: `The same as ${keep.id}`,
          amount: record.openAmount,
        });
      }
    }
  }
  return numbersOf(found).bySheet.map(
    ({ sheet, records }): QualityCheck => ({
      id: `${sheet}.duplicate`,
      sheet,
      label: "Stands twice",
      dimension: "uniqueness",
      severity: sheet === "Opportunities" ? "high" : "medium",
      condition: "Surely the same as another record, by the report Duplicates",
      action: "Merge as sheet Merge proposals says",
      checked: records,
      failing: failing.get(sheet) ?? [],
    }),
  );
}
