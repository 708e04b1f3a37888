import type { RiskSettings } from "../core/deals/risk.ts";
import type { Issue } from "../tables/reading/issue.ts";
import { defaultsOf, type Form, formRows, isEmpty, type Line, linesOf, readLines } from "./form.ts";
import { number } from "./inputs.ts";
import { plainName } from "./name.ts";
import { riskFactorLabels, riskFactors } from "./presets/riskFactors.ts";
import {
  factorRows,
  RISK_SETTING,
  RISK_SHEET,
  readFactors,
  riskColumns,
} from "./riskFactorRows.ts";
import type { Read, SettingCells, Subject } from "./subject.ts";

const METHOD = "Deal risk analyzer, loss-risk model";
const RATES = "Deal risk analyzer, risk-adjusted close rates";

const form: Form<Omit<RiskSettings, "factors" | "weights">> = {
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

function settingLines(cells: SettingCells): Line[] {
  const header = (cells[0] ?? []).map(plainName);
  const [name, value] = [header.indexOf("factor"), header.indexOf("points")];
  return cells.map((row, index) => ({ row: index + 1, name: row[name], value: row[value] }));
}

/** Reads the Risk range. A factor whose row is missing counts with its default; 0 points switch it off. */
export function readRisk(cells: SettingCells | undefined): Read<RiskSettings> {
  if (isEmpty(cells)) return { value: risk.defaults, issues: [] };
  const issues: Issue[] = [];
  const factors = readFactors(cells, issues);
  if (factors === undefined) return { value: risk.defaults, issues };
  const { value, issues: formIssues } = readLines(RISK_SHEET, "Points", form, settingLines(cells), [
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
  return { value: { ...value, ...factors }, issues: [...listIssues, ...formIssues] };
}

export const risk: Subject<RiskSettings> = {
  id: "risk",
  sheet: RISK_SHEET,
  range: "REVOPS_RISK",
  about:
    "What makes a deal likely to be lost, how much each factor counts, and what to do about it.",
  columns: riskColumns,
  key: ["Factor", "Stage", "Segment"],
  names: [...linesOf(form).map((line) => line.label), ...Object.values(riskFactorLabels)],
  lines: linesOf(form),
  defaults: { ...defaultsOf(form), factors: riskFactors, weights: [] },
  read: readRisk,
  toCells: (value) => [
    riskColumns.map((column) => column.label),
    ...formRows(form, value).map(([label, points, about]) => [
      label,
      points,
      "",
      RISK_SETTING,
      about,
      ...["", "", "", ""],
    ]),
    ...factorRows(value),
  ],
};
