import {
  CATEGORY_TESTS,
  type CategoryTest,
  TESTED_CATEGORIES,
} from "../core/forecast/categoryTest.ts";
import type { Issue } from "../tables/reading/issue.ts";
import { choice, number, text } from "./inputs.ts";
import { type List, listRow, readList, sheetColumns } from "./list.ts";
import { badRow } from "./problem.ts";
import { columnNamed } from "./requirements.ts";
import type { Read, SettingCells, Subject } from "./subject.ts";

const SHEET = "Category tests";
const FIELD = "Field filled";

type Row = Omit<CategoryTest, "field">;

const list: List<Row> = {
  category: {
    label: "Category",
    about: "Forecast category that asks for it; the higher ones ask for it too.",
    width: 110,
    input: choice(TESTED_CATEGORIES),
    default: "Commit",
    needed: true,
  },
  test: {
    label: "Test",
    about: "What a deal must fulfil to stand in the category.",
    width: 190,
    input: choice(CATEGORY_TESTS),
    default: FIELD,
    needed: true,
  },
  limit: {
    label: "Limit",
    about: "Days without activity, times pushed, or the least probability such as 0.7.",
    width: 80,
    input: number(0, 10_000),
    default: undefined,
  },
  label: {
    label: "Field",
    about: "Of the test Field filled: heading of the column.",
    width: 180,
    input: text(),
    default: "",
  },
};

const columns = sheetColumns(list);
const NEEDS_LIMIT: readonly string[] = [
  "Activity within days",
  "Pushed at most",
  "Probability at least",
];

const row = (
  category: Row["category"],
  test: Row["test"],
  limit?: number,
  label = "",
  field?: CategoryTest["field"],
): CategoryTest => ({ category, test, limit, label, field });

/** Our own choice: a deal that somebody commits to is alive, dated and has a next step. */
const standard: readonly CategoryTest[] = [
  row("Commit", FIELD, undefined, "Next Step", "nextStep"),
  row("Commit", "Activity within days", 14),
  row("Commit", "Pushed at most", 1),
  row("Best Case", FIELD, undefined, "Amount", "amount"),
  row("Best Case", "Close date not passed"),
  row("Best Case", "Activity within days", 30),
];

/** What keeps a row from being a test. */
function wrongOf({
  test,
  limit,
  label,
}: Row): readonly [column: string, message: string] | undefined {
  if (test === FIELD && columnNamed(label) === undefined)
    return [
      "Field",
      `"${label}" is no column that deals have; expected a heading such as Next Step.`,
    ];
  if (NEEDS_LIMIT.includes(test) && limit === undefined)
    return ["Limit", `The test ${test} has no limit; expected a number.`];
  return undefined;
}

/** Reads the tests; a sheet with its heading alone tests nothing. */
export function readCategoryTests(cells: SettingCells | undefined): Read<readonly CategoryTest[]> {
  const { rows, issues: found } = readList(SHEET, list, cells);
  if (rows === undefined) return { value: standard, issues: found };
  const issues: Issue[] = [...found];
  const value = rows.flatMap(({ rowNumber, row: one }): CategoryTest[] => {
    const wrong = wrongOf(one);
    if (wrong === undefined) return [{ ...one, field: columnNamed(one.label)?.field }];
    const [column, message] = wrong;
    const place = { sheet: SHEET, row: rowNumber, column };
    issues.push(
      badRow(place, one.label, message, "Put it right; until then nothing is tested by this row."),
    );
    return [];
  });
  return { value, issues };
}

export const categoryTests: Subject<readonly CategoryTest[]> = {
  id: "categoryTests",
  sheet: SHEET,
  range: "REVOPS_CATEGORY_TESTS",
  about:
    "What a deal must fulfil to stand in a forecast category; the Forecast report lists those that do not.",
  columns,
  key: ["Category", "Test", "Field"],
  lines: [],
  defaults: standard,
  read: readCategoryTests,
  toCells: (value) => [
    columns.map((column) => column.label),
    ...value.map((one) => listRow(list, one)),
  ],
};
