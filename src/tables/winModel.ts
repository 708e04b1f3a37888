import type { WinModelRow } from "../core/probability/modelRows.ts";
import { columnsOf } from "./columnsOf.ts";
import type { Table } from "./table.ts";

const { text, number, date } = columnsOf<WinModelRow>();

/** Written by fitting, read by WIN_PROBABILITY. The newest version counts. */
export const winModel: Table<WinModelRow> = {
  name: "winModel",
  sheet: "Win Model",
  about:
    "The fitted chances of winning: which method is in use, what it was measured on, and every number that WIN_PROBABILITY applies.",
  key: ["version", "part"],
  repeats: true,
  columns: [
    number("version", "Version", "key", "Counts the fits; the newest one is applied."),
    text("part", "Part", "key", "What the line belongs to."),
    text(
      "window",
      "Window",
      "optional",
      "Won within so many days, or ever; for hazards a third of a quarter.",
    ),
    text("name", "Item", "optional", "Pipeline, feature or figure."),
    text("level", "Level", "optional", "Stage, owner, segment, method or level of a feature."),
    text("next", "Next", "optional", "What a stage is left for: won, lost, or another stage."),
    number("from", "From", "optional", "Where the level starts: days, an amount, or a chance."),
    number("to", "To", "optional", "Where the level ends."),
    number("value", "Value", "required", "The chance, the coefficient in log-odds, or the figure."),
    number("low", "Low", "optional", "Lower end of its 80% interval."),
    number("high", "High", "optional", "Upper end of its 80% interval."),
    number("average", "Average", "optional", "What the feature was on average in training."),
    number("deals", "Deals", "optional", "On how many deals it rests."),
    number("won", "Won", "optional", "How many of them were won."),
    date("trainedAsOf", "Trained As Of", "required", "The day up to which data was used."),
    text("about", "About", "optional", "Why this method is in use."),
  ],
  mode: "append",
};
