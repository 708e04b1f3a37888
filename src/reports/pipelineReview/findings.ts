import type { Day } from "../../core/calendar/day.ts";
import { groupBy } from "../../core/groupBy.ts";
import { dueDay } from "../../core/hygiene/dueDay.ts";
import { mixDeviation } from "../../core/pipeline/mixDeviation.ts";
import { IDEAL_MIX } from "../../core/pipeline/stageMix.ts";
import { evidenceOf, ownerOf } from "../parts/evidence.ts";
import { noRateFinding } from "../parts/noRateFinding.ts";
import { severityRank } from "../parts/severityRank.ts";
import { sayCount, sayMoney, sayNumber, sayPercent } from "../parts/words.ts";
import type { Finding } from "../report.ts";
import { amountOf, type ReviewDeal } from "./dealSignals.ts";
import { atRiskDeals } from "./dealTables.ts";
import type { Review } from "./review.ts";
import type { Bottleneck } from "./stageTables.ts";

/** Percentage points outside the band from which the mix is worth a finding: the scorecard takes half of its points. */
const MIX_POINTS = 10;
/** A quarter of the open deals and more beyond this age are a pattern. */
const [OLD_DAYS, OLD_SHARE] = [90, 0.25];

type Kind = "Deals" | "Process" | "Generation" | "Coaching";

/** What the hygiene rules and the forecast find too. */
const MATTERS: Readonly<Record<string, string>> = {
  overdue: "overdue",
  stalled: "stale_stage",
  inactive: "low_activity",
  generate: "coverage",
};

/** A finding with the kind of work it asks for and the week it belongs to. */
export type ReviewFinding = Finding & { readonly kind: Kind; readonly week: number };

const byAmount = (deals: readonly ReviewDeal[]) =>
  [...deals].sort((a, b) => (b.amount ?? -1) - (a.amount ?? -1));

function dealFindings(review: Review): ReviewFinding[] {
  const open = review.open ?? 0;
  const found: ReviewFinding[] = [];
  const add = (
    id: string,
    deals: readonly ReviewDeal[],
    week: number,
    what: (whose: string) => string,
    action: string,
  ) => {
    if (deals.length === 0) return;
    const amount = amountOf(deals);
    const worth = amount === undefined ? "" : ` worth ${sayMoney(amount, review.book.currency)}`;
    found.push({
      id,
      kind: "Deals",
      week,
      severity: open > 0 && (amount ?? 0) > open * 0.2 ? "high" : "medium",
      what: what(`${sayCount(deals.length, "open deal")}${worth}`),
      ...evidenceOf(byAmount(deals), ({ id }) => id),
      amount,
      action,
      owner: ownerOf(deals.map(({ deal }) => deal.owner.label)),
    });
  };
  const having = (signal: ReviewDeal["signals"][number]) =>
    review.deals.filter(({ signals }) => signals.includes(signal));
  add(
    "at_risk",
    atRiskDeals(review),
    1,
    (whose) => `${whose} at risk: a high risk score or two signals and more.`,
    "Go through the at-risk register with each owner and agree the next step for each deal.",
  );
  add(
    "overdue",
    having("overdue"),
    1,
    (whose) => `${whose} with a close date that has passed.`,
    "Set a new date with a reason, or close the deals out.",
  );
  add(
    "stalled",
    having("stalled"),
    2,
    (whose) => `${whose} in a stage longer than it holds deals.`,
    "Agree with each owner what has to happen for the deal to leave its stage.",
  );
  add(
    "inactive",
    having("inactive"),
    1,
    (whose) => `${whose} without activity for too long.`,
    "Contact the customers, or take the deals out of the forecast.",
  );
  const old = review.deals.filter(({ age }) => age !== undefined && age > OLD_DAYS);
  if (old.length >= review.deals.length * OLD_SHARE) {
    add(
      "aged",
      old,
      2,
      (whose) => `${whose} older than ${OLD_DAYS} days: they pile up.`,
      "Decide for each whether it is still alive, and close out what is not.",
    );
  }
  return found;
}

