import type { Day } from "../core/calendar/day.ts";
import { isoFromDay } from "../core/calendar/day.ts";
import { InputError } from "../core/inputError.ts";
import {
  type Assessment,
  assess,
  type QualificationAnswer,
} from "../core/qualification/assessment.ts";
import { type Framework, frameworkNamed, frameworks } from "../core/qualification/frameworks.ts";
import { recordKey } from "../core/recordKey.ts";
import { readFrameworks } from "../settings/frameworks.ts";
import { qualification } from "../tables/qualification.ts";
import type { Cells, CustomFunction, FunctionResult, Param } from "./customFunction.ts";
import { asOfParam } from "./deals.ts";
import { readRecords } from "./params/readRecords.ts";
import { settingsArgument } from "./params/settingsArgument.ts";

const family = "Qualification";
const SOURCE =
  "Points of the deal scoring models and lean qualification; answers hold for 30 days unless the rules say otherwise";
const NAMES = frameworks.map(({ id }) => id).join(", ");

const params: readonly Param[] = [
  {
    name: "qualification",
    kind: "records",
    about:
      "The Qualification sheet (REVOPS_QUALIFICATION) with its header row: Record ID, Framework, Question, Answer, Points, Assessed On",
  },
  {
    name: "ids",
    kind: "text",
    takes: "column",
    about: "Record ids of the deals or leads that are asked about",
  },
  { name: "framework", kind: "text", takes: "single", about: `One of ${NAMES}, or of your own` },
  asOfParam,
  {
    name: "frameworks",
    kind: "settings",
    optional: true,
    default: "the standard frameworks",
    about: "The Qualification rules (REVOPS_FRAMEWORKS)",
    read: settingsArgument("frameworks", readFrameworks),
  },
];

const errors = [
  "A first row without column headings of the Qualification sheet.",
  `A framework other than ${NAMES} or those of the Qualification rules.`,
  "A setting that cannot be read.",
];

type Arguments = [
  cells: Cells,
  ids: readonly (string | undefined)[],
  framework: string,
  asOf: Day | undefined,
  all: readonly Framework[],
];

type Row = { readonly id: string | undefined; readonly found: Assessment | undefined };

function assessed(...[cells, ids, name, asOf, all]: Arguments): {
  framework: Framework;
  rows: Row[];
} {
  const framework = frameworkNamed(name, all);
  if (framework === undefined) {
    const names = all.map(({ id }) => id).join(", ");
    throw new InputError(`framework is "${name}"; expected ${names}`);
  }
  const fields = qualification.columns.map(({ field }) => field);
  const { entries } = readRecords("qualification", qualification, cells, fields);
  const byRecord = new Map<string, QualificationAnswer[]>();
  for (const { record, problem } of entries) {
    if (problem !== undefined) throw new InputError(problem);
    if (!record) continue;
    const key = recordKey(record.recordId);
    const known = byRecord.get(key);
    if (known) known.push(record);
    else byRecord.set(key, [record]);
  }
  const rows = ids.map((id): Row => {
    const answers = id === undefined ? undefined : byRecord.get(recordKey(id));
    return { id, found: answers && assess(framework, answers, asOf) };
  });
  return { framework, rows };
}

export const qualificationSheetFunctions: readonly CustomFunction[] = [
  {
    name: "QUALIFICATION_SCORE",
    family,
    shape: "records",
    about:
      "Score of each deal or lead from the answers on the Qualification sheet, in one framework. For a checklist it is the number of steps done, for stop conditions how many hold.",
    params,
    returns:
      "One number per id. Blank without an answer, and once the newest answer no longer holds (30 days unless the rules say otherwise).",
    errors,
    example: {
      formula:
        '=QUALIFICATION_SCORE({"Record ID", "Framework", "Question", "Points"; "006A", "MEDDIC", "Champion", 15; "006A", "MEDDIC", "Pain", 10}, "006A", "MEDDIC")',
      result: 25,
    },
    source: SOURCE,
    compute: (...args: Arguments) =>
      assessed(...args).rows.map(({ found }) => [found?.isExpired ? undefined : found?.score]),
  },
  {
    name: "QUALIFICATION_EXPLAIN",
    family,
    shape: "records",
    spills: "table",
    about:
      "What each score of the Qualification sheet is made of: the points of every question and what the areas' limits take off add up to it.",
    params,
    returns:
      "A header row, then one row per id: id, score, level, each question (blank when not answered), above the limits, open questions, valid until, note.",
    errors,
    example: {
      formula:
        '=INDEX(QUALIFICATION_EXPLAIN({"Record ID", "Framework", "Question", "Points"; "006A", "BANT", "Need", 25}, "006A", "BANT"), 2, 3)',
      result: "Disqualify",
    },
    source: SOURCE,
    compute: (...args: Arguments) => {
      const { framework, rows } = assessed(...args);
      const header = [
        "Record ID",
        "Score",
        "Level",
        ...framework.questions.map(({ id }) => id),
        "Above the limits",
        "Open",
        "Valid until",
        "Note",
      ];
      return [
        header,
        ...rows.map(({ id, found }): FunctionResult[] => {
          if (found?.score === undefined)
            return [
              id,
              ...new Array<FunctionResult>(framework.questions.length + 5).fill(undefined),
              id === undefined ? "" : "No question is answered.",
            ];
          return [
            id,
            found.isExpired ? undefined : found.score,
            found.isExpired ? undefined : found.level,
            ...found.points,
            found.cap,
            found.open.join("; "),
            found.validUntil === undefined ? undefined : isoFromDay(found.validUntil),
            found.isExpired
              ? `The newest answer is older than ${framework.validDays} days: ask again.`
              : "",
          ];
        }),
      ];
    },
  },
];
