import { dueDay } from "../../core/hygiene/dueDay.ts";
import type { MoveReason } from "../../core/movement/moveReason.ts";
import { evidenceOf } from "../parts/evidence.ts";
import { noRateFinding } from "../parts/noRateFinding.ts";
import { severityRank } from "../parts/severityRank.ts";
import { sayCount, sayMoney, sayPercent } from "../parts/words.ts";
import type { Finding } from "../report.ts";
import type { ChangedDeal, Changes } from "./changes.ts";
import { largestOf } from "./movementTable.ts";
import { withoutRateThen } from "./withoutRateThen.ts";

/** Shares of the start from which a loss is worth a sentence, and from which it is urgent. */
const WORTH = 0.02;
const URGENT = 0.1;

type Worry = { readonly reason: MoveReason; readonly what: string; readonly action: string };

const WORRIES: readonly Worry[] = [
  {
    reason: "lost",
    what: "lost",
    action: "Record why each was lost and ask whether the others with this pattern can be saved.",
  },
  {
    reason: "pushed_out",
    what: "pushed out of the period",
    action:
      "Ask the owners what has to happen by when, and take out of the forecast what has no answer.",
  },
  {
    reason: "amount_down",
    what: "reduced",
    action: "Check whether the scope shrank or the first amount was a guess.",
  },
  {
    reason: "deleted",
    what: "missing from the latest complete import",
    action: "Find out who deleted or merged them; a lost deal belongs to the lost ones.",
  },
  {
    reason: "owner_out",
    what: "handed to another owner",
    action: "Make sure that each new owner has taken the deal over.",
  },
];

const evidence = (deals: readonly ChangedDeal[]) =>
  evidenceOf(
    [...deals].sort((a, b) => Math.abs(b.change) - Math.abs(a.change)),
    ({ id }) => id,
  );

/** What took pipeline away, the largest first, and what the two ends hide. */
export function changeFindings(changes: Changes): Finding[] {
  const { book, total, deals, inside, days } = changes;
  const { settings } = book.request;
  const due = dueDay(days.to, settings.options.dueDays, settings.calendar);
  const isNow = days.to === book.request.asOf;
  const left = isNow ? noRateFinding(book.open, "no amount of the pipeline") : [];
  const noRate = left.length > 0 ? left : withoutRateThen(changes);
  const found = WORRIES.flatMap(({ reason, what, action }): Finding[] => {
    const { amount, deals: count } = total.moves[reason];
    const share = total.start > 0 ? -amount / total.start : 0;
    if (count === 0 || share < WORTH) return [];
    const own = deals.filter((deal) => deal.reason === reason);
    return [
      {
        id: reason,
        severity: share >= URGENT ? "high" : "medium",
        what: `${sayCount(count, "deal")} worth ${sayMoney(-amount, book.currency)} (${sayPercent(share)} of the start) ${count === 1 ? "was" : "were"} ${what}.`,
        ...evidence(own),
        amount: -amount,
        action,
        owner: largestOf(own)?.owner,
        due,
      },
    ];
  });
  const gone = inside.filter(({ what }) => what === "came and left");
  const hidden = gone.reduce((sum, { amount }) => sum + amount, 0);
  if (total.start > 0 && hidden >= WORTH * total.start) {
    found.push({
      id: "came_and_left",
      severity: "low",
      what: `${sayCount(gone.length, "deal")} worth ${sayMoney(hidden, book.currency)} came into the pipeline and left it again between the two days.`,
      ...evidenceOf(gone, ({ opportunityId }) => opportunityId),
      amount: hidden,
      action: "Look at how they were qualified: neither day's pipeline shows them.",
      due,
    });
  }
  found.sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0));
  return [...noRate.map((finding) => ({ ...finding, due })), ...found].sort(
    (a, b) => severityRank[a.severity] - severityRank[b.severity],
  );
}
