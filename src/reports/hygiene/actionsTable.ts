import type { ReportTable } from "../report.ts";
import type { Inspection } from "./inspect.ts";

/** How many records ask to be closed out, updated or moved on; a record counts by its gravest kind. */
export function actionsTable(inspection: Inspection, knowsAmounts: boolean): ReportTable {
  const kinds = [
    ["Close", "Close out or disqualify"],
    ["Update", "Correct or complete in the CRM"],
    ["Accelerate", "Sound but slow: act with the customer"],
    ["Maintain", "Nothing to do"],
  ] as const;
  const counts = new Map<string, { deals: number; amount: number }>();
  for (const { deal, hits } of inspection.records) {
    const kind =
      kinds.find(([id]) => hits.some(({ rule }) => rule.cleanUp === id))?.[0] ?? "Maintain";
    const known = counts.get(kind) ?? { deals: 0, amount: 0 };
    known.deals++;
    known.amount += deal.standing.status === "open" ? (deal.standing.amount ?? 0) : 0;
    counts.set(kind, known);
  }
  return {
    id: "actions",
    columns: [
      { id: "kind", label: "Kind", format: "text", span: 2 },
      { id: "meaning", label: "Meaning", format: "text", span: 4 },
      { id: "deals", label: "Records", format: "integer", span: 1, bar: true },
      { id: "amount", label: "Open value", format: "money", span: 2 },
    ],
    rows:
      inspection.records.length === 0
        ? []
        : kinds.map(([id, meaning]) => ({
            key: id,
            cells: {
              kind: id,
              meaning,
              deals: counts.get(id)?.deals ?? 0,
              amount: knowsAmounts ? (counts.get(id)?.amount ?? 0) : undefined,
            },
          })),
    empty: "There is no record to act on.",
  };
}
