import type { DealOverride } from "../../core/deals/dealOverride.ts";
import { InputError } from "../../core/inputError.ts";
import { modelFromRows } from "../../core/probability/modelFromRows.ts";
import { winDeal } from "../../core/probability/winDeal.ts";
import type { WinModel } from "../../core/probability/winModel.ts";
import { winScorer } from "../../core/probability/winScorer.ts";
import { recordKey } from "../../core/recordKey.ts";
import type { Book, BookDeal } from "../book.ts";
import { sayCount, sayDay } from "../parts/words.ts";
import type { ReportRequest } from "../report.ts";

/** The chance that an open deal is won before the period ends, and on how many past deals it rests. */
export type Chance = {
  readonly probability: number;
  readonly evidence?: number | undefined;
};

export type Chances = {
  readonly of: (row: BookDeal) => Chance | undefined;
  /** Where the chances come from, in words. */
  readonly basis: string;
  /** True when they come from a model that was fitted on the workbook's own deals. */
  readonly fitted: boolean;
};

type Found = { readonly model?: WinModel | undefined; readonly why: string };

/** The fitted model, where it is whole and older than the as-of date; else why there is none. */
export function modelOf({ tables, asOf }: ReportRequest): Found {
  const rows = tables.winModel?.rows ?? [];
  if (rows.length === 0) return { why: "no win model is fitted yet" };
  try {
    const model = modelFromRows(rows);
    if (!model) return { why: "the Win Model sheet holds no fitted model" };
    if (model.trainedAsOf <= asOf) return { model, why: "" };
    return {
      why: `the win model knows data up to ${sayDay(model.trainedAsOf)}, after the as-of date`,
    };
  } catch (error) {
    if (error instanceof InputError) return { why: `in the Win Model sheet the ${error.message}` };
    throw error;
  }
}

/**
 * A person's override counts before the fitted model, and this before the probability of the CRM or the stage. Only the
 * model knows deals whose close date lies outside of the period: they may still be won within it.
 */
export function chancesOf(book: Book, overrides: ReadonlyMap<string, DealOverride>): Chances {
  const { request, standings } = book;
  const { asOf, period } = request;
  const { model, why } = modelOf(request);
  const scorer = model && winScorer(model, standings.stages, asOf);
  const inPeriod = ({ place }: BookDeal) => place === "open" || place === "overdue";
  const heldChance = ({ standing }: BookDeal) =>
    overrides.get(recordKey(standing.deal.opportunityId))?.probability;
  const said =
    overrides.size === 0 ? 0 : book.open.filter((row) => heldChance(row) !== undefined).length;
  const byHand =
    said === 0 ? "" : `; ${sayCount(said, "deal")} at the chance of sheet Win Overrides`;
  const origin = model
    ? `the win model fitted on ${sayCount(model.deals, "decided deal")} up to ${sayDay(model.trainedAsOf)}: ${model.reason}`
    : `the probability of the CRM, else of the stage, taken as the chance of winning within the period, because ${why}`;
  return {
    fitted: model !== undefined,
    basis: `${origin.replace(/\.$/, "")}${byHand}`,
    of: (row) => {
      const { deal, probability: stated } = row.standing;
      const override = inPeriod(row) ? heldChance(row) : undefined;
      if (override !== undefined) return { probability: override };
      if (scorer) {
        const { probability, evidence } = scorer.chance(winDeal(deal), period.to);
        return probability === undefined ? undefined : { probability, evidence };
      }
      return inPeriod(row) && stated !== undefined ? { probability: stated } : undefined;
    },
  };
}
