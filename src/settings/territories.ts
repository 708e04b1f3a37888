import { territoryProblems } from "../core/territory/territoryProblems.ts";
import type { TerritoryRule } from "../core/territory/territoryRule.ts";
import type { Issue } from "../tables/reading/issue.ts";
import { date, integer, number, text, textList, yesNo } from "./inputs.ts";
import { type List, type ListRow, listRow, readList, sheetColumns } from "./list.ts";
import { badRow } from "./problem.ts";
import type { Read, SettingCells, Subject } from "./subject.ts";

const SHEET = "Territories";

const list: List<TerritoryRule> = {
  order: {
    label: "Rule",
    about: "Place in the order; the first rule that holds takes the record.",
    width: 50,
    input: number(0, 10000),
    default: 0,
  },
  territory: {
    label: "Territory",
    about: "The territory's name; several rules may make one territory.",
    width: 130,
    input: text(),
    default: "",
    needed: true,
  },
  owner: {
    label: "Owner",
    about: "Who gets the records: name, e-mail address or id as in Reps.",
    width: 130,
    input: text(),
    default: "",
    needed: true,
  },
  backup: {
    label: "Backup",
    about: "Who stands in for the owner.",
    width: 130,
    input: text(),
    default: "",
  },
  named: {
    label: "Named accounts",
    about: "Accounts by id, web domain or name, separated by semicolons.",
    width: 200,
    input: textList(),
    default: [],
  },
  countries: {
    label: "Countries",
    about: "Countries by code or name, separated by semicolons.",
    width: 130,
    input: textList(),
    default: [],
  },
  states: {
    label: "States",
    about: "States or regions by code or name, separated by semicolons.",
    width: 130,
    input: textList(),
    default: [],
  },
  postalFrom: {
    label: "Postal code from",
    about: "First postal code, or how codes begin.",
    width: 110,
    input: text(),
    default: "",
  },
  postalTo: {
    label: "Postal code to",
    about: "Last postal code; blank: the same as the first.",
    width: 110,
    input: text(),
    default: "",
  },
  industries: {
    label: "Industries",
    about: "Industries as the CRM writes them, separated by semicolons.",
    width: 160,
    input: textList(),
    default: [],
  },
  employeesMin: {
    label: "Employees from",
    about: "Fewest employees.",
    width: 100,
    input: integer(0, 1e8),
    default: undefined,
  },
  employeesMax: {
    label: "Employees to",
    about: "Most employees.",
    width: 100,
    input: integer(0, 1e8),
    default: undefined,
  },
  products: {
    label: "Products",
    about: "Products of the record's deals, open or closed, separated by semicolons.",
    width: 130,
    input: textList(),
    default: [],
  },
  validFrom: {
    label: "Valid from",
    about: "First day on which the rule counts; blank: from the beginning.",
    width: 90,
    input: date(),
    default: undefined,
  },
  validTo: {
    label: "Valid to",
    about: "Last day on which the rule counts; blank: no end.",
    width: 90,
    input: date(),
    default: undefined,
  },
  fallback: {
    label: "Fallback",
    about: "TRUE in exactly one row: it takes what no other rule takes.",
    width: 75,
    input: yesNo(),
    default: false,
  },
};

const columns = sheetColumns(list);

/** Rules in their order, without those that contradict themselves. */
function sound(rows: readonly ListRow<TerritoryRule>[], issues: Issue[]): TerritoryRule[] {
  const numbered = rows.map(({ rowNumber, row }, index) => ({
    rowNumber,
    row: row.order === 0 ? { ...row, order: index + 1 } : row,
  }));
  numbered.sort((one, other) => one.row.order - other.row.order);
  const rules = numbered.map(({ row }) => row);
  const left = new Set<number>();
  for (const { at, field, message } of territoryProblems(rules)) {
    const row = at === undefined ? 1 : (numbered[at]?.rowNumber ?? 1);
    const remedy =
      at === undefined
        ? "Add a row with TRUE under Fallback; until then such records go to nobody."
        : "Correct the row; until then the rule is ignored.";
    const place = { sheet: SHEET, row, column: list[field].label };
    issues.push({ ...badRow(place, "", message, remedy), rejected: at !== undefined });
    if (at !== undefined) left.add(at);
  }
  return rules.filter((_, at) => !left.has(at));
}

/** Reads the Territories range, in the order of the rules. */
export function readTerritories(cells: SettingCells | undefined): Read<readonly TerritoryRule[]> {
  const { rows, issues } = readList(SHEET, list, cells);
  return { value: sound(rows ?? [], issues), issues };
}

export const territories: Subject<readonly TerritoryRule[]> = {
  id: "territories",
  sheet: SHEET,
  range: "REVOPS_TERRITORIES",
  about:
    "Who looks after which accounts and leads: ordered rules, of which the first that holds counts.",
  columns,
  key: ["Territory"],
  lines: [],
  defaults: [],
  read: readTerritories,
  toCells: (value) => [
    columns.map((column) => column.label),
    ...value.map((rule) => listRow(list, rule)),
  ],
};
