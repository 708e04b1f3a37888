import { InputError } from "../../core/inputError.ts";
import { modelFromRows } from "../../core/probability/modelFromRows.ts";
import {
  type StageProposal,
  stageProposals,
  withMeasured,
} from "../../core/probability/stageProposals.ts";
import { settingsHash } from "../../settings/settingsHash.ts";
import { readTable } from "../../tables/reading/readTable.ts";
import { winModel } from "../../tables/winModel.ts";
import { saveSettings } from "../settings/settingsSave.ts";
import { readSettingsSheets } from "../settings/settingsSheets.ts";
import { Book } from "../sheets/book.ts";

const percent = (share: number | undefined) =>
  share === undefined ? "none" : `${Math.round(100 * share)}%`;

function line({ stage, measured, low, high, deals, won }: StageProposal): string {
  const name = [stage.pipeline, stage.stage].filter((part) => part !== "").join(", ");
  const range = `${percent(low)} to ${percent(high)}`;
  return `${name}: ${percent(stage.probability)} -> ${percent(measured)} (${range}; ${won} of ${deals} won)`;
}

/**
 * Shows the stated probability of each stage beside the one that the fitted model measured, and puts the measured ones
 * into the Stages sheet once the person agrees. Nothing is written before.
 */
export function calibrateStages(ui: GoogleAppsScript.Base.Ui): string {
  const book = new Book();
  const cells = book.read(winModel.sheet);
  const model = cells.length > 1 ? modelFromRows(readTable(winModel, cells).rows) : undefined;
  if (!model) {
    throw new InputError(
      "There is no fitted model yet; choose Fit the win probabilities first. Nothing was changed.",
    );
  }
  const { stages } = readSettingsSheets(book).settings;
  const proposals = stageProposals(stages, model.stages);
  if (proposals.length === 0) {
    throw new InputError(
      "No open stage of the Stages sheet has decided deals in the fitted model; without a history of stages a deal's earlier stages are not known. Nothing was changed.",
    );
  }
  const changed = proposals.filter(({ stage, measured }) => stage.probability !== measured);
  if (changed.length === 0) return "Every stage already has the probability that was measured.";
  const answer = ui.alert(
    "Use the measured stage probabilities?",
    [
      "Stated -> measured (80% interval; deals decided after they had been in the stage):",
      "",
      ...proposals.map(line),
      "",
      "Yes writes the measured ones into the Stages sheet; the sidebar's Stages panel can undo it. No leaves everything as it is.",
    ].join("\n"),
    ui.ButtonSet.YES_NO,
  );
  if (answer !== ui.Button.YES) return "The stage probabilities stay as they were.";
  const saved = saveSettings("stages", withMeasured(stages, proposals), settingsHash(stages));
  if (!saved.saved) {
    throw new InputError(
      "Somebody changed the Stages sheet in the meantime; nothing was written, try again.",
    );
  }
  return `${changed.length} ${changed.length === 1 ? "stage has" : "stages have"} a measured probability now.`;
}
