import type { Day } from "../../core/calendar/day.ts";
import { isoFromDay } from "../../core/calendar/day.ts";
import type { Deal } from "../../core/deals/deal.ts";
import { countsOn, type DealOverride, heldDeal } from "../../core/deals/dealOverride.ts";
import { dealStatus } from "../../core/deals/dealStatus.ts";
import { stageIndex } from "../../core/deals/stageIndex.ts";
import { InputError } from "../../core/inputError.ts";
import type { Stage } from "../../core/pipeline/stage.ts";
import { modelFromRows } from "../../core/probability/modelFromRows.ts";
import type { Part } from "../../core/probability/rungParts.ts";
import { winDeal } from "../../core/probability/winDeal.ts";
import type { WinModel } from "../../core/probability/winModel.ts";
import { type WinChance, winScorer } from "../../core/probability/winScorer.ts";
import { opportunities } from "../../tables/opportunities.ts";
import { winModel } from "../../tables/winModel.ts";
import { winOverrides } from "../../tables/winOverrides.ts";
import type { Cells } from "../customFunction.ts";
import { readRecords } from "./readRecords.ts";

/** What a deal's row gave: a chance and what it is made of, or the reason why there is none. */
export type WinRow = {
  readonly id?: string | undefined;
  readonly probability?: number | undefined;
  /** As found without an override; undefined for closed deals. */
  readonly found?: WinChance | undefined;
  readonly parts?: readonly Part[] | undefined;
  readonly override?: number | undefined;
  /** The amount that a person holds it to have. */
  readonly heldAmount?: number | undefined;
  readonly note: string;
};

export type WinArguments = [
  cells: Cells,
  model: WinModel | undefined,
  asOf: Day | undefined,
  by: Day | undefined,
  stages: readonly Stage[],
  overrides: Cells | undefined,
];

const INPUTS: readonly (keyof Deal)[] = ["pipeline", "stage", "isClosed", "isWon", "createdDate"];
/** What only adds to a chance: where one of them cannot be read it is unknown. */
const MORE_INPUTS: readonly (keyof Deal)[] = [
  "stageEntered",
  "closeDate",
  "amount",
  "probability",
  "owner",
  "segment",
  "leadSource",
  "type",
  "product",
  "pushCount",
  "lastActivity",
];

/** Reads the Win Model range; undefined when it is left out. */
export function readModel(cells: Cells | undefined): WinModel | undefined {
  if (!cells) return undefined;
  const fields = winModel.columns.map(({ field }) => field);
  const { entries } = readRecords("model", winModel, cells, fields);
  const problem = entries.find((entry) => entry.problem !== undefined)?.problem;
  if (problem !== undefined) throw new InputError(problem);
  const model = modelFromRows(entries.flatMap(({ record }) => (record ? [record] : [])));
  if (model) return model;
  throw new InputError(
    "model holds no fitted model; expected the Win Model sheet (REVOPS_WIN_MODEL) after fitting it",
  );
}

type ActiveOverride = { readonly held?: DealOverride; readonly note: string };

function activeOverrides(cells: Cells | undefined, asOf: Day | undefined) {
  const found = new Map<string, ActiveOverride>();
  if (!cells) return found;
  const { entries } = readRecords("overrides", winOverrides, cells, [
    "opportunityId",
    "probability",
    "amount",
    "closeDate",
    "reason",
    "expires",
  ]);
  for (const { record, problem } of entries) {
    if (problem !== undefined) throw new InputError(problem);
    const { probability, amount, closeDate } = record ?? {};
    if (record && [probability, amount, closeDate].some((one) => one !== undefined))
      found.set(record.opportunityId, overrideOf(record, asOf));
  }
  return found;
}

function overrideOf(held: DealOverride, asOf: Day | undefined): ActiveOverride {
  const { reason, expires } = held;
  if (expires === undefined || countsOn(held, asOf))
    return { held, note: `Override: ${reason ?? "no reason given"}` };
  return {
    note:
      asOf === undefined
        ? `An override that ends on ${isoFromDay(expires)} does not count without an as-of day.`
        : `An override ended on ${isoFromDay(expires)}.`,
  };
}

/** The chance of every deal of a table range, in its order. */
export function winRows(...[cells, model, day, by, stages, more]: WinArguments): WinRow[] {
  const asOf = day ?? model?.trainedAsOf;
  const read = (fields: readonly (keyof Deal)[]) =>
    readRecords("deals", opportunities, cells, fields).entries;
  const [entries, further, ids] = [read(INPUTS), read(MORE_INPUTS), read(["opportunityId"])];
  const index = stageIndex(stages);
  const scorer = winScorer(model, index, asOf);
  const overrides = activeOverrides(more, asOf);
  return entries.map(({ record, problem }, row): WinRow => {
    const id = ids[row]?.record?.opportunityId;
    if (problem !== undefined) return { id, note: problem };
    const extra = further[row]?.record;
    if (!record && !extra) return { id, note: id === undefined ? "" : UNKNOWN };
    const deal: Deal = { ...extra, ...record, opportunityId: id ?? "" };
    const status = dealStatus(deal, index.find(deal.pipeline, deal.stage));
    if (status !== "open")
      return { id, probability: Number(status === "won"), note: `The deal is ${status}.` };
    return {
      id,
      ...openChance(deal, scorer, by, id === undefined ? undefined : overrides.get(id)),
    };
  });
}

/** The chance of an open deal, with what a person holds otherwise. */
function openChance(
  deal: Deal,
  scorer: ReturnType<typeof winScorer>,
  by: WinArguments[3],
  override: ActiveOverride | undefined,
): Omit<WinRow, "id"> {
  const scored = winDeal(deal);
  const found = scorer.chance(scored, by);
  const held = override?.held;
  // A close date or an amount that a person holds otherwise tells the model another chance.
  const probability = held
    ? (held.probability ?? scorer.chance(winDeal(heldDeal(deal, held)), by).probability)
    : found.probability;
  return {
    probability,
    found,
    parts: scorer.parts(scored, by),
    override: held && probability,
    heldAmount: held?.amount,
    note: override?.note ?? (found.probability === undefined ? UNKNOWN : ""),
  };
}

const UNKNOWN = "No model or stage table knows the deal's stage.";
