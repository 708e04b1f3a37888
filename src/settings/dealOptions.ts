import { OUTLIER_METHODS } from "../core/statistics/outlier.ts";
import type { Form } from "./form.ts";
import { choice, integer, money } from "./inputs.ts";
import type { ReportOptions } from "./settings.ts";

const CLEANUP = "Revenue operations plugin, pipeline clean-up";

/** From when on a deal or a record is stale, pushed too often, large and quiet, or unusually slow. */
export const dealOptions: Form<
  Pick<
    ReportOptions,
    | "staleContactDays"
    | "archiveDays"
    | "closeAgeDays"
    | "closeInactiveDays"
    | "inactiveDays"
    | "pushLimit"
    | "largeAbove"
    | "largeActivities"
    | "largeDays"
    | "outliersBy"
  >
> = {
  staleContactDays: {
    label: "Contact stale after days",
    about: "Days without activity after which a contact or account is stale.",
    source: "Sales operations rule book, data quality",
    input: integer(1, 3650),
    default: 180,
  },
  archiveDays: {
    label: "Archive after days",
    about: "Days without activity after which a lead, contact or account is to be archived.",
    source: "RevOps guide, quarterly data audit: 12 months",
    input: integer(1, 3650),
    default: 365,
  },
  closeAgeDays: {
    label: "Close out deals older than days",
    about: "A deal older than this and without activity is proposed to be closed or disqualified.",
    source: CLEANUP,
    input: integer(1, 3650),
    default: 120,
  },
  closeInactiveDays: {
    label: "Close out when inactive for days",
    about: "Days without activity that belong to the rule above.",
    source: CLEANUP,
    input: integer(1, 3650),
    default: 30,
  },
  inactiveDays: {
    label: "Low activity after days",
    about: "Days without activity after which an open deal is listed.",
    source: CLEANUP,
    input: integer(1, 3650),
    default: 21,
  },
  pushLimit: {
    label: "Close date pushes allowed",
    about: "A deal whose close date was moved out this often goes to a forecast review.",
    source: "RevOps lifecycle definitions: 2 pushes",
    input: integer(1, 100),
    default: 2,
  },
  largeAbove: {
    label: "Large deal above",
    about:
      "Amount above which an open deal is to be worked closely, in home currency; blank: the largest tenth of the open deals.",
    source: "Pipeline review: 250,000; the tenth is our own choice, for companies of any size",
    input: money(),
    default: undefined,
  },
  largeActivities: {
    label: "Large deal: activities wanted",
    about: "With fewer activities in the days below, a large deal is listed in Deal risk.",
    source: "Pipeline review: 5",
    input: integer(1, 1000),
    default: 5,
  },
  largeDays: {
    label: "Large deal: days looked at",
    about: "Days up to the as-of date in which those activities are counted.",
    source: "Pipeline review: 14",
    input: integer(1, 365),
    default: 14,
  },
  outliersBy: {
    label: "Unusual cycles by",
    about:
      "How unusually slow wins are told: the modified z-score on logarithms, which suits days, or 1.5 IQR beyond the quartiles, which calls more of them slow.",
    source: "Iglewicz and Hoaglin 1993; Tukey 1977",
    input: choice(OUTLIER_METHODS),
    default: "modified z-score",
  },
};
