import type { Stage } from "../core/pipeline/stage.ts";
import { shown } from "../tables/reading/columnReading.ts";
import type { Issue } from "../tables/reading/issue.ts";
import { choice, fraction, integer, number, text, textList } from "./inputs.ts";
import { type List, listRow, readList, sheetColumns } from "./list.ts";
import { plainName } from "./name.ts";
import { blueprintStages } from "./presets/stagePresets.ts";
import { badRow } from "./problem.ts";
import type { Read, SettingCells, Subject } from "./subject.ts";

const SHEET = "Stages";

const list: List<Stage> = {
  pipeline: {
    label: "Pipeline",
    about: "Pipeline or record type the stage belongs to; blank: it counts in every pipeline.",
    width: 110,
    input: text(),
    default: "",
  },
  stage: {
    label: "Stage",
    about: "The stage's name as the CRM writes it.",
    width: 170,
    input: text(),
    default: "",
    needed: true,
  },
  order: {
    label: "Order",
    about: "Place of the stage on its way to closed; 1 is the first.",
    width: 60,
    input: number(0, 1000),
    default: 0,
  },
  probability: {
    label: "Probability",
    about:
      "Chance that a deal in this stage is won; blank: such deals stay out of weighted figures.",
    width: 90,
    input: fraction(),
    default: undefined,
  },
  status: {
    label: "Status",
    about: "Whether deals in this stage are open, won or lost.",
    width: 70,
    input: choice(["open", "won", "lost"]),
    default: "open",
  },
  category: {
    label: "Category",
    about: "Forecast category of deals in this stage; blank: told from the probability.",
    width: 90,
    input: choice(["Commit", "Best Case", "Pipeline", "Omitted", "Closed"]),
    default: undefined,
  },
  group: {
    label: "Group",
    about: "Part of the pipeline the stage counts in when the mix is judged.",
    width: 70,
    input: choice(["early", "mid", "late"]),
    default: undefined,
  },
  benchmarkDays: {
    label: "Benchmark days",
    about: "Days a healthy deal spends in this stage.",
    width: 110,
    input: number(0, 3650),
    default: undefined,
  },
  staleMultiple: {
    label: "Stale multiple",
    about: "A deal is stale beyond this many times the benchmark (RevOps guide: twice).",
    width: 105,
    input: number(0.1, 100),
    default: 2,
  },
  wipLimit: {
    label: "WIP limit",
    about: "Most open deals one owner should have in this stage; blank: no limit.",
    width: 75,
    input: integer(1, 100000),
    default: undefined,
  },
  exitCriteria: {
    label: "Exit criteria",
    about: "What must be true before a deal leaves the stage.",
    width: 220,
    input: text(),
    default: "",
  },
  crmValues: {
    label: "CRM values",
    about: "Other spellings of the stage in CRM data, separated by semicolons.",
    width: 230,
    input: textList(),
    default: [],
  },
  basis: {
    label: "Basis",
    about:
      "Says where an import assumed the probability, as neither the CRM nor a person gave one; it counts until you type another.",
    width: 200,
    input: text(),
    default: undefined,
  },
};

/** Stages are told apart by pipeline and name; the first of two equal ones counts. */
function distinct(rows: readonly { rowNumber: number; row: Stage }[], issues: Issue[]): Stage[] {
  const seen = new Set<string>();
  const stages: Stage[] = [];
  for (const { rowNumber, row } of rows) {
    const key = `${plainName(row.pipeline)}\n${plainName(row.stage)}`;
    if (seen.has(key)) {
      const place = { sheet: SHEET, row: rowNumber, column: "Stage" };
      const message = `The stage "${shown(row.stage)}" is there twice in the same pipeline.`;
      issues.push(
        badRow(place, row.stage, message, "Delete one of the two rows; the first one counts."),
      );
    } else stages.push(row.order === 0 ? { ...row, order: stages.length + 1 } : row);
    seen.add(key);
  }
  return stages;
}

/** Reads the Stages range. No stage at all means the default stages. */
export function readStages(cells: SettingCells | undefined): Read<readonly Stage[]> {
  const { rows, issues } = readList(SHEET, list, cells);
  if (rows === undefined || rows.length === 0) return { value: blueprintStages, issues };
  return { value: distinct(rows, issues), issues };
}

export const stages: Subject<readonly Stage[]> = {
  id: "stages",
  sheet: SHEET,
  range: "REVOPS_STAGES",
  about: "The stages a deal goes through, what each is worth and how long it should take.",
  columns: sheetColumns(list),
  key: ["Pipeline", "Stage"],
  lines: [],
  defaults: blueprintStages,
  read: readStages,
  toCells: (value) => [
    sheetColumns(list).map((column) => column.label),
    ...value.map((stage) => listRow(list, stage)),
  ],
};
