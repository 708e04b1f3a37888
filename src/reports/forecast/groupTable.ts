import type { Book, BookDeal } from "../book.ts";
import { canMatch, sumDeals } from "../parts/detailDeals.ts";
import { withShownFormulas } from "../parts/shownFormulas.ts";
import { tally, total } from "../parts/tally.ts";
import { sayCount } from "../parts/words.ts";
import type { FormulaTemplate, ReportTable, TableColumn, TableRow, Value } from "../report.ts";
import { coverageOf, gapTo, hasCategories, plus } from "./numbers.ts";

export type Group = {
  readonly key: string;
  readonly label: string;
};

export type GroupQuestion = {
  readonly id: string;
  readonly heading: string;
  readonly book: Book;
  readonly groupOf: (deal: BookDeal) => Group;
  /** Quota of each group by its key; undefined leaves the quota columns out. */
  readonly quotas?: ReadonlyMap<string, { readonly group: Group; readonly amount: number }>;
  /** True when the deals table has a column of this grouping, so that SUMIFS can add it up. */
  readonly formulas: boolean;
  /** False when the data holds no closed deal: nobody knows then what was won. */
  readonly knowsWon: boolean;
  /** False when no open deal has a close date: nobody knows then what closes in the period. */
  readonly knowsOpen: boolean;
};

type Members = { readonly group: Group; readonly won: BookDeal[]; readonly open: BookDeal[] };

/** Rows that a table of people or groups shows before the rest becomes one row. */
const MOST_ROWS = 25;

const amountOf = ({ standing }: BookDeal) => standing.amount;
const weightedOf = ({ standing }: BookDeal) => standing.weighted;

function members({ book, groupOf, quotas }: GroupQuestion): Members[] {
  const groups = new Map<string, Members>();
  const of = (group: Group): Members => {
    const known = groups.get(group.key);
    if (known !== undefined) return known;
    const fresh = { group, won: [], open: [] };
    groups.set(group.key, fresh);
    return fresh;
  };
  for (const { group } of quotas?.values() ?? []) of(group);
  for (const deal of book.won) of(groupOf(deal)).won.push(deal);
  for (const deal of book.open) of(groupOf(deal)).open.push(deal);
  return [...groups.values()];
}

type Cells = Readonly<Record<string, Value>>;

function cellsOf(
  label: string,
  won: readonly BookDeal[] | undefined,
  open: readonly BookDeal[] | undefined,
  quota: number | undefined,
) {
  const wonSum = won === undefined ? undefined : total(tally(won, amountOf));
  const openSum = open === undefined ? undefined : total(tally(open, amountOf));
  const weighted = open === undefined ? undefined : total(tally(open, weightedOf));
  const expected = plus(wonSum, weighted);
  const ofCategory = (category: string) =>
    open === undefined
      ? undefined
      : total(
          tally(
            open.filter(({ standing }) => standing.category === category),
            amountOf,
          ),
        );
  const cells = {
    name: label,
    deals: open?.length,
    won: wonSum,
    commit: ofCategory("Commit"),
    best: ofCategory("Best Case"),
    open: openSum,
    weighted,
    expected,
    quota,
    gap: gapTo(quota, expected),
    coverage: coverageOf(openSum, quota, wonSum),
  };
  return cells;
}

const SAME_ROW: Readonly<Record<string, FormulaTemplate>> = {
  expected: "{@won}+{@weighted}",
  gap: "MAX(0,{@quota}-{@expected})",
  coverage: 'IF({@quota}-{@won}>0,{@open}/({@quota}-{@won}),"")',
};

/** Only a cell with a value gets its formula: a formula would turn an unknown into 0. */
function known(
  formulas: Readonly<Record<string, FormulaTemplate>>,
  cells: Cells,
): Record<string, FormulaTemplate> {
  return Object.fromEntries(Object.entries(formulas).filter(([id]) => cells[id] !== undefined));
}

