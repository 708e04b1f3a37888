import { type BrierParts, brierParts } from "../../core/accuracy/brier.ts";
import {
  type CalibrationBin,
  calibrationBins,
  calibrationError,
} from "../../core/accuracy/calibration.ts";
import { chanceError } from "../../core/accuracy/chanceError.ts";
import { callsOf, type StageEntries, stageEntries } from "../../core/accuracy/stageEntries.ts";
import type { WinModel } from "../../core/probability/winModel.ts";
import type { Book } from "../book.ts";
import { modelOf } from "../forecast/chances.ts";
import { dealHistoryOf } from "../parts/dealHistoryOf.ts";

/** How probabilities that deals were given compare with what became of them. */
export type Measured = StageEntries & {
  readonly book: Book;
  readonly bins: readonly CalibrationBin[];
  readonly parts: BrierParts | undefined;
  readonly error: number | undefined;
  /** What the error would be by chance if every probability were honest. */
  readonly byChance: number | undefined;
  /** Stage entries of deals that are over, and the deals won among them. */
  readonly decided: number;
  readonly given: number | undefined;
  readonly won: number | undefined;
  readonly model: WinModel | undefined;
};

/** Below so many decided entries nothing is said about probabilities but their ranges. */
export const LEAST_DECIDED = 20;

export function measure(book: Book): Measured {
  const { request } = book;
  const history = dealHistoryOf(request);
  const found = stageEntries(
    book.deals.map(({ standing }) =>
      history.lifeOf(standing.deal.opportunityId).filter(({ since }) => since <= request.asOf),
    ),
  );
  const calls = callsOf(found.entries);
  const bins = calibrationBins(calls);
  const mean = (of: (call: (typeof calls)[number]) => number) =>
    calls.length > 0 ? calls.reduce((sum, call) => sum + of(call), 0) / calls.length : undefined;
  return {
    ...found,
    book,
    bins,
    parts: brierParts(calls),
    error: calibrationError(bins),
    byChance: chanceError(bins),
    decided: calls.length,
    given: mean(({ chance }) => chance),
    won: mean(({ won }) => Number(won)),
    model: modelOf(request).model,
  };
}
