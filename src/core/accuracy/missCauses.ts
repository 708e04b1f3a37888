import type { Day } from "../calendar/day.ts";

/** A deal as far as a forecast of a period is about it. */
export type MissDeal = {
  readonly opportunityId: string;
  readonly status: "open" | "won" | "lost" | "gone";
  readonly amount: number | undefined;
  readonly closeDate: Day | undefined;
  /** What the forecast counted of its amount, 0 to 1; 1 for a won deal, undefined when it was not counted. */
  readonly share?: number | undefined;
};

export type MissCause =
  | "won beyond forecast"
  | "amount changed"
  | "lost"
  | "slipped"
  | "removed"
  | "reopened"
  | "pulled in"
  | "created late";

export const MISS_CAUSES: readonly MissCause[] = [
  "won beyond forecast",
  "amount changed",
  "pulled in",
  "created late",
  "lost",
  "slipped",
  "reopened",
  "removed",
];

export type DealMiss = {
  readonly opportunityId: string;
  readonly cause: MissCause;
  readonly amount: number;
};

export type Miss = {
  readonly forecast: number;
  readonly actual: number;
  /** What each cause added to the actual against the forecast; they add up to actual - forecast. */
  readonly causes: ReadonlyMap<MissCause, number>;
  readonly deals: readonly DealMiss[];
};

type Window = { readonly from: Day; readonly to: Day };

/**
 * Why a period did not bring what was forecast: each deal's part of the miss under one cause, and of a won deal the change
 * of its amount apart from that. `before` are the deals on the day of the forecast, `after` those at the end.
 */
export function missCauses(
  before: readonly MissDeal[],
  after: readonly MissDeal[],
  window: Window,
): Miss {
  const then = new Map(before.map((deal) => [deal.opportunityId, deal]));
  const now = new Map(after.map((deal) => [deal.opportunityId, deal]));
  const deals: DealMiss[] = [];
  let [forecast, actual] = [0, 0];
  for (const id of new Set([...then.keys(), ...now.keys()])) {
    const [was, is] = [then.get(id), now.get(id)];
    const counted = was && isInside(was, window) ? (was.amount ?? 0) * (was.share ?? 0) : 0;
    const brought = is?.status === "won" && isInside(is, window) ? (is.amount ?? 0) : 0;
    forecast += counted;
    actual += brought;
    for (const [cause, amount] of partsOf(was, is, window, counted))
      if (amount !== 0) deals.push({ opportunityId: id, cause, amount });
  }
  const causes = new Map(MISS_CAUSES.map((cause): [MissCause, number] => [cause, 0]));
  for (const { cause, amount } of deals) causes.set(cause, (causes.get(cause) ?? 0) + amount);
  return { forecast, actual, causes, deals };
}

const isInside = ({ closeDate }: MissDeal, { from, to }: Window) =>
  closeDate !== undefined && closeDate >= from && closeDate <= to;

/** A deal's parts of the miss; together what it brought less what was counted of it. */
function partsOf(
  was: MissDeal | undefined,
  is: MissDeal | undefined,
  window: Window,
  counted: number,
): readonly (readonly [MissCause, number])[] {
  if (is?.status !== "won" || !isInside(is, window)) return [[causeOfNothing(was, is), -counted]];
  const brought = is.amount ?? 0;
  if (!was) return [["created late", brought]];
  if (!isInside(was, window) || was.status === "lost") return [["pulled in", brought - counted]];
  const amount = was.amount ?? 0;
  return [
    ["won beyond forecast", amount - counted],
    ["amount changed", brought - amount],
  ];
}

/** Why a deal that was counted brought nothing in the period. */
function causeOfNothing(was: MissDeal | undefined, is: MissDeal | undefined): MissCause {
  if (!is || is.status === "gone") return "removed";
  if (is.status === "lost") return "lost";
  return was?.status === "won" && is.status === "open" ? "reopened" : "slipped";
}
