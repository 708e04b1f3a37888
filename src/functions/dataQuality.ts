import type { Day } from "../core/calendar/day.ts";
import { dataQuality } from "../core/hygiene/dataQuality.ts";
import { fieldCompletion } from "../core/hygiene/fieldCompletion.ts";
import { isStale } from "../core/hygiene/staleness.ts";
import { InputError } from "../core/inputError.ts";
import { isBlank } from "../tables/reading/cell.ts";
import { headingKey } from "../tables/reading/header.ts";
import { headingText } from "../tables/reading/readTable.ts";
import type { Cells, CustomFunction, FunctionResult, Param } from "./customFunction.ts";
import { asOfParam } from "./deals.ts";

const family = "Data quality";
const STALE_DAYS = 180;

const scoresParam: Param = {
  name: "scores",
  kind: "fraction",
  unit: "fraction 0-1",
  takes: "paired",
  about: "The column of shares of sound values, one for each dimension",
};

const weightsParam: Param = {
  name: "weights",
  kind: "number",
  unit: "parts of any size",
  range: [0],
  optional: true,
  default: "all count the same",
  takes: "paired",
  about: "The column of weights, in step with the scores; 0 or blank leaves one out",
};

type Numbers = readonly (number | undefined)[];

/** Places of the columns that must be filled; all of them when none is named. */
function neededColumns(header: readonly string[], required: readonly string[] | undefined) {
  const names = (required ?? []).filter((name) => name.trim() !== "");
  if (names.length === 0) return header.flatMap((heading, at) => (heading === "" ? [] : [at]));
  const keys = header.map(headingKey);
  return names.map((name) => {
    const at = keys.indexOf(headingKey(name));
    if (at < 0) {
      throw new InputError(
        `required_headings holds "${name}", which is no heading of the records; they are ${header.join(", ")}`,
      );
    }
    return at;
  });
}

export const dataQualityFunctions: readonly CustomFunction[] = [
  {
    name: "FIELD_COMPLETION",
    family,
    shape: "records",
    about: "How far the fields that records need are filled: filled values over values needed.",
    params: [
      { name: "records", kind: "records", about: "A table with its header row" },
      {
        name: "required_headings",
        kind: "text",
        optional: true,
        default: "all columns",
        takes: "column",
        about: "Headings of the columns that must be filled",
      },
    ],
    returns: "A share. Rows that are blank as a whole do not count; blank without any other row.",
    errors: ["A heading that the table lacks."],
    example: {
      formula:
        '=FIELD_COMPLETION({"Name", "Amount", "Note"; "A", 5, ""; "B", "", ""}, {"Name"; "Amount"})',
      result: 0.75,
    },
    source: "Field completion rate: complete cells / required cells",
    compute: (cells: Cells, required: readonly string[] | undefined): FunctionResult[][] => {
      const [header = [], ...rows] = cells;
      const needed = neededColumns(header.map(headingText), required);
      const filled = rows.map((row) => header.map((_, at) => !isBlank(row[at])));
      return [[fieldCompletion(filled, needed)]];
    },
  },
  {
    name: "DATA_QUALITY",
    family,
    shape: "aggregate",
    about: "One score for data: the weighted mean of its dimensions, such as completeness.",
    params: [scoresParam, weightsParam],
    returns: "A share. A blank score is left out; blank when none is known or all weights are 0.",
    errors: ["A score outside 0-100 %.", "A weight below 0.", "Columns of different heights."],
    example: { formula: "=DATA_QUALITY({0.8; 1}, {3; 1})", result: 0.85 },
    source: "Sales operations rule book, data quality; equal weights are our own choice",
    compute: (scores: Numbers, weights: Numbers | undefined) => dataQuality(scores, weights)?.score,
  },
  {
    name: "DATA_QUALITY_EXPLAIN",
    family,
    shape: "aggregate",
    spills: "table",
    about: "What each dimension adds to DATA_QUALITY.",
    params: [scoresParam, weightsParam],
    returns:
      "One row per score: the score, its share of the weights, and its points, which add up to DATA_QUALITY. A blank score has none.",
    errors: ["A score outside 0-100 %.", "A weight below 0.", "Columns of different heights."],
    example: {
      formula: "=DATA_QUALITY_EXPLAIN({0.5; 1}, {3; 1})",
      result: [
        [0.5, 0.75, 0.375],
        [1, 0.25, 0.25],
      ],
    },
    source: "Sales operations rule book, data quality; equal weights are our own choice",
    compute: (scores: Numbers, weights: Numbers | undefined) =>
      dataQuality(scores, weights)?.parts.map((part) =>
        part === undefined
          ? [undefined, undefined, undefined]
          : [part.score, part.weight, part.points],
      ),
  },
  {
    name: "IS_STALE",
    family,
    shape: "rows",
    about: "Whether a contact or account has been without activity for too long.",
    params: [
      {
        name: "last_activity",
        kind: "date",
        about: "The day of the last activity, or the column of them",
      },
      {
        name: "days",
        kind: "number",
        unit: "days",
        range: [0],
        optional: true,
        default: String(STALE_DAYS),
        about: "Days without activity after which a record is stale",
      },
      asOfParam,
    ],
    returns: "TRUE or FALSE. Blank without a last activity or an as-of day.",
    errors: ["A single value that is no date.", "A number of days below 0."],
    example: { formula: "=IS_STALE(DATE(2026,1,1), 30, DATE(2026,3,2))", result: true },
    source: "Sales operations rule book, data quality: stale after 180 days",
    compute: (last: Day, days = STALE_DAYS, asOf?: Day) => isStale(last, days, asOf),
  },
];
