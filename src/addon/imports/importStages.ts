import type { DealChange } from "../../core/deals/deal.ts";
import { stageIndex } from "../../core/deals/stageIndex.ts";
import { isAssumed, toldProbability } from "../../core/pipeline/assumedProbability.ts";
import type { ForecastCategory, Stage } from "../../core/pipeline/stage.ts";
import { adoptStages } from "../../settings/presets/adoptStages.ts";
import type { ReadRow } from "../../sources/planTypes.ts";
import type { StageDefinition } from "../../sources/stageFile.ts";
import { endNotes } from "./endNotes.ts";
import { namedStages } from "./namedStages.ts";
import { seenStages } from "./seenStages.ts";
import { orderNotes } from "./stageOrderNotes.ts";

/** Stages as they become, with sentences on what changed. The same array when nothing does. */
export type StageUpdate = { readonly stages: readonly Stage[]; readonly notes: readonly string[] };

/** The stages that deals stand in are added to those of the settings; the source's preset comes in while nobody has changed them. */
export function stagesOfDeals(
  current: readonly Stage[],
  preset: string | undefined,
  deals: readonly ReadRow[],
  mapped: Readonly<Record<string, string>> = {},
  changes: () => readonly DealChange[] = () => [],
): StageUpdate {
  const seen = seenStages(deals);
  const before = adoptStages(current, preset, []).stages;
  const base = withCrmValues(before, mapped);
  const { stages, places } = adoptStages(
    base,
    base === current ? preset : undefined,
    seen,
    changes,
  );
  if (stages === current) return { stages, notes: [] };
  const notes: string[] = [];
  if (before !== current) notes.push(`The Stages settings start from the ${preset} stages.`);
  const there = new Set(base.map(keyOf));
  const added = stages.filter((stage) => !there.has(keyOf(stage)));
  const open = added.filter(({ probability }) => probability === undefined);
  if (added.length > 0) notes.push(`Added to the Stages settings: ${namedStages(added)}.`);
  const told = added.filter(
    (stage) => stage.status === "open" && toldProbability(stage) !== undefined,
  );
  if (told.length > 0) notes.push(toldNote(told));
  notes.push(...assumedNotes(added));
  if (open.length > 0) {
    notes.push(
      `Without a probability until the Stages sheet gives one: ${namedStages(open)}; deals there count in weighted figures only with a probability of their own.`,
    );
  }
  return { stages, notes: [...notes, ...orderNotes(places), ...endNotes(added, seen)] };
}

const keyOf = ({ pipeline, stage }: Stage) => `${pipeline}\n${stage}`;

/** What the deals' own probabilities told of the added stages. */
function toldNote(stages: readonly Stage[]): string {
  return `Probability and group of new stages are told from the probability that their deals name: ${chancesOf(stages)}. Change them in the Stages sheet.`;
}

/** Which stages have a probability that nobody gave. */
export function assumedNotes(stages: readonly Stage[]): string[] {
  const assumed = stages.filter(isAssumed);
  return assumed.length === 0
    ? []
    : [
        `New stages come without a probability; assumed, as is usual for their place: ${chancesOf(assumed)}. Change them in the Stages sheet, whose column Basis names them.`,
      ];
}

const chancesOf = (stages: readonly Stage[]): string =>
  stages.map((one) => `${namedStages([one])} ${percent(one.probability ?? 0)} %`).join(", ");

const percent = (fraction: number) => Number((fraction * 100).toPrecision(12));

/** Values of the CRM that a person mapped to stages join those that the stages know. */
function withCrmValues(
  stages: readonly Stage[],
  mapped: Readonly<Record<string, string>>,
): readonly Stage[] {
  const entries = Object.entries(mapped);
  if (entries.length === 0) return stages;
  const index = stageIndex(stages);
  const added = new Map<Stage, string[]>();
  for (const [value, name] of entries) {
    const stage = stages.find((one) => one.stage === name);
    if (stage && index.find(stage.pipeline, value) !== stage)
      added.set(stage, [...(added.get(stage) ?? []), value]);
  }
  if (added.size === 0) return stages;
  return stages.map((stage) => {
    const values = added.get(stage);
    return values ? { ...stage, crmValues: [...stage.crmValues, ...values] } : stage;
  });
}

/** A CRM's own list of stages: what it says about order, probability and outcome comes in, everything else stays. */
export function stagesOfFile(
  current: readonly Stage[],
  defaults: readonly Stage[],
  file: readonly StageDefinition[],
): StageUpdate {
  const isUntouched = JSON.stringify(current) === JSON.stringify(defaults);
  const base = isUntouched ? [] : current;
  const known = stageIndex(base);
  const updates = new Map<Stage, Stage>();
  const added: Stage[] = [];
  const pipelines = new Set(file.map(({ pipeline }) => pipeline));
  // Some CRMs count from 0, the settings from 1.
  const first = file.some(({ order }) => order === 0) ? 1 : 0;
  file.forEach((definition, at) => {
    const pipeline = pipelines.size <= 1 ? "" : definition.pipeline;
    const before = known.find(pipeline, definition.stage);
    if (before) updates.set(before, updated(before, definition));
    else
      added.push(
        newStage(
          definition,
          pipeline,
          definition.order === undefined ? at + 1 : definition.order + first,
        ),
      );
  });
  const stages = [...base.map((stage) => updates.get(stage) ?? stage), ...added];
  const changed = [...updates].filter(([before, after]) => !sameStage(before, after)).length;
  const note = `Stages settings: ${added.length} stages added, ${changed} brought in line with the CRM's list.`;
  return { stages: added.length + changed === 0 ? current : stages, notes: [note] };
}

function sameStage(one: Stage, other: Stage): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function statusOf({ isClosed, isWon, probability }: StageDefinition): Stage["status"] {
  if (isWon) return "won";
  if (isClosed) return probability === 1 ? "won" : "lost";
  return isClosed === undefined && probability === 1 ? "won" : "open";
}

function updated(stage: Stage, definition: StageDefinition): Stage {
  const probability = definition.probability ?? stage.probability;
  const crmValues = withId(stage.crmValues, definition.id);
  return {
    ...stage,
    probability,
    status: statusOf(definition),
    crmValues,
    category: categoryOf(definition) ?? stage.category,
  };
}

function newStage(definition: StageDefinition, pipeline: string, order: number): Stage {
  const { stage, probability, id } = definition;
  return {
    pipeline,
    stage,
    order,
    probability,
    status: statusOf(definition),
    category: categoryOf(definition),
    group: undefined,
    benchmarkDays: undefined,
    staleMultiple: 2,
    wipLimit: undefined,
    exitCriteria: "",
    crmValues: withId([], id),
  };
}

const categories: Readonly<Record<string, ForecastCategory>> = {
  commit: "Commit",
  forecast: "Commit",
  bestcase: "Best Case",
  mostlikely: "Best Case",
  pipeline: "Pipeline",
  omitted: "Omitted",
  omit: "Omitted",
  closed: "Closed",
};

function categoryOf({ category }: StageDefinition): ForecastCategory | undefined {
  return category === undefined
    ? undefined
    : categories[category.toLowerCase().replace(/[^a-z]/g, "")];
}

function withId(values: readonly string[], id: string | undefined): readonly string[] {
  return id === undefined || values.includes(id) ? values : [...values, id];
}
