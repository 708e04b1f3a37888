import { dueDay } from "../../core/hygiene/dueDay.ts";
import { sayList, sayMoney, sayPercent } from "../parts/words.ts";
import type { Finding, ReportTable } from "../report.ts";
import type { Causes } from "./causes.ts";
import { HEADLINE, methodOf, type Tested } from "./tested.ts";

/** A lean of so much is worth a sentence, and one of so much is urgent. */
const [LEAN, STRONG_LEAN] = [0.1, 0.25];
/** Forecasts that drifted by more typical misses than this keep missing the same way. */
const DRIFT = 4;
const MOST_NAMES = 3;

/** Working days until a finding is due. */
const DUE_AFTER = 10;

type Undated = Omit<Finding, "due">;

/** What to change so that the next forecast is better. */
export function accuracyFindings(
  tested: Tested,
  causes: Causes,
  owners: ReportTable,
): readonly Finding[] {
  const { asOf, settings } = tested.book.request;
  const due = dueDay(asOf, DUE_AFTER, settings.calendar);
  return [...methodFindings(tested), ...dealFindings(tested, causes, owners)].map((finding) => ({
    ...finding,
    due,
  }));
}

function methodFindings(tested: Tested): Undated[] {
  const { trusted, grain } = tested;
  const weighted = methodOf(tested, "weighted")?.headline;
  if (!weighted) return [];
  const findings: Undated[] = [];
  const bias = weighted.bias ?? 0;
  if (Math.abs(bias) > LEAN) {
    const isLow = bias < 0;
    findings.push({
      id: "lean",
      severity: Math.abs(bias) > STRONG_LEAN ? "high" : "medium",
      what: `The weighted pipeline is ${sayPercent(Math.abs(bias))} too ${isLow ? "low" : "high"} ${HEADLINE.daysLeft} days before the end of a ${grain}.`,
      evidence: [],
      action: isLow
        ? "Add business that does not exist yet, or forecast by Existing and new business."
        : "Compare the stage probabilities with what stages really convert at, in report Calibration.",
    });
  }
  const naive = weighted.againstNaive;
  if (naive !== undefined && naive > 1)
    findings.push({
      id: "worse_than_repeating",
      severity: "high",
      what: `The weighted pipeline missed by more than repeating the ${grain} before did.`,
      evidence: [],
      action:
        trusted && trusted.method.id !== "naive"
          ? `Forecast by ${trusted.method.label}, which has ${sayPercent(trusted.share)} of the error of repeating.`
          : "Check the stage probabilities and the close dates.",
    });
  if (Math.abs(weighted.tracking ?? 0) > DRIFT)
    findings.push({
      id: "drift",
      severity: "medium",
      what: "The weighted pipeline keeps missing the same way: its tracking signal is beyond 4.",
      evidence: [],
      action: "Correct the probabilities before the next call.",
    });
  return findings;
}

function dealFindings({ book, grain }: Tested, causes: Causes, owners: ReportTable): Undated[] {
  const findings: Undated[] = [];
  const largest = largestLoss(causes);
  if (largest)
    findings.push({
      id: "cause",
      severity: "medium",
      what: `${largest.cause === "slipped" ? "Deals that slipped" : "Deals that were lost"} cost the weighted pipeline most: ${sayMoney(-largest.amount, book.currency)} over ${causes.misses.length} ${grain}s.`,
      evidence: largest.deals,
      amount: -largest.amount,
      action:
        largest.cause === "slipped"
          ? "Ask for a dated next step before a close date may stay in the period."
          : "Lower the probability of the stages they were lost from.",
    });
  const high = owners.rows.filter(({ cells }) => cells.lean === "too high");
  if (high.length > 0)
    findings.push({
      id: "owners_too_high",
      severity: "low",
      what: `${high.length} of ${owners.rows.length} owners brought less than their weighted pipeline said, ${sayList(high.slice(0, MOST_NAMES).map(({ key }) => key))}${high.length > MOST_NAMES ? " and others" : ""}.`,
      evidence: [],
      action: "Go through close dates and stages with them one by one.",
    });
  return findings;
}

/** Of what is counted and does not come, the cause that cost most, with its largest deals. */
function largestLoss({ misses }: Causes) {
  const sums = (["slipped", "lost"] as const).map((cause) => {
    const parts = misses.flatMap(({ miss }) => miss.deals.filter((deal) => deal.cause === cause));
    parts.sort((a, b) => a.amount - b.amount);
    return {
      cause,
      amount: parts.reduce((sum, { amount }) => sum + amount, 0),
      deals: [...new Set(parts.map(({ opportunityId }) => opportunityId))].slice(0, 5),
    };
  });
  return sums.filter(({ amount }) => amount < 0).sort((a, b) => a.amount - b.amount)[0];
}
