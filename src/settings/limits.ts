import type { Issue } from "../tables/reading/issue.ts";
import { choice, number, text, yesNo } from "./inputs.ts";
import { type List, listRow, readList, sheetColumns } from "./list.ts";
import {
  type LimitedFigureId,
  type LimitRow,
  limitedFigures,
  limitRows,
} from "./presets/limitRows.ts";
import { badRow } from "./problem.ts";
import type { Read, SettingCells, Subject } from "./subject.ts";

const SHEET = "Limits";

type Row = Omit<LimitRow, "figure"> & { readonly figure: string };

const ids = Object.keys(limitedFigures) as LimitedFigureId[];

const bound = (label: string, about: string) => ({
  label,
  about: `${about} A percent is 20 or 20%; blank: none.`,
  width: 85,
  input: number(-1e6, 1e6),
  default: undefined,
});

const list: List<Row> = {
  figure: {
    label: "Figure",
    about: "What is watched; do not rename it.",
    width: 280,
    input: choice(ids.map((id) => limitedFigures[id].label)),
    default: "",
    needed: true,
  },
  lower: bound("Lower limit", "Below it is an alert."),
  upper: bound("Upper limit", "Above it is an alert."),
  severity: {
    label: "Severity",
    about: "How much a crossing matters; off: not watched.",
    width: 90,
    input: choice(["high", "medium", "low", "off"]),
    default: "medium",
  },
  owner: {
    label: "Owner role",
    about: "Who looks after it.",
    width: 130,
    input: text(),
    default: "",
  },
  inRegister: {
    label: "Action",
    about: "TRUE: a crossing is an action of the Action register too.",
    width: 70,
    input: yesNo(),
    default: false,
  },
  source: {
    label: "Source",
    about: "Where the limit comes from.",
    width: 330,
    input: text(),
    default: "",
  },
};

const columns = sheetColumns(list);

/** 20% is .2 to the sheet; nobody limits a share at less than one percent. */
function inUnits(id: LimitedFigureId, value: number | undefined): number | undefined {
  const isShare = limitedFigures[id].unit === "%" && value !== undefined && Math.abs(value) <= 1;
  return isShare ? Number((value * 100).toPrecision(12)) : value;
}

/** Reads the limits; a figure without a row, and one without a limit, is not watched. */
function readLimits(cells: SettingCells | undefined): Read<readonly LimitRow[]> {
  const { rows, issues: found } = readList(SHEET, list, cells);
  if (rows === undefined) return { value: limitRows, issues: found };
  const issues: Issue[] = [...found];
  const value = new Map<LimitedFigureId, LimitRow>();
  for (const { rowNumber, row } of rows) {
    const figure = ids.find((id) => limitedFigures[id].label === row.figure);
    if (figure === undefined) continue;
    const place = { sheet: SHEET, row: rowNumber, column: "Figure" };
    const lower = inUnits(figure, row.lower);
    const upper = inUnits(figure, row.upper);
    if (value.has(figure)) {
      const message = `The figure "${row.figure}" is there twice.`;
      const remedy = "Delete one of the two rows; the first one counts.";
      issues.push(badRow(place, row.figure, message, remedy));
    } else if (lower !== undefined && upper !== undefined && lower > upper) {
      const message = `The lower limit ${lower} is above the upper limit ${upper}.`;
      const remedy = "Swap them; until then the figure is not watched.";
      issues.push(badRow({ ...place, column: "Lower limit" }, row.lower, message, remedy));
    } else value.set(figure, { ...row, figure, lower, upper });
  }
  return { value: [...value.values()], issues };
}

export const limits: Subject<readonly LimitRow[]> = {
  id: "limits",
  sheet: SHEET,
  range: "REVOPS_LIMITS",
  about:
    "Between which values the figures of the reports should stay; Alerts says which of them left.",
  columns,
  key: ["Figure"],
  lines: [],
  defaults: limitRows,
  read: readLimits,
  toCells: (value) => [
    columns.map((column) => column.label),
    ...value.map((row) => listRow(list, { ...row, figure: limitedFigures[row.figure].label })),
  ],
};
