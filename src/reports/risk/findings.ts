import { recentActivity } from "../../core/deals/activityChange.ts";
import { dueDay } from "../../core/hygiene/dueDay.ts";
import { timeFactors } from "../../core/risk/fitFacts.ts";
import { factorName } from "../../settings/presets/riskFactors.ts";
import type { Finding } from "../report.ts";
import { tally, total } from "../tally.ts";
import { sayCount, sayMoney, sayNumber } from "../words.ts";
import { amountOf } from "./levels.ts";
import type { RiskBook, RiskDeal } from "./riskDeals.ts";

const MOST_EVIDENCE = 5;
const QUIET = 5;
/** Fewer deals are alike by chance. */
const MANY = 20;

/** Score from which whom a deal is taken to. Source: deal risk analyzer, intervention protocol. */
const TIERS = [
  { id: "triage", from: 80, severity: "high", who: "Triage with sales leadership this week" },
  { id: "sponsor", from: 70, severity: "high", who: "Vice president and an executive sponsor" },
  { id: "manager", from: 60, severity: "medium", who: "Sales manager with the owner" },
] as const;

function finding(
  risks: RiskBook,
  deals: readonly RiskDeal[],
  rest: Pick<Finding, "id" | "severity" | "what" | "action">,
): Finding {
  const { asOf, settings } = risks.book.request;
  const largest = [...deals].sort((a, b) => (amountOf(b) ?? 0) - (amountOf(a) ?? 0));
  const amount = total(tally(deals, amountOf));
  const owners = new Set(deals.map(({ deal }) => deal.owner.label));
  return {
    ...rest,
    evidence: largest.slice(0, MOST_EVIDENCE).map(({ facts }) => facts.opportunityId),
    more: Math.max(0, deals.length - MOST_EVIDENCE),
    ...(amount === undefined ? {} : { amount }),
    owner: owners.size === 1 ? [...owners][0] : "Each owner",
    due: dueDay(asOf, settings.options.dueDays, settings.calendar),
  };
}

const worth = (deals: readonly RiskDeal[], currency: string) => {
  const amount = total(tally(deals, amountOf));
  return amount === undefined || amount <= 0 ? "" : ` worth ${sayMoney(amount, currency)}`;
};

/** By how much a fitted risk must be above that of the other deals for somebody to look at just this one. */
const STANDS_OUT = 10;

const scoresOf = ({ deals }: RiskBook) =>
  deals.flatMap(({ score }) => (score === undefined ? [] : [score])).sort((a, b) => a - b);

function tierFindings(risks: RiskBook): Finding[] {
  const { book } = risks;
  const scores = scoresOf(risks);
  const usual = scores[Math.floor(scores.length / 2)] ?? 0;
  const deals = risks.model
    ? risks.deals.filter(({ score = -1 }) => score >= usual + STANDS_OUT)
    : risks.deals;
  return TIERS.flatMap(({ id, from, severity, who }, at) => {
    const below = TIERS[at - 1]?.from ?? Number.POSITIVE_INFINITY;
    const list = deals.filter(({ score = -1 }) => score >= from && score < below);
    if (list.length === 0) return [];
    const what = `${sayCount(list.length, "deal")}${worth(list, book.currency)} ${list.length === 1 ? "has" : "have"} a risk from ${from}${below === Number.POSITIVE_INFINITY ? "" : ` to below ${below}`}.`;
    return [finding(risks, list, { id, severity, what, action: `${who}: go through each deal.` })];
  });
}

/** A history that hardly tells one deal from another. */
function alikeFinding(risks: RiskBook): Finding[] {
  const scores = scoresOf(risks);
  const [low = 0, high = 0] = [0.05, 0.95].map(
    (share) => scores[Math.floor(share * scores.length)],
  );
  if (!risks.model || scores.length < MANY || high - low >= STANDS_OUT) return [];
  return [
    {
      id: "alike",
      severity: "medium",
      what: `Nine of ten deals have a risk of ${sayNumber(low, 0)} to ${sayNumber(high, 0)}: the history hardly tells one from another.`,
      evidence: [],
      action:
        "Go by amount, and record what tells deals apart: economic buyer, champion, competitor, budget.",
      owner: "Operations",
    },
  ];
}

/** Large deals that nobody works: the top tenth by amount with fewer than five activities in two weeks. */
function quietFinding(risks: RiskBook): Finding[] {
  const { book, deals } = risks;
  const activities = book.request.tables.activities?.rows ?? [];
  if (!activities.some(({ opportunityId }) => opportunityId !== undefined)) return [];
  const recent = recentActivity(activities, book.request.asOf);
  const largest = deals
    .filter((one) => (amountOf(one) ?? 0) > 0)
    .sort((a, b) => (amountOf(b) ?? 0) - (amountOf(a) ?? 0));
  const quiet = largest
    .slice(0, Math.ceil(largest.length / 10))
    .filter(({ facts }) => (recent.get(facts.opportunityId) ?? 0) < QUIET);
  if (quiet.length === 0) return [];
  return [
    finding(risks, quiet, {
      id: "quiet",
      severity: "medium",
      what: `${sayCount(quiet.length, "deal")}${worth(quiet, book.currency)} of the largest tenth had fewer than ${QUIET} activities in two weeks.`,
      action: "Agree the next meeting of each, or say why none is needed.",
    }),
  ];
}

function stopFinding(risks: RiskBook): Finding[] {
  const stopped = risks.deals.filter(({ stops }) => stops.length > 0);
  if (stopped.length === 0) return [];
  const [one] = stopped;
  return [
    finding(risks, stopped, {
      id: "stops",
      severity: "medium",
      what: `A stop condition speaks against ${sayCount(stopped.length, "deal")}${worth(stopped, risks.book.currency)}, such as ${one?.stops[0] ?? ""}.`,
      action: "Decide deal by deal: mend the reason by the due date, or close it out.",
    }),
  ];
}

/** A factor that more than half of the deals say nothing about. */
function unknownFinding(risks: RiskBook): Finding[] {
  const { deals, book } = risks;
  const blind = book.request.settings.risk.factors.filter(({ id, points }) => {
    if (points <= 0 || !risks.counts(id)) return false;
    // A fitted risk knows age and time in stage from how the deal stands.
    if (risks.model && timeFactors.has(id)) return false;
    const unknown = deals.filter(
      ({ risk }) => risk.factors.find(({ factor }) => factor.id === id)?.points === undefined,
    ).length;
    return unknown > deals.length / 2;
  });
  if (blind.length === 0 || deals.length === 0) return [];
  return [
    {
      id: "unknown",
      severity: "low",
      what: `More than half of the open deals say nothing about: ${blind.map(({ id }) => factorName(id).toLowerCase()).join("; ")}.`,
      evidence: [],
      action: "Add these columns to the export, or fill them on the Opportunities sheet.",
      owner: "Operations",
    },
  ];
}

/** What deserves attention: who is to look at which deals, then large quiet ones, stop conditions and blind spots. */
export function riskFindings(risks: RiskBook): readonly Finding[] {
  return [
    ...tierFindings(risks),
    ...alikeFinding(risks),
    ...quietFinding(risks),
    ...stopFinding(risks),
    ...unknownFinding(risks),
  ];
}
