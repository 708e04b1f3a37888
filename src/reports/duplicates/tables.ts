import { type FieldWeights, levelRatio } from "../../core/duplicates/learnWeights.ts";
import { CLOSE, DIFFERENT, SAME } from "../../core/duplicates/matchField.ts";
import { share } from "../parts/tally.ts";
import { unitOf } from "../parts/unit.ts";
import type { ReportTable, TableRow } from "../report.ts";
import { agreement, type Found, type FoundPair, type Group, questionsOf } from "./find.ts";
import type { Numbers } from "./numbers.ts";

const MOST_ROWS = 15;

/** Share of records that stand twice from which a sheet is no longer clean. */
export const TARGET = 0.05;

export function sheetsTable(numbers: Numbers, currency: string): ReportTable {
  const rows = numbers.bySheet.map(
    ({ sheet, records, surplus, groups, toDecide, value }): TableRow => ({
      key: sheet,
      cells: {
        sheet,
        records,
        groups,
        surplus,
        share: share(surplus, records),
        decide: toDecide,
        value: sheet === "Opportunities" ? value : undefined,
      },
      formulas: { share: "{@surplus}/{@records}" },
    }),
  );
  const unit = unitOf({ currency });
  return {
    id: "sheets",
    columns: [
      { id: "sheet", label: "Sheet", format: "text", span: 2 },
      { id: "records", label: "Records compared", format: "integer", span: 2 },
      { id: "groups", label: "Groups", format: "integer", span: 1 },
      { id: "surplus", label: "To merge", format: "integer", span: 2, bar: true },
      { id: "share", label: "Share", format: "percent", span: 1 },
      { id: "decide", label: "Pairs to decide", format: "integer", span: 2 },
      { id: "value", label: `Counted twice${unit}`, format: "money", span: 2 },
    ],
    rows,
    total:
      rows.length === 0
        ? undefined
        : {
            key: "total",
            cells: {
              sheet: "Total",
              records: numbers.records,
              groups: numbers.groups,
              surplus: numbers.surplus,
              decide: numbers.toDecide,
            },
            formulas: Object.fromEntries(
              ["records", "groups", "surplus", "decide"].map((id) => [id, `SUM({sheets.${id}})`]),
            ),
          },
    empty: "There are no two records to compare.",
  };
}

const questionColumns: ReportTable["columns"] = [
  { id: "sheet", label: "Sheet", format: "text", span: 1 },
  { id: "name", label: "Record", format: "text", span: 2 },
  { id: "other", label: "Other records", format: "text", span: 2 },
  { id: "pairs", label: "Pairs", format: "integer", span: 1 },
  { id: "probability", label: "Likeliest", format: "percent", span: 1 },
  { id: "agrees", label: "Agrees on", format: "text", span: 3 },
  { id: "differs", label: "Differs in", format: "text", span: 2 },
];

/** Records that may be one in a line, with what speaks for the likeliest pair. */
function questionRow(pairs: readonly FoundPair[]): TableRow[] {
  const [likeliest] = pairs;
  if (likeliest === undefined) return [];
  const records = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
  const { a: first, score } = likeliest;
  return [
    {
      key: `${first.table.sheet}/${first.id}/${likeliest.b.table.sheet}/${likeliest.b.id}`,
      cells: {
        sheet: first.table.sheet,
        name: first.name,
        other: records
          .filter((record) => record !== first)
          .map(({ name, table }) => (table === first.table ? name : `${name} (${table.sheet})`))
          .join(", "),
        pairs: pairs.length,
        probability: score.probability,
        agrees: agreement(score, "same", "close"),
        differs: agreement(score, "different"),
      },
    },
  ];
}

const moreLine = (all: number, sheet: string) =>
  all > MOST_ROWS ? `${all - MOST_ROWS} more in sheet ${sheet}` : undefined;

