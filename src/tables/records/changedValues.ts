import { isoFromDay } from "../../core/calendar/day.ts";
import type { DealChange } from "../../core/deals/deal.ts";
import { changedField } from "../../core/history/changeFacts.ts";
import { analyseColumn } from "../reading/analyseColumn.ts";
import type { Cell } from "../reading/cell.ts";
import type { Conventions } from "../reading/conventions.ts";
import type { Table } from "../table.ts";

type Mutable = { -readonly [Field in keyof DealChange]: DealChange[Field] };

/**
 * Old and new values of a history as it is kept: amounts as plain numbers, close dates as ISO days. An export writes them
 * as its locale does, `12.000,50 EUR` and `31.03.2026`; which comes first in a date is told by all of them and by the days
 * of the changes. What stays in doubt stays as it stands.
 */
export function plainChangedValues<Row>(
  table: Table<Row>,
  rows: readonly Row[],
  cells: readonly (readonly Cell[])[],
  mapping: Readonly<Record<string, number>>,
  conventions: Partial<Conventions> | undefined,
): void {
  const { field, changedAt } = mapping;
  if (table.name !== "opportunityHistory" || field === undefined) return;
  const changes = rows as readonly Mutable[];
  const about = (name: "amount" | "closeDate") =>
    changes.filter((change) => changedField(change) === name);
  const days = changedAt === undefined ? [] : cells.map((line) => line[changedAt]);
  rewrite(about("amount"), [], "money", conventions, String);
  rewrite(about("closeDate"), days, "date", conventions, isoFromDay);
}

function rewrite(
  changes: readonly Mutable[],
  others: readonly Cell[],
  kind: "money" | "date",
  conventions: Partial<Conventions> | undefined,
  plain: (value: number) => string,
): void {
  if (changes.length === 0) return;
  const texts = changes.flatMap(({ fromValue, toValue }) => [fromValue, toValue]);
  const { read, question } = analyseColumn(kind, [...others, ...texts], conventions);
  if (question) return;
  const rewritten = (text: string | undefined) => {
    const value = read(text);
    return typeof value === "number" ? plain(value) : text;
  };
  for (const change of changes) {
    change.fromValue = rewritten(change.fromValue);
    change.toValue = rewritten(change.toValue);
  }
}
