import type { RiskFactor, RiskFactorId, RiskSettings } from "../core/deals/risk.ts";
import { type Cell, isBlank } from "../tables/cell.ts";
import type { Issue } from "../tables/issue.ts";
import { defaultsOf, type Form, formRows, isEmpty, type Line, linesOf, readLines } from "./form.ts";
import { choice, integer, number, text } from "./inputs.ts";
import { type List, listRow, readList, sheetColumns } from "./list.ts";
import { plainName, sameName } from "./name.ts";
import { riskFactorLabels, riskFactors } from "./presets/riskFactors.ts";
import { badRow } from "./problem.ts";
import type { Read, SettingCells, Subject } from "./subject.ts";

const SHEET = "Risk";
const SETTING = "setting";
const METHOD = "Deal risk analyzer, loss-risk model";
const RATES = "Deal risk analyzer, risk-adjusted close rates";

const form: Form<Omit<RiskSettings, "factors">> = {
  base: {
    label: "Base",
    about: "Risk of a deal of which everything is known and nothing is wrong.",
    source: METHOD,
    input: number(0, 100),
    default: 20,
  },
  cap: {
    label: "Cap",
    about: "Highest risk; what the factors add beyond it is taken off.",
    source: METHOD,
    input: number(1, 1000),
    default: 100,
  },
  mediumFrom: {
    label: "Medium from",
    about: "Risk from which a deal counts as medium.",
    source: METHOD,
    input: number(0, 1000),
    default: 40,
  },
  highFrom: {
    label: "High from",
    about: "Risk from which a deal counts as high.",
    source: METHOD,
    input: number(0, 1000),
    default: 65,
  },
  lowRate: {
    label: "Close rate at low risk",
    about: "Share of the deals at low risk that is taken to close, 0 to 1.",
    source: RATES,
    input: number(0, 1),
    default: 0.8,
  },
  mediumRate: {
    label: "Close rate at medium risk",
    about: "Share of the deals at medium risk that is taken to close, 0 to 1.",
    source: RATES,
    input: number(0, 1),
    default: 0.6,
  },
  highRate: {
    label: "Close rate at high risk",
    about: "Share of the deals at high risk that is taken to close, 0 to 1.",
    source: RATES,
    input: number(0, 1),
    default: 0.4,
  },
};

type Row = Omit<RiskFactor, "id" | "dimension"> & {
  readonly name: string;
  readonly dimension: RiskFactor["dimension"] | typeof SETTING;
};

const list: List<Row> = {
  name: {
    label: "Factor",
    about: "What makes a deal riskier; do not rename it. 0 points switch a factor off.",
    width: 230,
    input: text(),
    default: "",
    needed: true,
  },
  points: {
    label: "Points",
    about: "Points the factor adds, or the value of a setting.",
    width: 65,
    input: number(0, 1000),
    default: 0,
  },
  limit: {
    label: "Limit",
    about: "Where the factor starts: days, a multiple, a share or a number of contacts.",
    width: 65,
    input: number(0, 100000),
    default: undefined,
  },
  dimension: {
    label: "Dimension",
    about: "Group in which the factor is shown; setting: a number of the whole model.",
    width: 110,
    input: choice(["engagement", "competitive", "organisational", "timeline", "process", SETTING]),
    default: SETTING,
  },
  action: {
    label: "Action",
    about: "What is proposed.",
    width: 330,
    input: text(),
    default: "",
  },
  ownerRole: {
    label: "Owner role",
    about: "Who should act.",
    width: 120,
    input: text(),
    default: "",
  },
  windowDays: {
    label: "Window days",
    about: "Days within which to act.",
    width: 95,
    input: integer(0, 365),
    default: 7,
  },
};

const columns = sheetColumns(list);

function factorId(name: Cell): RiskFactorId | undefined {
  const entries = Object.entries(riskFactorLabels) as [RiskFactorId, string][];
  return entries.find(([id, label]) => sameName(label, name) || sameName(id, name))?.[0];
}