function generationFindings({
  book,
  toGenerate,
  coverage,
  mix,
  usesGroups,
}: Review): ReviewFinding[] {
  const { coverageTarget, coverageCritical } = book.request.settings.options;
  const found: ReviewFinding[] = [];
  const base = { evidence: [], kind: "Generation" as const };
  if (toGenerate !== undefined && toGenerate > 0 && coverage !== undefined) {
    found.push({
      ...base,
      id: "generate",
      week: 2,
      severity: coverage < coverageCritical ? "high" : "medium",
      what: `Open pipeline covers what is left of the quota ${sayNumber(coverage, 1)} times; ${sayMoney(toGenerate, book.currency)} of pipeline is missing to ${sayNumber(coverageTarget, 1)} times.`,
      amount: toGenerate,
      action: "Agree who creates how much of it by when, by segment and source.",
    });
  }
  for (const { group, share } of usesGroups ? mix : []) {
    const [low, high] = IDEAL_MIX[group];
    const points = share === undefined ? 0 : mixDeviation(share, low, high);
    if (share === undefined || points <= MIX_POINTS || share > low) continue;
    found.push({
      ...base,
      id: `mix_${group}`,
      week: 3,
      severity: "medium",
      what: `Only ${sayPercent(share)} of the open value is in ${group} stages; ${sayPercent(low)} to ${sayPercent(high)} is healthy.`,
      action:
        group === "early"
          ? "Create pipeline now: the periods after this one will lack it."
          : "Find out what keeps earlier deals from getting this far.",
    });
  }
  return found;
}

function processFindings([first]: readonly Bottleneck[]): ReviewFinding[] {
  if (first === undefined || first.gain < 0.05) return [];
  return [
    {
      id: "bottleneck",
      kind: "Process",
      week: 3,
      severity: first.gain > 0.2 ? "high" : "medium",
      what: `${first.stage} is where most is lost against what is possible: ${sayPercent(first.rate)} went on, ${sayPercent(first.best)} with the best quarter of owners.`,
      evidence: [],
      amount: first.value,
      action: `Compare how the best owners handle ${first.stage} and make it the exit criteria of the stage.`,
    },
  ];
}

function coachingFindings({ book, deals }: Review): ReviewFinding[] {
  const atRisk = deals.filter(({ isAtRisk }) => isAtRisk);
  const all = amountOf(atRisk) ?? 0;
  const worthOf = (own: readonly ReviewDeal[]) => amountOf(own) ?? 0;
  const byOwner = groupBy(atRisk, ({ deal }) => deal.owner.label);
  const [worst] = [...byOwner].sort(([, a], [, b]) => worthOf(b) - worthOf(a));
  if (worst === undefined || byOwner.size < 3) return [];
  const [owner, own] = worst;
  const amount = worthOf(own);
  if (all <= 0 || amount < all * 0.25) return [];
  return [
    {
      id: "coaching",
      kind: "Coaching",
      week: 4,
      severity: "low",
      what: `${owner} owns ${sayPercent(amount / all)} of the value at risk (${sayMoney(amount, book.currency)}).`,
      ...evidenceOf(byAmount(own), ({ id }) => id),
      amount,
      action: `Review ${owner}'s deals one by one and decide which to save.`,
      owner,
    },
  ];
}

/** What to do about the pipeline: deals, process, generation and coaching, the gravest first, each with its due day. */
export function reviewFindings(
  review: Review,
  bottlenecks: readonly Bottleneck[],
): readonly ReviewFinding[] {
  const { asOf, settings } = review.book.request;
  const due = (week: number): Day =>
    dueDay(asOf, settings.options.dueDays, settings.calendar) + 7 * (week - 1);
  const noRate = noRateFinding(review.book.allOpen, "no amount of this review");
  return [
    ...noRate.map((finding) => ({ ...finding, kind: "Process" as const, week: 1 })),
    ...dealFindings(review),
    ...generationFindings(review),
    ...processFindings(bottlenecks),
    ...coachingFindings(review),
  ]
    .map((finding) => ({
      ...finding,
      matter: finding.matter ?? MATTERS[finding.id],
      due: due(finding.week),
    }))
    .sort((a, b) => severityRank[a.severity] - severityRank[b.severity] || a.week - b.week);
}
