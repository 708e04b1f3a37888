import type { Day } from "../../../src/core/calendar/day.ts";
import type { Deal } from "../../../src/core/deals/deal.ts";
import { dealRisk } from "../../../src/core/deals/dealRisk.ts";
import { stageIndex } from "../../../src/core/deals/stageIndex.ts";
import { dealHistory } from "../../../src/core/history/dealHistory.ts";
import {
  type DealLife,
  dealLives,
  isOpenOn,
  lifeUpTo,
  standingOn,
} from "../../../src/core/probability/dealLife.ts";
import { activityPast } from "../../../src/core/risk/activityPast.ts";
import { fitRiskModel } from "../../../src/core/risk/fitRiskModel.ts";
import { RISK_DAYS, riskScorer } from "../../../src/core/risk/riskModel.ts";
import { defaultSettings } from "../../../src/settings/defaultSettings.ts";
import { stagePreset } from "../../../src/settings/presets/stagePresets.ts";
import type { Tables } from "../../../src/tables/tables.ts";
import type { JudgedDeal } from "./riskBacktest.ts";

const { risk: settings, options } = defaultSettings;
const stages = stagePreset("salesforce");
const index = stageIndex(stages);
const QUARTER = 91;

/** An open deal's row as an export of that day would have had it; of what no history keeps, only what never changes. */
function rowOn(life: DealLife, day: Day): Deal {
  const { pipeline, stage, stageEntered, amount, closeDate, pushes, ...traits } = standingOn(
    life,
    day,
  );
  const known = {
    pipeline,
    stage,
    stageEntered,
    amount,
    closeDate,
    pushCount: pushes,
    createdDate: life.created,
    owner: traits.owner,
    segment: traits.segment,
    leadSource: traits.source,
    type: traits.type,
  };
  const told = Object.entries(known).filter(([, value]) => value !== undefined);
  return { opportunityId: life.id, ...Object.fromEntries(told) };
}

/**
 * One company's own history, not made up: on past days a quarter apart, the last one 90 days before the end, the risk is
 * fitted on what was known that day and held to what became of the deals open then.
 */
export function riskOnHistory(tables: Tables, end: Day, days: number): JudgedDeal[] {
  const deals = tables.opportunities?.rows ?? [];
  const changes = tables.opportunityHistory?.rows ?? [];
  const activities = tables.activities?.rows ?? [];
  const history = dealHistory({ deals, changes, stages, options, asOf: end });
  const lives = dealLives(history, deals);
  const rows = new Map(deals.map((deal) => [deal.opportunityId, deal]));
  return Array.from({ length: days }, (_, back) => end - RISK_DAYS - back * QUARTER).flatMap(
    (asOf) => {
      const then = lives.flatMap((life) => lifeUpTo(life, asOf) ?? []);
      const open = lives.filter((life) => isOpenOn(life, asOf));
      const known = [
        ...then.flatMap(({ id, ended }) => (ended === undefined ? [] : (rows.get(id) ?? []))),
        ...open.map((life) => rowOn(life, asOf)),
      ];
      const past = activities.filter(({ date }) => date < asOf + 1);
      const engagement = activityPast(past);
      const model = fitRiskModel(
        { deals: known, lives: then, activities: past },
        settings,
        index,
        asOf,
        1,
      );
      const riskOf = riskScorer(model);
      return open.flatMap((life): JudgedDeal[] => {
        const deal = rowOn(life, asOf);
        const { opportunityId: id, amount = 0 } = deal;
        const benchmarkDays = index.find(deal.pipeline, deal.stage)?.benchmarkDays;
        const risk = dealRisk(deal, settings, { asOf, benchmarkDays });
        const told = engagement(id, life.created, asOf);
        const { score: fitted } = riskOf(risk, { ...deal, ...told }, asOf);
        const { score: inCell } = riskOf(risk, deal, asOf);
        if (amount <= 0 || fitted === undefined || inCell === undefined) return [];
        const isLost = life.outcome === "lost" && life.ended !== undefined;
        const lostIn = isLost ? (life.ended ?? asOf) - asOf : undefined;
        return [{ seed: 0, id, asOf, amount, fitted, inCell, additive: risk.score ?? 0, lostIn }];
      });
    },
  );
}