function rowFormulas(label: string, cells: Cells, summable: boolean) {
  if (!summable || !canMatch(label)) return known(SAME_ROW, cells);
  const name = { owner: "{@name}" };
  const open = (column: "amount" | "weighted", more: Readonly<Record<string, string>> = {}) =>
    `${sumDeals(column, { ...name, ...more, status: '"Open"' })}+${sumDeals(column, { ...name, ...more, status: '"Overdue"' })}`;
  return known(
    {
      won: sumDeals("amount", { ...name, status: '"Won"' }),
      commit: open("amount", { category: '"Commit"' }),
      best: open("amount", { category: '"Best Case"' }),
      open: open("amount"),
      weighted: open("weighted"),
      ...SAME_ROW,
    },
    cells,
  );
}

function columns({ heading, book, quotas }: GroupQuestion): TableColumn[] {
  const money = (id: string, label: string): TableColumn => ({
    id,
    label,
    format: "money",
    span: 1,
  });
  // The unit stands once: beside every one of so many headings it would take a second line.
  const unit = book.currency === "" ? "" : `, amounts in ${book.currency}`;
  const withQuota: TableColumn[] = [
    money("quota", "Quota"),
    money("gap", "Gap"),
    { id: "coverage", label: "Coverage", format: "ratio", span: 1 },
  ];
  return [
    { id: "name", label: `${heading}${unit}`, format: "text", span: quotas === undefined ? 3 : 2 },
    { id: "deals", label: "Open deals", format: "integer", span: 1 },
    money("won", "Won"),
    ...(hasCategories(book.open) ? [money("commit", "Commit"), money("best", "Best case")] : []),
    money("open", "Open"),
    money("weighted", "Weighted"),
    { ...money("expected", "Expected"), bar: quotas === undefined },
    ...(quotas === undefined ? [] : withQuota),
  ];
}

/** What each owner, team, segment or region won and has open in the period, the largest expected amount first. */
export function groupTable(question: GroupQuestion): ReportTable {
  const { id, book, quotas, formulas } = question;
  const all = members(question)
    .map((member) => {
      const quota = quotas?.get(member.group.key)?.amount;
      return {
        ...member,
        quota,
        cells: cellsOf(
          member.group.label,
          question.knowsWon ? member.won : undefined,
          question.knowsOpen ? member.open : undefined,
          quota,
        ),
      };
    })
    .sort(
      (a, b) =>
        (b.cells.expected ?? 0) - (a.cells.expected ?? 0) ||
        (b.quota ?? 0) - (a.quota ?? 0) ||
        (a.group.label < b.group.label ? -1 : 1),
    );
  const shown = all.length > MOST_ROWS ? all.slice(0, MOST_ROWS - 1) : all;
  const rest = all.slice(shown.length);
  const rows: TableRow[] = shown.map(({ group, cells }) => ({
    key: group.key === "" ? "(none)" : group.key,
    cells,
    formulas: rowFormulas(group.label, cells, formulas),
  }));
  if (rest.length > 0) {
    const quota = rest.some((member) => member.quota !== undefined)
      ? rest.reduce((sum, member) => sum + (member.quota ?? 0), 0)
      : undefined;
    const cells = cellsOf(
      `${sayCount(rest.length, "other")}`,
      question.knowsWon ? rest.flatMap((member) => member.won) : undefined,
      question.knowsOpen ? rest.flatMap((member) => member.open) : undefined,
      quota,
    );
    rows.push({ key: "(others)", cells, formulas: known(SAME_ROW, cells) });
  }
  const quotaSum = all.some((member) => member.quota !== undefined)
    ? all.reduce((sum, member) => sum + (member.quota ?? 0), 0)
    : undefined;
  const totals = cellsOf(
    "Total",
    question.knowsWon ? book.won : undefined,
    question.knowsOpen ? book.open : undefined,
    quotaSum,
  );
  const sums = ["deals", "won", "commit", "best", "open", "weighted", "quota"];
  const sumFormulas = Object.fromEntries(sums.map((column) => [column, `SUM({${id}.${column}})`]));
  const shownColumns = columns(question);
  const ofColumns = (row: TableRow) => withShownFormulas(row, shownColumns);
  return {
    id,
    columns: shownColumns,
    rows: rows.map(ofColumns),
    total:
      rows.length === 0
        ? undefined
        : ofColumns({
            key: "total",
            cells: totals,
            formulas: known({ ...sumFormulas, ...SAME_ROW }, totals),
          }),
    empty: "No deal was won or is open in the period.",
  };
}
