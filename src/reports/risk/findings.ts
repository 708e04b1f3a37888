import { timeFactors } from "../../core/risk/fitFacts.ts";
import { factorName } from "../../settings/presets/riskFactors.ts";
import { noRateFinding } from "../parts/noRateFinding.ts";
import { sayCount, sayNumber } from "../parts/words.ts";
import type { Finding } from "../report.ts";
import { dealFinding, worth } from "./dealFinding.ts";
import { type QuietDeals, quietFinding } from "./quietDeals.ts";
import type { RiskBook } from "./riskDeals.ts";

/** Fewer deals are alike by chance. */
const MANY = 20;

/** Score from which whom a deal is taken to. Source: deal risk analyzer, intervention protocol. */
const TIERS = [
  { id: "triage", from: 80, severity: "high", who: "Triage with sales leadership this week" },
  { id: "sponsor", from: 70, severity: "high", who: "Vice president and an executive sponsor" },
  { id: "manager", from: 60, severity: "medium", who: "Sales manager with the owner" },
] as const;

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
    return [
      dealFinding(risks, list, { id, severity, what, action: `${who}: go through each deal.` }),
    ];
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

function stopFinding(risks: RiskBook): Finding[] {
  const stopped = risks.deals.filter(({ stops }) => stops.length > 0);
  if (stopped.length === 0) return [];
  const [one] = stopped;
  return [
    dealFinding(risks, stopped, {
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
export function riskFindings(risks: RiskBook, quiet: QuietDeals): readonly Finding[] {
  return [
    ...noRateFinding(risks.book.allOpen, "no amount of this report"),
    ...tierFindings(risks),
    ...alikeFinding(risks),
    ...quietFinding(risks, quiet),
    ...stopFinding(risks),
    ...unknownFinding(risks),
  ];
}
