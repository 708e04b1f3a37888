import { upperFirst } from "../../core/firstLetter.ts";
import { ruleLimits } from "../../core/hygiene/ruleSetting.ts";
import type { Book } from "../book.ts";
import { CHARACTERS } from "../parts/detailDeals.ts";
import { unitOf } from "../parts/unit.ts";
import { shorten } from "../parts/words.ts";
import type { ReportTable, TableRow } from "../report.ts";
import { atStake, type Inspection } from "./inspect.ts";

const SIGNS = { high: "▼ high", medium: "● medium", low: "low" } as const;

/** Every rule that was checked, with its exact condition, how many records break it and what is at stake. */
export function rulesTable(book: Book, { records, checked }: Inspection): ReportTable {
  const counts = new Map(checked.map(({ id }) => [id, { hits: 0, known: 0, stake: 0 }]));
  for (const { deal, hits } of records) {
    for (const { rule } of hits) {
      const count = counts.get(rule.id);
      if (count === undefined) continue;
      count.hits++;
      const stake = atStake(deal);
      if (stake === undefined) continue;
      count.known++;
      count.stake += stake;
    }
  }
  const { options, hygieneRules } = book.request.settings;
  const limits = { ...options, rules: ruleLimits(hygieneRules) };
  const unit = unitOf(book);
  const rows = checked.map((rule): TableRow => {
    const { hits = 0, known = 0, stake = 0 } = counts.get(rule.id) ?? {};
    return {
      key: rule.id,
      cells: {
        rule: rule.label,
        // A rule that nothing breaks gives no cause for colour.
        severity: hits === 0 ? rule.severity : SIGNS[rule.severity],
        hits,
        stake: hits > 0 && known === 0 ? undefined : stake,
        condition: rule.condition(limits),
      },
    };
  });
  const hits = rows.reduce((sum, row) => sum + Number(row.cells.hits), 0);
  return {
    id: "rules",
    columns: [
      { id: "rule", label: "Rule", format: "text", span: 3 },
      {
        id: "severity",
        label: "Severity",
        format: "text",
        span: 1,
        status: { "▼ high": "bad", "● medium": "warning" },
      },
      { id: "hits", label: "Records", format: "integer", span: 1, bar: true },
      { id: "stake", label: `At stake${unit}`, format: "money", span: 1 },
      { id: "condition", label: "Condition", format: "text", span: 6 },
    ],
    rows: rows.sort((a, b) => Number(b.cells.hits) - Number(a.cells.hits)),
    total:
      rows.length === 0
        ? undefined
        : {
            key: "total",
            cells: { rule: "Issues", hits },
            formulas: { hits: "SUM({rules.hits})" },
          },
    empty: "No rule could be checked.",
  };
}

/** Rules beside those of the score, as the same table. */
export function furtherTable(book: Book, inspection: Inspection): ReportTable {
  const table = rulesTable(book, inspection);
  return {
    ...table,
    id: "further_rules",
    total: undefined,
    empty: "None of them could be checked.",
  };
}

/** Rules that the data does not allow to check, and why. */
export function uncheckedTable({ unchecked }: Inspection, fields: readonly string[]): ReportTable {
  const rows = unchecked.map(
    ({ rule, why }): TableRow => ({
      key: rule.id,
      cells: { rule: rule.label, why: upperFirst(why) },
    }),
  );
  const more =
    fields.length === 0
      ? []
      : [
          {
            key: "required",
            cells: {
              rule: "Required fields",
              why: shorten(`Not in the data: ${fields.join(", ")}`, 8 * CHARACTERS),
            },
          },
        ];
  return {
    id: "unchecked",
    columns: [
      { id: "rule", label: "Rule", format: "text", span: 4 },
      { id: "why", label: "Not checked, because", format: "text", span: 8 },
    ],
    rows: [...rows, ...more],
    empty: "Every rule could be checked.",
  };
}
