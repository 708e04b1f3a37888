import type {
  ScoringKind,
  ScoringOperator,
  ScoringRule,
  ScoringSettings,
} from "../core/leads/scoring.ts";
import type { Form } from "./form.ts";
import { choice, fraction, integer, number, text, yesNo } from "./inputs.ts";
import type { List } from "./list.ts";
import { scoringPreset } from "./presets/scoringPresets.ts";

/** The kind of rows that hold a number of the whole model instead of a rule. */
export const SETTING = "setting";

export const standard = scoringPreset("mid-market");
const MODELS = "RevOps scoring models, mid-market preset";
const OWN = "Own choice: the guides give weights and points, but not how they join";

export const scoringForm: Form<Omit<ScoringSettings, "rules">> = {
  fitWeight: {
    label: "Fit weight",
    about: "Share of the score that fit decides; with the engagement weight it makes 100%.",
    source: MODELS,
    input: fraction(),
    default: standard.fitWeight,
  },
  engagementWeight: {
    label: "Engagement weight",
    about: "Share of the score that engagement decides.",
    source: MODELS,
    input: fraction(),
    default: standard.engagementWeight,
  },
  fitMax: {
    label: "Full fit points",
    about: "Fit points that count as 100%; more count as 100% too.",
    source: OWN,
    input: number(1, 10000),
    default: standard.fitMax,
  },
  engagementMax: {
    label: "Full engagement points",
    about: "Engagement points that count as 100%; more count as 100% too.",
    source: OWN,
    input: number(1, 10000),
    default: standard.engagementMax,
  },
  threshold: {
    label: "MQL threshold",
    about:
      "Score from which a lead is marketing-qualified, if it also has the least fit and engagement points.",
    source: MODELS,
    input: number(0, 100),
    default: standard.threshold,
  },
  fitMinimum: {
    label: "Least fit points",
    about: "A lead with fewer fit points is no MQL, however active it is.",
    source: "RevOps guide: both fit and engagement are required; the number is our own choice",
    input: number(0, 10000),
    default: standard.fitMinimum,
  },
  engagementMinimum: {
    label: "Least engagement points",
    about: "A lead with fewer engagement points is no MQL, however well it fits.",
    source: "RevOps guide: both fit and engagement are required; the number is our own choice",
    input: number(0, 10000),
    default: standard.engagementMinimum,
  },
  highIntent: {
    label: "High intent alone makes an MQL",
    about: "TRUE: a demo request or a question to sales makes an MQL by itself.",
    source: "The RevOps guide says both; off by default",
    input: yesNo(),
    default: standard.highIntent,
  },
};

export const OPERATORS: readonly ScoringOperator[] = [
  "is",
  "one of",
  "contains",
  "ends with",
  "between",
  "at least",
  "happened",
  "not since",
];

export type ScoringRow = Omit<ScoringRule, "kind"> & {
  readonly kind: ScoringKind | typeof SETTING;
};

export const scoringList: List<ScoringRow> = {
  kind: {
    label: "Kind",
    about:
      "setting: a number of the whole model; fit, engagement, negative: a rule that gives points.",
    width: 95,
    input: choice([SETTING, "fit", "engagement", "negative"]),
    default: SETTING,
    needed: true,
  },
  attribute: {
    label: "Attribute",
    about: "The lead's field, or the event of an engagement rule.",
    width: 205,
    input: text(),
    default: "",
    needed: true,
  },
  operator: {
    label: "Operator",
    about: "How the value is compared.",
    width: 85,
    input: choice(OPERATORS),
    default: "is",
  },
  value: {
    label: "Value",
    about:
      "Text, texts separated by semicolons, a range such as 51-200, or a number, as the operator needs it.",
    width: 265,
    input: text(),
    default: "",
  },
  points: {
    label: "Points",
    about: "Points the rule gives, or takes when negative.",
    width: 60,
    input: number(-1000, 1000),
    default: 0,
  },
  decayPoints: {
    label: "Decay points",
    about: "Points lost at each step of ageing; blank: none.",
    width: 95,
    input: number(0, 1000),
    default: 0,
  },
  decayDays: {
    label: "Decay days",
    about: "Days from one step to the next.",
    width: 85,
    input: integer(0, 3650),
    default: 0,
  },
  active: {
    label: "Active",
    about: "FALSE: the rule is kept but gives no points.",
    width: 60,
    input: yesNo(),
    default: true,
  },
};
