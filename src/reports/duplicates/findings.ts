import type { Day } from "../../core/calendar/day.ts";
import { evidenceOf } from "../parts/evidence.ts";
import { severityRank } from "../parts/severityRank.ts";
import { sayCount, sayMoney, sayNumber } from "../parts/words.ts";
import type { Finding } from "../report.ts";
import { type Found, questionsOf } from "./find.ts";
import { TARGET } from "./tables.ts";

/** One finding for each kind of record that has duplicates; deals that stand twice in the pipeline first. */
export function duplicateFindings(
  found: readonly Found[],
  currency: string,
  due: Day,
): readonly Finding[] {
  const merges = found.flatMap(({ subject, groups }): Finding[] => {
    if (groups.length === 0) return [];
    const merged = groups.flatMap(({ merge }) => merge.map(({ record }) => record));
    const sorted = [...merged].sort((a, b) => (b.openAmount ?? 0) - (a.openAmount ?? 0));
    const value = merged.reduce((sum, { openAmount }) => sum + (openAmount ?? 0), 0);
    const isMany = merged.length / subject.records.length >= TARGET;
    return [
      {
        id: `merge_${subject.label.toLowerCase()}`,
        matter: `merge_${subject.label.toLowerCase()}`,
        severity: value > 0 ? "high" : isMany ? "medium" : "low",
        what: `${subject.label}: ${sayCount(merged.length, "record")} of ${sayNumber(subject.records.length)} ${merged.length === 1 ? "stands" : "stand"} twice${value > 0 ? `, ${sayMoney(value, currency)} counted twice` : ""}.`,
        ...evidenceOf(sorted, ({ id }) => id),
        ...(value > 0 && { amount: value }),
        action: "Merge in the CRM as sheet Merge proposals says.",
        owner: "Each owner",
        due,
      },
    ];
  });
  const unsure = found.flatMap(questionsOf).flat();
  const decide: readonly Finding[] =
    unsure.length === 0
      ? []
      : [
          {
            id: "decide",
            severity: "low",
            what: `${sayCount(unsure.length, "pair")} may be one record or two.`,
            ...evidenceOf(unsure, ({ a }) => a.id),
            action: "Write same or not same in sheet Duplicate pairs; the next run keeps to it.",
            due,
          },
        ];
  return [...merges, ...decide].sort((a, b) => severityRank[a.severity] - severityRank[b.severity]);
}
