import type { RiskFactor, RiskFactorId, RiskSettings, RiskWeight } from "../core/deals/risk.ts";
import type { Cell } from "../tables/reading/cell.ts";
import type { Issue } from "../tables/reading/issue.ts";
import { choice, integer, number, text } from "./inputs.ts";
import { type List, listRow, readList, sheetColumns } from "./list.ts";
import { plainName, sameName } from "./name.ts";
import { riskFactorLabels, riskFactors } from "./presets/riskFactors.ts";
import { badRow } from "./problem.ts";
import type { SettingCells } from "./subject.ts";

export const RISK_SHEET = "Risk";
/** The dimension of a row that is a number of the whole model. */
export const RISK_SETTING = "setting";

type Row = Omit<RiskFactor, "id" | "dimension" | "points" | "windowDays"> & {
  readonly name: string;
  readonly dimension: RiskFactor["dimension"] | typeof RISK_SETTING;
  readonly points: number | undefined;
  readonly windowDays: number | undefined;
  readonly stage: string;
  readonly segment: string;
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
    default: undefined,
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
    input: choice([
      "engagement",
      "competitive",
      "organisational",
      "timeline",
      "process",
      RISK_SETTING,
    ]),
    default: RISK_SETTING,
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
    default: undefined,
  },
  stage: {
    label: "Stage",
    about:
      "Blank: every stage. To let a factor weigh otherwise in one stage, add a row with its name, the stage and its points there; what the row leaves blank is as in general. The sources give no such weights.",
    width: 120,
    input: text(),
    default: "",
  },
  segment: {
    label: "Segment",
    about: "Blank: every segment; else the row holds for the deals of this one.",
    width: 110,
    input: text(),
    default: "",
  },
};

export const riskColumns = sheetColumns(list);

function factorId(name: Cell): RiskFactorId | undefined {
  const entries = Object.entries(riskFactorLabels) as [RiskFactorId, string][];
  return entries.find(([id, label]) => sameName(label, name) || sameName(id, name))?.[0];
}

/** Blank points mean the default's, since 0 switches a factor off; so do the other columns. */
function factorOf(row: Row, standard: RiskFactor): RiskFactor {
  return {
    id: standard.id,
    points: row.points ?? standard.points,
    limit: row.limit ?? standard.limit,
    dimension: row.dimension === RISK_SETTING ? standard.dimension : row.dimension,
    action: row.action || standard.action,
    ownerRole: row.ownerRole || standard.ownerRole,
    windowDays: row.windowDays ?? standard.windowDays,
  };
}

type Factors = Pick<RiskSettings, "factors" | "weights">;

/** The factors of the Risk sheet, and how they count in single stages and segments. */
export function readFactors(cells: SettingCells, issues: Issue[]): Factors | undefined {
  const { rows, issues: found } = readList(RISK_SHEET, list, cells);
  for (const issue of found) issues.push(issue);
  if (rows === undefined) return undefined;
  const place = (row: Row) => `${plainName(row.stage)}\n${plainName(row.segment)}`;
  const given = new Map<RiskFactorId, RiskFactor>();
  const weights: RiskWeight[] = [];
  const seen = new Set<string>();
  for (const { rowNumber, row } of rows) {
    const id = factorId(row.name);
    const standard = riskFactors.find((factor) => factor.id === id);
    if (standard === undefined) continue;
    const key = `${standard.id}\n${place(row)}`;
    if (seen.has(key)) {
      const at = { sheet: RISK_SHEET, row: rowNumber, column: "Factor" };
      const { stage, segment } = row;
      const where = [stage, segment].filter((name) => name !== "").join(", ");
      const message = `The factor "${row.name}" is there twice${where && ` for ${where}`}.`;
      issues.push(
        badRow(at, row.name, message, "Delete one of the two rows; the first one counts."),
      );
      continue;
    }
    seen.add(key);
    if (row.stage === "" && row.segment === "") given.set(standard.id, factorOf(row, standard));
    else {
      const { name: _, dimension: __, ...weight } = row;
      weights.push({ ...weight, id: standard.id });
    }
  }
  return { factors: riskFactors.map((factor) => given.get(factor.id) ?? factor), weights };
}

const generalRow = ({ id, ...factor }: RiskFactor): Cell[] =>
  listRow(list, { ...factor, name: riskFactorLabels[id], stage: "", segment: "" });

/** A stage's row says nothing of the dimension: that is the factor's. */
const weightRow = ({ id, ...weight }: RiskWeight): Cell[] =>
  listRow(list, { ...weight, name: riskFactorLabels[id], dimension: dimensionOf(id) });

const dimensionOf = (id: RiskFactorId): Row["dimension"] =>
  riskFactors.find((factor) => factor.id === id)?.dimension ?? RISK_SETTING;

export const factorRows = ({ factors, weights }: Factors): Cell[][] => [
  ...factors.map(generalRow),
  ...weights.map(weightRow),
];
