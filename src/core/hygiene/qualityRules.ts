import { isoFromDay } from "../calendar/day.ts";
import type { Deal } from "../deals/deal.ts";
import { type HygieneContext, type HygieneRule, isOpen, lacksColumn, limitOf } from "./rule.ts";
import type { StageMoves } from "./stageMoves.ts";

/** Days ahead from which a close date is taken for a slip of the pen. */
const FAR_DAYS = 1095;

/** What the further rules may ask beyond those of the hygiene score. */
export type QualityContext = HygieneContext & {
  readonly knowsStageMoves: boolean;
  readonly stageMoves: (deal: Deal) => StageMoves | undefined;
  /** Some amount names a currency. */
  readonly namesCurrency: boolean;
};

type QualityRule = HygieneRule<QualityContext>;

const lacksMoves = ({ knowsStageMoves }: QualityContext) =>
  knowsStageMoves ? undefined : "the data has no history of stages";

const times = (count: number) => `${count} ${count === 1 ? "time" : "times"}`;

/** Further things that can be wrong with a deal: its way through the stages, its currency, its dates. */
export const qualityRules: readonly QualityRule[] = [
  {
    id: "stage_skipped",
    label: "Stage left out",
    severity: "medium",
    cleanUp: "Update",
    condition: () => "Open deal that moved past a stage which other deals go through",
    lacks: lacksMoves,
    find: (standing, { stageMoves }) => {
      const { skips = 0 } = (isOpen(standing) && stageMoves(standing.deal)) || {};
      return skips > 0 ? `Left out stages ${times(skips)}` : undefined;
    },
    action: () => "Check the exit criteria of the stages left out",
  },
  {
    id: "stage_regressed",
    label: "Moved back",
    severity: "low",
    cleanUp: "Update",
    condition: () => "Open deal that went back to an earlier stage",
    lacks: lacksMoves,
    find: (standing, { stageMoves }) => {
      const { regressions = 0 } = (isOpen(standing) && stageMoves(standing.deal)) || {};
      return regressions > 0 ? `Moved back ${times(regressions)}` : undefined;
    },
    action: () => "Check stage and close date",
  },
  {
    id: "reopened",
    label: "Reopened",
    severity: "low",
    cleanUp: "Update",
    condition: () => "Open deal that was won or lost before",
    lacks: lacksMoves,
    find: (standing, { stageMoves }) => {
      const { reopened = 0 } = (isOpen(standing) && stageMoves(standing.deal)) || {};
      return reopened > 0 ? `Reopened ${times(reopened)}` : undefined;
    },
    action: () => "Check whether it is a new deal",
  },
  {
    id: "no_currency",
    label: "Amount without a currency",
    severity: "medium",
    cleanUp: "Update",
    condition: () => "Amount filled and currency blank, while other amounts name one",
    lacks: ({ namesCurrency }) => (namesCurrency ? undefined : "no amount names a currency"),
    find: ({ deal: { amount, currency } }) =>
      amount !== undefined && (currency ?? "") === "" ? "No currency" : undefined,
    action: () => "Enter the currency",
  },
  {
    id: "no_rate",
    label: "Currency without a rate",
    severity: "high",
    cleanUp: "Update",
    condition: () => "Amount in a currency for which the Currency sheet has no rate in force",
    lacks: ({ namesCurrency }) => (namesCurrency ? undefined : "no amount names a currency"),
    find: ({ missingRate }) => (missingRate === undefined ? undefined : `No rate: ${missingRate}`),
    action: () => "Add the rate to the Currency sheet",
  },
  {
    id: "far_close_date",
    label: "Close date far ahead",
    severity: "medium",
    cleanUp: "Update",
    condition: (limits) =>
      `Open deal that closes more than ${limitOf(limits, "far_close_date", FAR_DAYS)} days after the as-of date`,
    lacks: lacksColumn("closeDate", "Close Date"),
    find: (standing, { asOf, limits }) => {
      const { closeDate } = standing.deal;
      const most = limitOf(limits, "far_close_date", FAR_DAYS);
      return isOpen(standing) && closeDate !== undefined && closeDate - asOf > most
        ? `Closes on ${isoFromDay(closeDate)}`
        : undefined;
    },
    action: () => "Check the year of the close date",
  },
  {
    id: "stage_before_created",
    label: "In its stage before it was created",
    severity: "low",
    cleanUp: "Update",
    condition: () => "Day of the last stage change before the day of creation",
    lacks: ({ has }) =>
      has("stageEntered") && has("createdDate")
        ? undefined
        : "the data has no columns Last Stage Change Date and Created Date",
    find: ({ deal: { stageEntered, createdDate } }) =>
      stageEntered !== undefined &&
      createdDate !== undefined &&
      Math.floor(stageEntered) < Math.floor(createdDate)
        ? `Stage changed on ${isoFromDay(stageEntered)}`
        : undefined,
    action: () => "Check both dates",
  },
  {
    id: "activity_in_future",
    label: "Last activity in the future",
    severity: "low",
    cleanUp: "Update",
    condition: () => "Day of the last activity after the as-of date",
    lacks: lacksColumn("lastActivity", "Last Activity"),
    find: ({ deal: { lastActivity } }, { asOf }) =>
      lastActivity !== undefined && Math.floor(lastActivity) > asOf
        ? `Activity on ${isoFromDay(lastActivity)}`
        : undefined,
    action: () => "Check the date of the activity",
  },
];
