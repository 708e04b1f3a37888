import type { MoveReason } from "../../core/movement/moveReason.ts";
import { unitOf } from "../parts/unit.ts";
import { sayCount, sayDay, sayList, sayMoney, sayPercent } from "../parts/words.ts";
import type { ReportChart, ReportTable } from "../report.ts";
import type { Changes } from "./changes.ts";
import { wordOf } from "./reasons.ts";

const MOST_NAMED = 3;
const MOST_OWNERS = 10;
/** From this share of the start on, what is not known of it belongs into the answer. */
const MUCH = 0.2;

/** The largest steps as `New +300 k`, `Lost -200 k`. */
function steps({ total, book, reasons }: Changes): readonly string[] {
  const sizeOf = (reason: MoveReason) => Math.abs(total.moves[reason].amount);
  return reasons
    .filter((reason) => sizeOf(reason) >= 0.5)
    .sort((a, b) => sizeOf(b) - sizeOf(a))
    .slice(0, MOST_NAMED)
    .map((reason) => {
      const { amount } = total.moves[reason];
      return `${wordOf(reason).toLowerCase()} ${amount > 0 ? "+" : ""}${sayMoney(amount, book.currency)}`;
    });
}

export function answerOf(changes: Changes): string {
  const { book, total, days } = changes;
  if ((book.request.tables.opportunities?.rows.length ?? 0) === 0) {
    return "There are no deals yet: import opportunities, then run this report again.";
  }
  const { title } = book.request.period;
  if (changes.deals.length === 0) {
    if (book.deals.every(({ standing }) => standing.deal.closeDate === undefined)) {
      return "No deal has a close date, so none belongs to a period: import deals with their close dates, then run this report again.";
    }
    return `No deal that was open on ${sayDay(days.from)} or ${sayDay(days.to)} closes in ${title}.`;
  }
  const { start, end } = total;
  const money = (value: number) => sayMoney(value, book.currency);
  const share =
    start > 0 ? ` (${end >= start ? "+" : ""}${sayPercent((end - start) / start)})` : "";
  const because = steps(changes);
  const why = because.length === 0 ? "nothing moved" : because.join(", ");
  return `Open pipeline for ${title} went from ${money(start)} on ${sayDay(days.from)} to ${money(end)} on ${sayDay(days.to)}${share}: ${why}.${hindsight(changes)}`;
}

/** Said at once where it decides what the comparison is worth: the start is made of what deals became later. */
function hindsight({ deals, total }: Changes): string {
  let later = 0;
  for (const { start, before } of deals) {
    const unknown = before?.notRewound ?? [];
    if (unknown.includes("amount") || unknown.includes("closeDate")) later += start ?? 0;
  }
  const share = total.start > 0 ? later / total.start : 0;
  if (share < MUCH) return "";
  return ` ${sayPercent(share)} of the start is hindsight: nothing tells those deals' amount or close date of that day, so what they became counts.`;
}

export function changeCharts(changes: Changes, owners: ReportTable): readonly ReportChart[] {
  const { total, book, days } = changes;
  if (changes.deals.length === 0) return [];
  const net = total.end - total.start;
  const unit = unitOf(book);
  const [largest] = steps(changes);
  const drawn = Math.min(owners.rows.length, MOST_OWNERS);
  return [
    {
      id: "waterfall",
      kind: "waterfall",
      title: `${net < 0 ? "Down" : "Up"} ${sayMoney(Math.abs(net), book.currency)}${largest === undefined ? "" : `, mostly ${largest}`}`,
      subtitle: `Open pipeline of ${book.request.period.label} from ${sayDay(days.from)} to ${sayDay(days.to)}${unit}`,
      table: "movement",
      category: "step",
      series: [{ column: "amount", label: "Amount", colour: "#1a73e8" }],
      categoryTitle: "Step",
      valueTitle: `Amount${unit}`,
      format: "money",
      place: "main",
    },
    {
      id: "owners_chart",
      kind: "bar",
      title: mostMoved(owners.rows.slice(0, drawn), book.currency),
      subtitle: `Open pipeline of ${book.request.period.label} by owner on both days${drawn < owners.rows.length ? `, the ${drawn} with most movement` : ""}${unit}`,
      table: "owners",
      category: "name",
      first: drawn,
      series: [
        { column: "start", label: "Start", colour: "#5f6368" },
        { column: "end", label: "End", colour: "#1a73e8" },
      ],
      categoryTitle: "Owner",
      valueTitle: `Amount${unit}`,
      format: "money",
      place: "side",
    },
  ];
}

