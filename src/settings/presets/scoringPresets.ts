import type { ScoringSettings } from "../../core/leads/scoring.ts";
import type { Context } from "../settings.ts";
import {
  engagementRules,
  fitRules,
  negativeRules,
  type PresetRule,
  productRules,
  rule,
} from "./scoringRows.ts";

export type ScoringPresetId =
  | "plg"
  | "enterprise"
  | "mid-market"
  | "plg-lifecycle"
  | "sales-led-lifecycle"
  | "mid-market-lifecycle";

export type ScoringPreset = {
  readonly id: ScoringPresetId;
  readonly title: string;
  /** Two guides give different numbers, so each preset names its own. */
  readonly source: string;
  readonly about: string;
  readonly settings: ScoringSettings;
  /** The rules once more, with their notes. */
  readonly rules: readonly PresetRule[];
};

const MODELS = "RevOps scoring models";
const LIFECYCLE = "RevOps lifecycle definitions";

/** Points that count as full and the least of each are our own: the guides give weights and points, not how they join. */
function scoring(
  fitWeight: number,
  threshold: number,
  extra: readonly PresetRule[] = [],
  fit = fitRules,
): Pick<ScoringPreset, "settings" | "rules"> {
  const rules = [...fit, ...engagementRules, ...extra, ...negativeRules];
  const settings: ScoringSettings = {
    fitWeight,
    // Rounded, since 1 - 0.6 is not 0.4 in binary.
    engagementWeight: Math.round((1 - fitWeight) * 100) / 100,
    fitMax: 100,
    engagementMax: 100,
    threshold,
    fitMinimum: 20,
    engagementMinimum: 20,
    highIntent: false,
    rules: rules.map(({ about: _, ...row }) => row),
  };
  return { settings, rules };
}

const enterpriseFit = fitRules.map((row) =>
  row.attribute === "employees" && row.operator === "at least" ? { ...row, points: 25 } : row,
);

const productLed = [
  ...productRules,
  rule("negative", "login", "not since", "14", -15, { about: "Days without a login" }),
];

const enterpriseOnly = [
  rule("negative", "employees", "between", "1-99", -30),
  rule("negative", "seniority", "one of", "IC; individual contributor; entry; junior", -15),
];

const midMarketOnly = [
  rule("negative", "any", "not since", "30", -10, { about: "Days without any engagement" }),
];

export const scoringPresets: readonly ScoringPreset[] = [
  {
    id: "mid-market",
    title: "Mid-market",
    source: MODELS,
    about: "Contracts of 5,000 to 25,000 a year; recalibrate each quarter.",
    ...scoring(0.5, 65, midMarketOnly),
  },
  {
    id: "plg",
    title: "Product-led",
    source: MODELS,
    about: "Contracts of 500 to 5,000 a year, sold by the product; recalibrate each month.",
    ...scoring(0.3, 60, productLed),
  },
  {
    id: "enterprise",
    title: "Enterprise",
    source: MODELS,
    about: "Contracts of 50,000 a year and more; recalibrate each quarter.",
    ...scoring(0.6, 75, enterpriseOnly, enterpriseFit),
  },
  {
    id: "plg-lifecycle",
    title: "Product-led, lifecycle guide",
    source: LIFECYCLE,
    about: "The same rules with the lifecycle guide's weights and threshold.",
    ...scoring(0.4, 65, productLed),
  },
  {
    id: "sales-led-lifecycle",
    title: "Sales-led, lifecycle guide",
    source: LIFECYCLE,
    about: "The same rules with the lifecycle guide's weights and threshold.",
    ...scoring(0.6, 70, enterpriseOnly, enterpriseFit),
  },
  {
    id: "mid-market-lifecycle",
    title: "Mid-market, lifecycle guide",
    source: LIFECYCLE,
    about: "The same rules with the lifecycle guide's weights and threshold.",
    ...scoring(0.5, 60, midMarketOnly),
  },
];

export function scoringPreset(id: ScoringPresetId): ScoringSettings {
  const found = scoringPresets.find((preset) => preset.id === id);
  if (!found) throw new Error(`no scoring preset ${id}`);
  return found.settings;
}

/** The preset that fits the business: product-led by motion, else by contract value; mid-market when that is unknown. */
export function scoringPresetFor(
  context: Pick<Context, "motion" | "contractValue">,
): ScoringPresetId {
  if (context.motion === "product-led") return "plg";
  return context.contractValue !== undefined && context.contractValue >= 50000
    ? "enterprise"
    : "mid-market";
}
