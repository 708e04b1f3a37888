import type { MoveReason } from "../../core/movement/moveReason.ts";
import type { Waterfall } from "../../core/movement/pipelineMovement.ts";
import { sayCount } from "../parts/words.ts";
import type { ReportTable, TableRow } from "../report.ts";
import type { Changes } from "./changes.ts";

/** The reasons of a waterfall that one column adds up. */
const PARTS: readonly {
  readonly id: string;
  readonly label: string;
  readonly reasons: readonly MoveReason[];
}[] = [
  { id: "new", label: "New", reasons: ["new"] },
  {
    id: "in",
    label: "Moved in",
    reasons: ["pulled_in", "pushed_in", "owner_in", "reopened", "stage_in"],
  },
  { id: "amounts", label: "Amounts", reasons: ["amount_up", "amount_down", "currency"] },
  {
    id: "out",
    label: "Moved out",
    reasons: ["pulled_out", "pushed_out", "owner_out", "deleted", "stage_out"],
  },
  { id: "lost", label: "Lost", reasons: ["lost"] },
  { id: "won", label: "Won", reasons: ["won"] },
];
const MOST_ROWS = 15;

type Numbers = Readonly<Record<string, number>>;

function numbersOf({ start, end, moves }: Waterfall): Numbers {
  const parts = PARTS.map(({ id, reasons }) => [
    id,
    reasons.reduce((sum, reason) => sum + moves[reason].amount, 0),
  ]);
  return { ...Object.fromEntries(parts), start, end, net: end - start };
}

const COLUMNS = ["start", ...PARTS.map(({ id }) => id), "end", "net"];

function sumOf(rows: readonly Numbers[]): Numbers {
  return Object.fromEntries(
    COLUMNS.map((id) => [id, rows.reduce((sum, row) => sum + (row[id] ?? 0), 0)]),
  );
}

const CHECK = `ROUND({@start}+${PARTS.map(({ id }) => `{@${id}}`).join("+")}-{@end},2)`;

/** A waterfall for each owner or team in a row of its own; those that changed least are one row together. */
export function groupTable(
  changes: Changes,
  id: string,
  heading: string,
  groups: ReadonlyMap<string, Waterfall>,
): ReportTable {
  const all = [...groups]
    .map(([name, waterfall]) => ({ name, numbers: numbersOf(waterfall), check: waterfall.check }))
    .sort((a, b) => size(b.numbers) - size(a.numbers) || (a.name < b.name ? -1 : 1));
  const shown = all.length > MOST_ROWS ? all.slice(0, MOST_ROWS - 1) : all;
  const rest = all.slice(shown.length);
  const row = (key: string, name: string, numbers: Numbers): TableRow => ({
    key,
    cells: { name, ...numbers, check: 0 },
    formulas: { net: "{@end}-{@start}", check: CHECK },
  });
  const total = sumOf(all.map(({ numbers }) => numbers));
  const money = (column: string, label: string) =>
    ({ id: column, label, format: "money", span: 1 }) as const;
  return {
    id,
    columns: [
      { id: "name", label: heading, format: "text", span: 2 },
      money("start", "Start"),
      ...PARTS.map((part) => money(part.id, part.label)),
      money("end", "End"),
      money("net", "Change"),
      { id: "check", label: "Check", format: "number", span: 1 },
    ],
    rows: [
      ...shown.map(({ name, numbers }) => row(name || "(none)", name || "No owner", numbers)),
      ...(rest.length === 0
        ? []
        : [
            row(
              "(others)",
              sayCount(rest.length, "other"),
              sumOf(rest.map(({ numbers }) => numbers)),
            ),
          ]),
    ],
    total:
      all.length === 0
        ? undefined
        : {
            key: "total",
            cells: { name: "Total", ...total },
            formulas: Object.fromEntries(
              COLUMNS.map((column) => [column, `SUM({${id}.${column}})`]),
            ),
          },
    more: changes.book.currency === "" ? undefined : `Amounts in ${changes.book.currency}.`,
    empty: "No open deal closes in the period on either day.",
  };
}

const size = (numbers: Numbers) =>
  PARTS.reduce((sum, { id }) => sum + Math.abs(numbers[id] ?? 0), 0) +
  Math.abs(numbers.start ?? 0) * 1e-6;

/** Open amounts by stage at both ends. */
export function stageTable({ byStage, book }: Changes): ReportTable {
  const order = book.standings.stages.ordered.map(({ stage }) => stage);
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  const rows = [...byStage].sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1));
  const sum = (id: string) => `SUM({stages.${id}})`;
  const total = {
    deals: rows.reduce((all, [, { startDeals }]) => all + startDeals, 0),
    start: rows.reduce((all, [, { start }]) => all + start, 0),
    dealsNow: rows.reduce((all, [, { endDeals }]) => all + endDeals, 0),
    end: rows.reduce((all, [, { end }]) => all + end, 0),
  };
  return {
    id: "stages",
    columns: [
      { id: "stage", label: "Stage", format: "text", span: 3 },
      { id: "deals", label: "Deals, start", format: "integer", span: 1 },
      { id: "start", label: "Start", format: "money", span: 2 },
      { id: "dealsNow", label: "Deals, end", format: "integer", span: 1 },
      { id: "end", label: "End", format: "money", span: 2 },
      { id: "net", label: "Change", format: "money", span: 2 },
    ],
    rows: rows.map(([stage, { start, end, startDeals, endDeals }]) => ({
      key: stage,
      cells: { stage, deals: startDeals, start, dealsNow: endDeals, end, net: end - start },
      formulas: { net: "{@end}-{@start}" },
    })),
    total:
      rows.length === 0
        ? undefined
        : {
            key: "total",
            cells: { stage: "Total", ...total, net: total.end - total.start },
            formulas: {
              deals: sum("deals"),
              start: sum("start"),
              dealsNow: sum("dealsNow"),
              end: sum("end"),
              net: sum("net"),
            },
          },
    empty: "No open deal closes in the period on either day.",
  };
}