/** The owner whose pipeline changed most, as a finding. */
function mostMoved(owners: ReportTable["rows"], currency: string): string {
  const netOf = ({ cells }: ReportTable["rows"][number]) => Number(cells.net ?? 0);
  const [most] = [...owners].sort((a, b) => Math.abs(netOf(b)) - Math.abs(netOf(a)));
  const net = most === undefined ? 0 : netOf(most);
  if (most === undefined || Math.abs(net) < 0.5) return "No owner's pipeline changed";
  return `${String(most.cells.name)} ${net < 0 ? "fell" : "rose"} most: by ${sayMoney(Math.abs(net), currency)}`;
}

/** What the comparison rests on and what it leaves out. */
export function changeNotes(changes: Changes): readonly string[] {
  const { book, days, history, deals, total } = changes;
  const { tables, settings } = book.request;
  const notes = [days.how];
  const knows = (count: number | undefined) => (count ?? 0) > 0;
  const [snapshots, rows] = [tables.snapshots?.rows.length, tables.opportunityHistory?.rows.length];
  if (!knows(snapshots) && !knows(rows)) {
    notes.push(
      "There are neither snapshots nor a history: deals are taken as they are now, open from their created to their close date.",
    );
  }
  const unsure = deals.filter(
    ({ before, start }) => start !== undefined && (before?.notRewound ?? []).length > 0,
  );
  if (unsure.length > 0) {
    const facts = new Set(unsure.flatMap(({ before }) => before?.notRewound ?? []));
    const words = { amount: "amount", closeDate: "close date", owner: "owner", stage: "stage" };
    const named = Object.entries(words).flatMap(([fact, word]) =>
      facts.has(fact as "stage") ? [word] : [],
    );
    notes.push(
      `Of ${sayCount(unsure.length, "deal")} of the start nothing tells the ${sayList(named)} of that day; what is first known of them is used.`,
    );
  }
  const { ties, withoutRow } = history;
  if (ties.count > 0) {
    const alone =
      ties.rearranged === 0
        ? ""
        : `, ${ties.rearranged} in another order that alone leads to the deal's present state`;
    notes.push(
      `${sayCount(ties.count, "moment")} of deals ${ties.count === 1 ? "holds" : "hold"} several changes: taken in ${ORDER_WORDS[ties.order]}${alone}.`,
    );
  }
  if (withoutRow.length > 0) {
    notes.push(
      `${sayCount(withoutRow.length, "deal")} of the history ${withoutRow.length === 1 ? "has" : "have"} no row in Opportunities; open ones count as deleted from the day after their last trace.`,
    );
  }
  const blank = deals.filter(({ start, end, before, after }) => {
    const isBlank = (amount: number | undefined) => amount === undefined;
    return (
      (start !== undefined && isBlank(before?.amount)) ||
      (end !== undefined && isBlank(after?.amount))
    );
  });
  if (blank.length > 0) {
    notes.push(
      `${sayCount(blank.length, "deal")} without an amount ${blank.length === 1 ? "counts" : "count"} as 0.`,
    );
  }
  if (total.moves.currency.deals > 0) {
    notes.push(
      "Currency: each day's amounts at the rate its snapshot kept, else at the rate in force that day; a deal without a rate counts as 0.",
    );
  }
  if (book.request.pipelines !== undefined) {
    notes.push(
      "A deal that came from another pipeline counts as Owner in, one that went to another as Owner out.",
    );
  }
  return [...notes, ...method(settings.options.splitMovementAmounts)];
}

const ORDER_WORDS = {
  file: "the order of the file",
  "reverse file": "the reverse order of the file, which leads to the deals' present state",
  "ascending id": "the order of their ids, which leads to the deals' present state",
  "descending id": "the descending order of their ids, which leads to the deals' present state",
} as const;

const method = (split: boolean): readonly string[] => [
  "The pipeline of a day: deals open at its end with a close date in the period, both as they stood that day; overdue deals of the period included.",
  "One reason a deal, the first that holds. Came: new, owner in, reopened, pulled in, pushed in. Left: deleted, owner out, won, lost, pulled out, pushed out. Pulled is from or to an earlier, pushed from or to a later day.",
  split
    ? "A deal that left counts with its amount at the end; what that differs by from the start is amount up or down."
    : "A deal that left counts with its amount at the start, one that came with its amount at the end.",
  "Won and lost are deals that were open in the pipeline at the start, those without an amount too; one that was lost then and has been won since is in neither pipeline, and only the Forecast report's bridge counts it.",
];