/** Blank points mean the default's, since 0 switches a factor off; so do the other columns. */
function factorOf(row: Row, standard: RiskFactor, pointsBlank: boolean): RiskFactor {
  return {
    id: standard.id,
    points: pointsBlank ? standard.points : row.points,
    limit: row.limit ?? standard.limit,
    dimension: row.dimension === SETTING ? standard.dimension : row.dimension,
    action: row.action || standard.action,
    ownerRole: row.ownerRole || standard.ownerRole,
    windowDays: row.windowDays,
  };
}

function settingLines(cells: SettingCells): Line[] {
  const header = (cells[0] ?? []).map(plainName);
  const [name, value] = [header.indexOf("factor"), header.indexOf("points")];
  return cells.map((row, index) => ({ row: index + 1, name: row[name], value: row[value] }));
}

function readFactors(cells: SettingCells, issues: Issue[]): RiskFactor[] | undefined {
  const { rows, issues: found } = readList(SHEET, list, cells);
  for (const issue of found) issues.push(issue);
  if (rows === undefined) return undefined;
  const pointsAt = (cells[0] ?? []).map(plainName).indexOf("points");
  const given = new Map<RiskFactorId, RiskFactor>();
  for (const { rowNumber, row } of rows) {
    const id = factorId(row.name);
    const standard = riskFactors.find((factor) => factor.id === id);
    if (standard === undefined) continue;
    if (given.has(standard.id)) {
      const place = { sheet: SHEET, row: rowNumber, column: "Factor" };
      const message = `The factor "${row.name}" is there twice.`;
      issues.push(
        badRow(place, row.name, message, "Delete one of the two rows; the first one counts."),
      );
    } else {
      const points = cells[rowNumber - 1]?.[pointsAt];
      const unread = typeof points !== "number" && row.points === 0;
      given.set(standard.id, factorOf(row, standard, isBlank(points) || unread));
    }
  }
  return riskFactors.map((factor) => given.get(factor.id) ?? factor);
}

/** Reads the Risk range. A factor whose row is missing counts with its default; 0 points switch it off. */
export function readRisk(cells: SettingCells | undefined): Read<RiskSettings> {
  if (isEmpty(cells)) return { value: risk.defaults, issues: [] };
  const issues: Issue[] = [];
  const factors = readFactors(cells, issues);
  if (factors === undefined) return { value: risk.defaults, issues };
  const { value, issues: formIssues } = readLines(SHEET, "Points", form, settingLines(cells), [
    {
      fields: ["mediumFrom", "highFrom"],
      holds: ({ mediumFrom, highFrom }) => mediumFrom <= highFrom,
      expected: "a medium limit not above the high limit",
    },
    {
      fields: ["lowRate", "mediumRate", "highRate"],
      holds: ({ lowRate, mediumRate, highRate }) => highRate <= mediumRate && mediumRate <= lowRate,
      expected: "close rates that do not rise with the risk",
    },
  ]);
  // The form's own rows were read as a list too; the form's sentence is the better one.
  const formRowsSeen = new Set(formIssues.map((issue) => issue.row));
  const listIssues = issues.filter((issue) => !formRowsSeen.has(issue.row));
  return { value: { ...value, factors }, issues: [...listIssues, ...formIssues] };
}

export const risk: Subject<RiskSettings> = {
  id: "risk",
  sheet: SHEET,
  range: "REVOPS_RISK",
  about:
    "What makes a deal likely to be lost, how much each factor counts, and what to do about it.",
  columns,
  key: ["Factor"],
  names: [...linesOf(form).map((line) => line.label), ...Object.values(riskFactorLabels)],
  lines: linesOf(form),
  defaults: { ...defaultsOf(form), factors: riskFactors },
  read: readRisk,
  toCells: (value) => [
    columns.map((column) => column.label),
    ...formRows(form, value).map(([label, points, about]) => [
      label,
      points,
      "",
      SETTING,
      about,
      "",
      "",
    ]),
    ...value.factors.map(({ id, ...factor }) =>
      listRow(list, { ...factor, name: riskFactorLabels[id] }),
    ),
  ],
};
