import { choice, text } from "./inputs.ts";
import { type List, listRow, readList, sheetColumns } from "./list.ts";
import { requiredRows } from "./presets/requiredRows.ts";
import type { RequiredField } from "./settings.ts";
import type { Read, SettingCells, Subject } from "./subject.ts";

const SHEET = "Required fields";

const list: List<RequiredField> = {
  object: {
    label: "Object",
    about: "Sheet whose records need the field.",
    width: 130,
    input: text(),
    default: "Opportunities",
  },
  stage: {
    label: "Stage",
    about: "Stage from which the field is needed; blank: always.",
    width: 130,
    input: text(),
    default: "",
  },
  field: {
    label: "Field",
    about: "Heading of the column that must be filled.",
    width: 180,
    input: text(),
    default: "",
    needed: true,
  },
  severity: {
    label: "Severity",
    about: "How much a missing value matters.",
    width: 90,
    input: choice(["high", "medium", "low"]),
    default: "medium",
  },
};

const columns = sheetColumns(list);

/** Reads the required fields; a sheet with its heading alone requires nothing. */
export function readRequiredFields(
  cells: SettingCells | undefined,
): Read<readonly RequiredField[]> {
  const { rows, issues } = readList(SHEET, list, cells);
  return { value: rows?.map(({ row }) => row) ?? requiredRows, issues };
}

export const requiredFields: Subject<readonly RequiredField[]> = {
  id: "requiredFields",
  sheet: SHEET,
  range: "REVOPS_REQUIRED_FIELDS",
  about:
    "Fields that must be filled, from which stage on. The hygiene report lists what is missing.",
  columns,
  key: ["Object", "Stage", "Field"],
  lines: [],
  defaults: requiredRows,
  read: readRequiredFields,
  toCells: (value) => [
    columns.map((column) => column.label),
    ...value.map((row) => listRow(list, row)),
  ],
};
