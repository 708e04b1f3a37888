import { daysInStage } from "../deals/daysInStage.ts";
import { toldProbability } from "../pipeline/assumedProbability.ts";
import { blank, type HygieneRule, isOpen, lacksColumn, limitOf } from "./rule.ts";

/** Points between a deal's probability and its stage's beyond which the two contradict each other. */
const PROBABILITY_POINTS = 30;

const percent = (fraction: number) => `${Math.round(fraction * 100)} %`;

/** Stages that contradict the rest of the deal, or that it has been in for too long. */
export const stageRules: readonly HygieneRule[] = [
  {
    id: "unknown_stage",
    label: "Stage not in the settings",
    severity: "medium",
    cleanUp: "Update",
    condition: () => "Open deal whose stage is not in the Stages sheet",
    lacks: lacksColumn("stage", "Stage"),
    find: (standing) =>
      isOpen(standing) && !blank(standing.deal.stage) && standing.stage === undefined
        ? `Unknown: ${standing.deal.stage}`
        : undefined,
    action: () => "Correct it or add it to Stages",
  },
  {
    id: "stage_conflict",
    label: "Stage contradicts the CRM's flag",
    severity: "high",
    cleanUp: "Update",
    condition: () => "The CRM's closed or won flag and the stage's status in Stages differ",
    lacks: ({ has, keepsStatusApart }) => {
      if (!has("isClosed") && !has("isWon")) return "the data has no columns Closed and Won";
      return keepsStatusApart
        ? "most deals that are over stand in open stages, so that the CRM keeps won and lost apart from the stage"
        : undefined;
    },
    find: ({ deal, status, stage }) => {
      if (stage === undefined || status === "gone") return undefined;
      const flag = deal.isClosed === false && status === "lost" ? "open" : status;
      return stage.status === flag ? undefined : `Flag ${flag}, stage ${stage.status}`;
    },
    action: () => "Correct stage or flag",
  },
  {
    id: "probability_mismatch",
    label: "Probability off its stage",
    severity: "medium",
    cleanUp: "Update",
    condition: (limits) =>
      `Open at 0 or 100 %, or more than ${limitOf(limits, "probability_mismatch", PROBABILITY_POINTS)} points off the stage's probability`,
    lacks: lacksColumn("probability", "Probability (%)"),
    find: (standing, { limits }) => {
      const { probability } = standing.deal;
      if (!isOpen(standing) || probability === undefined) return undefined;
      if (probability <= 0 || probability >= 1) return `Open at ${percent(probability)}`;
      const usual = toldProbability(standing.stage);
      if (usual === undefined) return undefined;
      return Math.round(Math.abs(probability - usual) * 1e6) / 1e4 >
        limitOf(limits, "probability_mismatch", PROBABILITY_POINTS)
        ? `${percent(probability)}, stage ${percent(usual)}`
        : undefined;
    },
    action: () => "Correct stage or probability",
  },
  {
    id: "stale_stage",
    label: "Too long in its stage",
    severity: "medium",
    cleanUp: "Accelerate",
    condition: () =>
      "Open longer in its stage than its benchmark times the stale multiple, both in Stages",
    lacks: ({ knowsStageEntry, knowsBenchmarks }) => {
      if (!knowsStageEntry)
        return "the data has no column Last Stage Change Date and no history of stages";
      return knowsBenchmarks
        ? undefined
        : "no open deal is in a stage with Benchmark days in the Stages sheet";
    },
    find: (standing, { asOf, stageEntered: enteredBy }) => {
      const stageEntered = enteredBy(standing.deal);
      const benchmark = standing.stage?.benchmarkDays;
      if (!isOpen(standing) || stageEntered === undefined || !(benchmark ?? 0)) return undefined;
      const days = daysInStage(stageEntered, asOf);
      const limit = (benchmark ?? 0) * (standing.stage?.staleMultiple ?? 2);
      return days !== undefined && days > limit ? `${days} days, limit ${limit}` : undefined;
    },
    action: () => "Advance, move back or close",
  },
];
