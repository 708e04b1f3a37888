import type { Day } from "../../core/calendar/day.ts";
import type { RuleSettings } from "../../core/hygiene/ruleSetting.ts";
import { evidenceOf, ownerOf } from "../parts/evidence.ts";
import { severityRank } from "../parts/severityRank.ts";
import { sayCount, sayMoney, sayPercent } from "../parts/words.ts";
import type { Finding } from "../report.ts";
import type { QualityCheck } from "./check.ts";
import type { Quality } from "./gather.ts";

const stakeOf = ({ failing }: QualityCheck): number =>
  failing.reduce((sum, { amount }) => sum + Math.max(0, amount ?? 0), 0);

/** What other reports find too: the rules about deals under their own names, and these. */
const MATTERS: Readonly<Record<string, string>> = {
  "Opportunities.blank.amount": "no_amount",
  "Opportunities.blank.closeDate": "no_close_date",
  "Opportunities.blank.owner": "no_owner",
  "Opportunities.blank.stage": "no_stage",
  "Opportunities.blank.nextStep": "no_next_step",
  "Opportunities.blank.lossReason": "no_loss_reason",
  "Opportunities.duplicate": "merge_deals",
};

/** Every check with failing records: by severity, then by what is at stake, then by number. */
export function qualityFindings(
  { checks }: Quality,
  rules: RuleSettings,
  currency: string,
  due: Day,
): readonly Finding[] {
  return checks
    .filter(({ failing, dimension }) => failing.length > 0 && dimension !== undefined)
    .map((check) => ({ check, stake: stakeOf(check) }))
    .sort(
      (a, b) =>
        severityRank[a.check.severity] - severityRank[b.check.severity] ||
        b.stake - a.stake ||
        b.check.failing.length - a.check.failing.length,
    )
    .map(({ check, stake }): Finding => {
      const { failing, checked, label, sheet } = check;
      const worth = stake > 0 ? `, ${sayMoney(stake, currency)} of open value` : "";
      const largest = [...failing].sort((a, b) => (b.amount ?? -1) - (a.amount ?? -1));
      const owner =
        rules.get(check.rule ?? check.id)?.owner || ownerOf(failing.map((record) => record.owner));
      return {
        id: check.id,
        matter: MATTERS[check.id] ?? check.id,
        severity: check.severity,
        what: `${label}: ${sayCount(failing.length, "record")} of ${sheet} (${sayPercent(failing.length / Math.max(1, checked))})${worth}.`,
        ...evidenceOf(largest, ({ id }) => id),
        sheet,
        ...(stake > 0 && { amount: stake }),
        action: `${check.action}.`,
        ...(owner !== undefined && { owner }),
        due,
      };
    });
}
