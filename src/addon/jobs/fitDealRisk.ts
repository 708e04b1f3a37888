import { isoFromDay } from "../../core/calendar/day.ts";
import { stageIndex } from "../../core/deals/stageIndex.ts";
import { InputError } from "../../core/inputError.ts";
import { fitRiskModel } from "../../core/risk/fitRiskModel.ts";
import { RISK_DAYS } from "../../core/risk/riskModel.ts";
import { riskModelRows } from "../../core/risk/riskModelRows.ts";
import { readTable } from "../../tables/reading/readTable.ts";
import { riskModel } from "../../tables/riskModel.ts";
import { underLock } from "../calls/lock.ts";
import { appended } from "../sheets/appendTable.ts";
import { Book } from "../sheets/book.ts";
import { readTables } from "../sheets/readTables.ts";
import { prepareTable, writeTable } from "../sheets/tableSheet.ts";
import { dealsToFit } from "./dealsToFit.ts";

/** Fits the deal risk to the decided deals, and adds the model to its sheet as a new version. */
export function fitDealRisk(): string {
  return underLock(() => {
    const book = new Book();
    const { settings, deals, lives, asOf } = dealsToFit(book);
    const activities = readTables(["activities"], book).activities?.rows ?? [];
    const cells = book.read(riskModel.sheet);
    const newest = (cells.length > 1 ? readTable(riskModel, cells).rows : []).reduce(
      (most, { version }) => Math.max(most, version),
      0,
    );
    const stages = stageIndex(settings.stages);
    const model = fitRiskModel(
      { deals, lives, activities },
      settings.risk,
      stages,
      asOf,
      newest + 1,
    );
    if (model.deals === 0) {
      throw new InputError(
        "No deal with a close date has been won or lost yet, so there is nothing to fit; nothing was written.",
      );
    }
    const content = appended(riskModel, cells, riskModelRows(model));
    writeTable(book, prepareTable(book, riskModel, content));
    book.showAgain();
    return `Fitted on ${model.deals} decided deals, ${model.lost} of them lost, up to ${isoFromDay(asOf)}. Risk is now the chance of a loss within ${RISK_DAYS} days; DEAL_RISK takes it as REVOPS_RISK_MODEL.`;
  });
}