export function decideTable(found: readonly Found[]): ReportTable {
  const questions = found.flatMap(questionsOf);
  return {
    id: "to_decide",
    columns: questionColumns,
    rows: questions.slice(0, MOST_ROWS).flatMap(questionRow),
    more: moreLine(questions.length, "Duplicate pairs"),
    empty: "Nothing is in doubt.",
  };
}

/** The source of the record kept, where another one has a different source. */
function elsewhere({ source }: Group["keep"], merge: Group["merge"]): readonly string[] {
  const differs = merge.some(
    ({ record }) => record.source !== undefined && record.source !== source,
  );
  return source !== undefined && differs ? [source] : [];
}

/** The groups to merge, those with the most open value and then the most records first. */
export function groupsTable(found: readonly Found[], currency: string): ReportTable {
  const groups = found
    .flatMap((one) => one.groups)
    .map((group) => ({
      group,
      value: group.merge.reduce((sum, { record }) => sum + (record.openAmount ?? 0), 0),
    }))
    .sort((a, b) => b.value - a.value || b.group.merge.length - a.group.merge.length);
  const unit = unitOf({ currency });
  return {
    id: "groups",
    columns: [
      { id: "sheet", label: "Sheet", format: "text", span: 1 },
      { id: "keep", label: "Keep", format: "text", span: 3 },
      { id: "merge", label: "Merge into it", format: "text", span: 3 },
      { id: "records", label: "Records", format: "integer", span: 1 },
      { id: "probability", label: "Least sure", format: "percent", span: 1 },
      { id: "agrees", label: "Agrees on", format: "text", span: 2 },
      { id: "value", label: `Twice${unit}`, format: "money", span: 1 },
    ],
    rows: groups.slice(0, MOST_ROWS).map(({ group: { keep, merge }, value }, at) => {
      const [first] = [...merge].sort((a, b) => a.score.weight - b.score.weight);
      return {
        key: `${keep.table.sheet}/${keep.id}/${at}`,
        cells: {
          sheet: keep.table.sheet,
          keep: `${keep.name} (${[keep.id, ...elsewhere(keep, merge)].join(", ")})`,
          merge: merge
            .map(({ record }) =>
              [
                record.id,
                record.table === keep.table ? "" : ` of ${record.table.sheet}`,
                record.source === undefined || record.source === keep.source
                  ? ""
                  : ` (${record.source})`,
              ].join(""),
            )
            .join(", "),
          records: merge.length + 1,
          probability: first?.score.probability,
          agrees: first === undefined ? "" : agreement(first.score, "same", "close"),
          value: value > 0 ? value : undefined,
        },
      };
    }),
    more: moreLine(groups.length, "Merge proposals"),
    empty: "No two records are surely the same.",
  };
}

/** What each field's agreement is worth, as learned from the records. */
export function weightsTable(found: readonly Found[]): ReportTable {
  const bits = (weights: FieldWeights, level: number) =>
    Math.round(Math.log2(levelRatio(weights, level)) * 100) / 100 || 0;
  return {
    id: "weights",
    columns: [
      { id: "subject", label: "Compared", format: "text", span: 2 },
      { id: "field", label: "Field", format: "text", span: 3 },
      { id: "same", label: "Same, bits", format: "number", span: 2 },
      { id: "close", label: "Close, bits", format: "number", span: 2 },
      { id: "different", label: "Different, bits", format: "number", span: 2 },
    ],
    rows: found.flatMap(({ subject, search, state }) =>
      search.fields.flatMap(({ field, filled }, at): TableRow[] => {
        const weights = state.weights.fields[at];
        if (weights === undefined || filled === 0) return [];
        return [
          {
            key: `${subject.label}/${field.id}`,
            cells: {
              subject: subject.label,
              field: field.label,
              same: bits(weights, SAME),
              close: bits(weights, CLOSE),
              different: field.isDecisive ? -30 : bits(weights, DIFFERENT),
            },
          },
        ];
      }),
    ),
    empty: "There are no two records to compare.",
  };
}
