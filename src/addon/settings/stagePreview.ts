import type { Day } from "../../core/calendar/day.ts";
import type { Period } from "../../core/calendar/fiscalCalendar.ts";
import type { Deal } from "../../core/deals/deal.ts";
import { plainText } from "../../core/deals/stageIndex.ts";
import { type DealStanding, type Standings, standDeals } from "../../core/deals/standing.ts";
import type { Stage } from "../../core/pipeline/stage.ts";
import type { Settings } from "../../settings/settings.ts";
import type { CrmStage, StagesPreview, StageUse } from "./settingsTypes.ts";

type Counts = { openDeals: number; amount: number; weighted: number; values: Map<string, Counted> };
type Counted = { -readonly [Name in keyof CrmStage]: CrmStage[Name] };

/** Most spellings without a stage that are listed. */
const MOST_UNKNOWN = 50;

/** What the stages would mean for the deals, beside what the present ones mean. `stages` are in the order sent. */
export function previewStages(
  deals: readonly Deal[],
  settings: Settings,
  stages: readonly Stage[],
  asOf: Day | undefined,
  period: Period | undefined,
): Omit<StagesPreview, "problems"> {
  const day = asOf ?? 0;
  const before = standDeals(deals, settings, day);
  const after = standDeals(deals, { ...settings, stages }, day);
  const { uses, unknown } = usesOf(after, stages);
  return {
    warnings: warningsOf(stages),
    deals: deals.length,
    currency: after.home ?? "",
    period: period?.title ?? "",
    forecast: [forecastOf(before, period), forecastOf(after, period)],
    weighted: [forecastOf(before, undefined), forecastOf(after, undefined)],
    ownProbability: after.deals.filter(
      ({ status, deal }) => status === "open" && deal.probability !== undefined,
    ).length,
    uses,
    unknown,
  };
}

/** Won in the period plus open closing in it by probability; without a period all open deals by probability. */
function forecastOf({ deals }: Standings, period: Period | undefined): number {
  let total = 0;
  for (const { deal, status, amount, weighted } of deals) {
    const close = deal.closeDate;
    if (period && (close === undefined || close < period.from || close > period.to)) continue;
    if (status === "open") total += weighted ?? 0;
    else if (status === "won" && period) total += amount ?? 0;
  }
  return total;
}

function usesOf(
  { deals }: Standings,
  stages: readonly Stage[],
): { uses: StageUse[]; unknown: CrmStage[] } {
  const counts = new Map<Stage | undefined, Counts>();
  for (const standing of deals) countDeal(counts, standing);
  const listed = (stage: Stage | undefined) => [...(counts.get(stage)?.values.values() ?? [])];
  const uses = stages.map((stage) => {
    const { openDeals = 0, amount = 0, weighted = 0 } = counts.get(stage) ?? {};
    return { openDeals, amount, weighted, values: listed(stage) };
  });
  const unknown = listed(undefined)
    .filter(({ value }) => value !== "")
    .sort((one, other) => other.openDeals - one.openDeals || other.deals - one.deals);
  return { uses, unknown: unknown.slice(0, MOST_UNKNOWN) };
}

function countDeal(counts: Map<Stage | undefined, Counts>, standing: DealStanding): void {
  const { deal, stage, status, amount, weighted } = standing;
  const count = counts.get(stage) ?? { openDeals: 0, amount: 0, weighted: 0, values: new Map() };
  counts.set(stage, count);
  const [pipeline, value] = [deal.pipeline ?? "", deal.stage ?? ""];
  // A stage takes a spelling whatever its pipeline says, unless a stage of that pipeline does.
  const key = `${plainText(pipeline)}\n${plainText(value)}`;
  const spelling = count.values.get(key) ?? { pipeline, value, deals: 0, openDeals: 0 };
  count.values.set(key, spelling);
  spelling.deals += 1;
  if (status !== "open") return;
  spelling.openDeals += 1;
  count.openDeals += 1;
  count.amount += amount ?? 0;
  count.weighted += weighted ?? 0;
}

function warningsOf(stages: readonly Stage[]): string[] {
  const warnings: string[] = [];
  const has = (status: Stage["status"]) => stages.some((stage) => stage.status === status);
  if (!has("open")) warnings.push("No stage is open, so nothing counts as pipeline.");
  if (!has("won"))
    warnings.push("No stage is won, so deals count as won only where the CRM says so.");
  if (!has("lost"))
    warnings.push("No stage is lost, so deals count as lost only where the CRM says so.");
  const blank = stages.filter(
    ({ status, probability }) => status === "open" && probability === undefined,
  );
  if (blank.length > 0) {
    const names = blank.map(({ stage }) => stage).join(", ");
    warnings.push(`Without a probability, so left out of weighted figures: ${names}.`);
  }
  return warnings;
}
