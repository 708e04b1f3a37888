import type { Book } from "../book.ts";
import { coverageOf } from "../forecast/numbers.ts";
import { canMatch } from "../parts/detailDeals.ts";
import { withShownFormulas } from "../parts/shownFormulas.ts";
import { unitOf } from "../parts/unit.ts";
import type { FormulaTemplate, ReportTable, Status, TableColumn } from "../report.ts";
import type { Attainment } from "./numbers.ts";

export const STATUS_COLOURS: Readonly<Record<string, Status>> = {
  "▲ Exceeding": "good",
  "▲ On Track": "good",
  "● At Risk": "warning",
  "▼ Critical": "bad",
  "No quota": "neutral",
  "Not known": "neutral",
};

export type AttainmentRow = {
  readonly key: string;
  readonly label: string;
  readonly numbers: Attainment;
  readonly open: number | undefined;
  readonly status: string;
  /** People in a group; undefined for a single person. */
  readonly people?: number;
};

const WON = (criterion: string) => `{deals.owner},${criterion},{deals.counts},"In period"`;

const SAME_ROW: Readonly<Record<string, FormulaTemplate>> = {
  attainment: "{@closed}/{@quota}",
  pace: "{@closed}/({@quota}*{=expected_share})-1",
  share: "{@projected}/{@quota}",
  required: "MAX(0,{@quota}-{@closed})/{=working_days_left}",
  coverage: "{@open}/({@quota}-{@closed})",
};

function columns(book: Book, heading: string, isGroup: boolean, hasQuota: boolean): TableColumn[] {
  const unit = unitOf(book);
  const people: TableColumn = { id: "people", label: "People", format: "integer", span: 1 };
  const coverage: TableColumn = { id: "coverage", label: "Coverage", format: "ratio", span: 1 };
  const name: TableColumn = { id: "name", label: heading, format: "text", span: 2 };
  const closed: TableColumn = { id: "closed", label: `Closed${unit}`, format: "money", span: 1 };
  const projected: TableColumn = {
    id: "projected",
    label: `Projected${unit}`,
    format: "money",
    span: 1,
  };
  const open: TableColumn = { id: "open", label: `Open${unit}`, format: "money", span: 1 };
  if (!hasQuota) {
    const wide = [{ ...closed, bar: true }, projected, open].map((one) => ({ ...one, span: 2 }));
    return [{ ...name, span: 3 }, ...(isGroup ? [people] : []), ...wide];
  }
  return [
    name,
    ...(isGroup ? [people] : []),
    { id: "quota", label: `Quota${unit}`, format: "money", span: 1 },
    closed,
    { id: "attainment", label: "Attainment", format: "percent", span: 1, bar: true },
    { id: "pace", label: "Pace", format: "percent", span: 1 },
    projected,
    { id: "share", label: "Projected, %", format: "percent", span: 1 },
    { id: "required", label: "Needed a day", format: "money", span: 1 },
    open,
    ...(isGroup ? [] : [coverage]),
    { id: "status", label: "Status", format: "text", span: 1, status: STATUS_COLOURS },
  ];
}

function cells({ label, numbers, open, status, people }: AttainmentRow) {
  const { quota, closed, attainment, pace, projected, projectedShare, required } = numbers;
  return {
    name: label,
    people,
    quota,
    closed,
    attainment,
    pace,
    projected,
    share: projectedShare,
    required,
    open,
    coverage: coverageOf(open, quota, closed),
    status,
  };
}

function formulasOf(
  row: AttainmentRow,
  all: Readonly<Record<string, FormulaTemplate>>,
  leftOut: readonly string[],
): Record<string, FormulaTemplate> {
  const values: Readonly<Record<string, unknown>> = cells(row);
  return Object.fromEntries(
    Object.entries(all).filter(([id]) => values[id] !== undefined && !leftOut.includes(id)),
  );
}

/**
 * Quota, closed, attainment, pace, projection and required rate by person, team or manager. `deals` are SUMIFS over the
 * list of won deals, for rows that its owner column names.
 */
export function attainmentTable(
  book: Book,
  question: {
    readonly id: string;
    readonly heading: string;
    readonly rows: readonly AttainmentRow[];
    readonly total: AttainmentRow | undefined;
    readonly isGroup: boolean;
    readonly daysLeft: number;
    readonly empty: string;
  },
): ReportTable {
  const { id, heading, rows, isGroup, daysLeft } = question;
  const leftOut = daysLeft === 0 ? ["required", "projected"] : [];
  const deals: Readonly<Record<string, FormulaTemplate>> = {
    closed: `SUMIFS({deals.amount},${WON("{@name}")})`,
    projected:
      '{@closed}+{=working_days_left}*SUMIFS({deals.amount},{deals.owner},{@name},{deals.recent},"Yes")/{=recent_working_days}',
  };
  const sums = ["people", "quota", "closed", "projected", "open"];
  const totals = Object.fromEntries(sums.map((column) => [column, `SUM({${id}.${column}})`]));
  const rowFormulas = (row: AttainmentRow) =>
    formulasOf(row, { ...SAME_ROW, ...(!isGroup && canMatch(row.label) ? deals : {}) }, leftOut);
  const { total } = question;
  const hasQuota = rows.some(({ numbers }) => numbers.quota !== undefined);
  const shown = columns(book, heading, isGroup, hasQuota);
  return {
    id,
    columns: shown,
    rows: rows.map((row) =>
      withShownFormulas({ key: row.key, cells: cells(row), formulas: rowFormulas(row) }, shown),
    ),
    total:
      total === undefined || rows.length === 0
        ? undefined
        : withShownFormulas(
            {
              key: "total",
              cells: cells(total),
              formulas: formulasOf(
                total,
                { ...totals, ...SAME_ROW },
                daysLeft === 0 ? ["required"] : [],
              ),
            },
            shown,
          ),
    empty: question.empty,
  };
}
