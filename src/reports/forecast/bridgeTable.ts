import { type BridgeReason, forecastBridge } from "../../core/forecast/forecastBridge.ts";
import type { Book } from "../book.ts";
import { dealHistoryOf } from "../parts/dealHistoryOf.ts";
import { unitOf } from "../parts/unit.ts";
import { sayDay, sayList, sayMoney } from "../parts/words.ts";
import type { ReportTable, TableRow } from "../report.ts";
import { lastRun } from "./lastRun.ts";
import type { ForecastNumbers } from "./numbers.ts";
import { sayChange } from "./sayChange.ts";

const WORDS: Readonly<Record<BridgeReason, string>> = {
  new: "New deals",
  moved_in: "Close date moved into the period",
  amount: "Amounts of deals that stayed",
  probability: "Probabilities of deals that stayed",
  won: "Won: the rest of their amount",
  reopened: "Reopened",
  moved_out: "Close date moved out of the period",
  lost: "Lost",
  deleted: "Gone from the CRM",
};

/** As above within a sentence. */
const SAID: Readonly<Record<BridgeReason, string>> = {
  new: "new deals",
  moved_in: "dates moved in",
  amount: "changed amounts",
  probability: "changed probabilities",
  won: "won deals",
  reopened: "reopened deals",
  moved_out: "dates moved out",
  lost: "lost deals",
  deleted: "deals gone from the CRM",
};

const WEEK = 7;
/** The steps that the sentence names. */
const NAMED = 3;

/** Why the counts differ from those of What changed. */
const COUNTED =
  "Won: every deal that was not won on the earlier day, lost ones that were won after all too. A deal that brings nothing on either day, such as one without an amount, is not counted. What changed counts the deals of the open pipeline alone.";

export type Bridge = {
  readonly table: ReportTable;
  readonly reading: string;
};

/** What became of the last forecast, deal by deal; undefined where nothing tells how deals stood. */
export function bridgeOf(book: Book, { expected }: ForecastNumbers): Bridge | undefined {
  const { request, standings } = book;
  const { tables, asOf, period } = request;
  const isKnown = [tables.snapshots, tables.opportunityHistory].some((one) => one?.rows.length);
  if (!isKnown || expected === undefined) return undefined;
  const last = lastRun(book);
  const said = last?.figures.get("expected");
  const day = last !== undefined && said !== undefined ? last.day : asOf - WEEK;
  const { start, end, steps } = forecastBridge(dealHistoryOf(request), {
    from: day,
    to: asOf,
    period,
    stages: standings.stages,
    rates: standings,
  });
  const opening = said ?? start;
  const row = (key: string, what: string, amount: number, deals?: number): TableRow => ({
    key,
    cells: { what, deals, amount },
  });
  const late = start - opening;
  const other = expected - end;
  const isSeen = (amount: number) => Math.abs(amount) >= 0.005;
  const rows = [
    row("start", `Expected on ${sayDay(day)}${said === undefined ? "" : ", as logged"}`, opening),
    ...(isSeen(late) ? [row("late", "Entered or changed afterwards for that day", late)] : []),
    ...steps.map(({ reason, amount, deals }) => row(reason, WORDS[reason], amount, deals)),
    ...(isSeen(other)
      ? [row("other", "Rates and rows that the history does not know", other)]
      : []),
  ];
  const unit = unitOf(book);
  const most = steps
    .filter(({ amount }) => isSeen(amount))
    .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount))
    .slice(0, NAMED)
    .map(({ reason, amount }) => `${SAID[reason]} ${amount > 0 ? "+" : ""}${sayMoney(amount, "")}`);
  const change = expected - opening;
  return {
    table: {
      id: "bridge",
      columns: [
        { id: "what", label: "Won plus weighted pipeline", format: "text", span: 5 },
        { id: "deals", label: "Deals", format: "integer", span: 1 },
        { id: "amount", label: `Amount${unit}`, format: "money", span: 2 },
      ],
      rows,
      total: {
        key: "total",
        cells: { what: `Expected on ${sayDay(asOf)}`, amount: expected },
        formulas: { amount: "SUM({bridge.amount})" },
      },
      more: COUNTED,
      empty: "",
    },
    reading: `${sayChange(change, book.currency)} since ${said === undefined ? "a week ago" : "the last forecast"}${most.length === 0 ? "" : `, most of all ${sayList(most)}`}.`,
  };
}
