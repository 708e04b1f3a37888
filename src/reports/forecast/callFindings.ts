import type { CallLine } from "../../core/forecast/callRollup.ts";
import type { Book } from "../book.ts";
import { sayCount, sayList, sayMoney, sayPercent } from "../parts/words.ts";
import type { Finding } from "../report.ts";
import { callsOf } from "./calls.ts";
import type { Revenue } from "./revenue.ts";

const MOST_NAMED = 5;
/** A manager's own call further than this from that of the reports needs a word (our choice). */
const APART = 0.1;

function named(lines: readonly Pick<CallLine, "person">[]): string {
  const names = lines.slice(0, MOST_NAMED).map(({ person }) => person.label);
  const more = lines.length - names.length;
  return sayList(more > 0 ? [...names, `${more} more`] : names);
}

type CallFinding = Omit<Finding, "due">;

function missingCalls(lines: readonly CallLine[]): CallFinding[] {
  const missing = lines.flatMap((line) => line.missing);
  if (missing.length === 0) return [];
  return [
    {
      id: "calls_missing",
      severity: missing.length > lines.length / 4 ? "medium" : "low",
      what: `${sayCount(missing.length, "person", "people")} of the team ${missing.length === 1 ? "has" : "have"} not called the period: ${named(missing.map((person) => ({ person })))}.`,
      evidence: [],
      action: "Ask for their call; until then the roll-up counts nothing for them.",
    },
  ];
}

function oldCalls(lines: readonly CallLine[]): CallFinding[] {
  const old = lines.filter(({ isOld }) => isOld);
  if (old.length === 0) return [];
  return [
    {
      id: "calls_old",
      severity: "low",
      what: `${sayCount(old.length, "call")} ${old.length === 1 ? "is" : "are"} from before the last weekly round: ${named(old)}.`,
      evidence: [],
      action: "Have the call confirmed or changed; a confirmed one is submitted again.",
    },
  ];
}

function callsApart(lines: readonly CallLine[]): CallFinding[] {
  const apart = lines.filter(
    ({ difference, reports }) =>
      difference !== undefined && reports !== undefined && Math.abs(difference) > APART * reports,
  );
  if (apart.length === 0) return [];
  return [
    {
      id: "calls_apart",
      severity: "low",
      what: `${sayCount(apart.length, "manager")} ${apart.length === 1 ? "calls" : "call"} a number more than ${sayPercent(APART)} from what the reports add up to: ${named(apart)}.`,
      evidence: [],
      action: "Agree the difference person by person and note what it rests on.",
    },
  ];
}

function callsOutside(
  total: number | undefined,
  forecast: Revenue["forecast"],
  currency: string,
): CallFinding[] {
  if (total === undefined || forecast === undefined) return [];
  const { p10, p90 } = forecast;
  if (total >= p10 && total <= p90) return [];
  const [side, end] = total < p10 ? ["below the low end", p10] : ["above the high end", p90];
  return [
    {
      id: "calls_outside",
      severity: "medium",
      what: `The calls roll up to ${sayMoney(total, currency)}, ${side} of the range (${sayMoney(p10, "")} to ${sayMoney(p90, "")}).`,
      evidence: [],
      amount: Math.abs(total - end),
      action: "Name the deals that make the difference, and hold them otherwise with a reason.",
    },
  ];
}

/** What is wrong with the calls themselves: missing, from before the last round, or out of the range of the data. */
export function callFindings(book: Book, { forecast }: Revenue): CallFinding[] {
  const rollup = callsOf(book);
  if (rollup === undefined || book.request.asOf >= book.request.period.to) return [];
  const { lines, total } = rollup;
  return [
    ...missingCalls(lines),
    ...oldCalls(lines),
    ...callsApart(lines),
    ...callsOutside(total, forecast, book.currency),
  ];
}
