import { isoFromDay } from "../../core/calendar/day.ts";
import { InputError } from "../../core/inputError.ts";
import { fitWinModel } from "../../core/probability/fitWinModel.ts";
import { modelRows, type WinModelRow } from "../../core/probability/modelRows.ts";
import { readTable } from "../../tables/reading/readTable.ts";
import { winModel } from "../../tables/winModel.ts";
import { winOverrides } from "../../tables/winOverrides.ts";
import { underLock } from "../calls/lock.ts";
import { inSteps } from "../calls/steps.ts";
import { appended } from "../sheets/appendTable.ts";
import { Book } from "../sheets/book.ts";
import { prepareTable, writeTable } from "../sheets/tableSheet.ts";
import { dealsToFit } from "./dealsToFit.ts";

/** Fits that stay on the sheet beside the newest one. */
const KEPT = 2;

/**
 * Fits the chances of winning to the deals and their history, and adds the model to its sheet as a new version. After
 * so many seconds it says how far it is.
 */
export function fitWinProbabilities(seconds?: number): string {
  return underLock(() => {
    const book = new Book();
    const { settings, tables, lives, asOf } = dealsToFit(book);
    const cells = book.read(winModel.sheet);
    const earlier: readonly WinModelRow[] = cells.length > 1 ? readTable(winModel, cells).rows : [];
    const newest = earlier.reduce((most, { version }) => Math.max(most, version), 0);
    const about = () => [tables, settings.stages, settings.options, settings.calendar, asOf];
    const work = { title: "Fitting the win probabilities", about, seconds };
    const model = inSteps(book, work, (remember) =>
      fitWinModel(lives, asOf, settings.calendar, newest + 1, remember),
    );
    if (model.deals === 0) {
      throw new InputError(
        "No deal with a created date has been won or lost yet, so there is nothing to fit; nothing was written.",
      );
    }
    const content = appended(winModel, cells, modelRows(model), (cellOf) => {
      const version = cellOf("version");
      return typeof version === "number" && version > newest - KEPT;
    });
    writeTable(book, prepareTable(book, winModel, content));
    // An empty sheet for what a person knows better; one that is there stays as it is.
    if (!book.find(winOverrides.sheet))
      writeTable(book, prepareTable(book, winOverrides, appended(winOverrides, [], [])));
    book.showAgain();
    return `Fitted on ${model.deals} decided deals, ${model.won} of them won, up to ${isoFromDay(asOf)}. ${model.reason}.`;
  });
}
