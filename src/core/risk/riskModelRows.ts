import type { Day } from "../calendar/day.ts";
import type { RiskFactorId } from "../deals/risk.ts";
import { InputError } from "../inputError.ts";
import type { RiskModel, RiskTerm } from "./riskModel.ts";
import { type RiskFeature, riskFeatureLabels, riskFeatures } from "./riskTraits.ts";
import type { UsualStay } from "./usualStay.ts";

/** One line of the Risk Model sheet: the average deal, a factor, a trait such as `Stage: /proposal`, or a usual stay. */
export type RiskModelRow = {
  readonly version: number;
  readonly factor: string;
  readonly value?: number | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly average?: number | undefined;
  readonly prior?: number | undefined;
  readonly deals?: number | undefined;
  readonly lost?: number | undefined;
  readonly trainedAsOf?: Day | undefined;
};

const AVERAGE = "average deal";
const BETWEEN = ": ";
const USUAL: Readonly<Record<UsualStay["of"], string>> = {
  stage: "Usual days of stage",
  segment: "Usual pace of segment",
  type: "Usual pace of type",
};

export function riskModelRows(model: RiskModel): RiskModelRow[] {
  const { version, trainedAsOf, intercept, deals, lost } = model;
  return [
    { version, factor: AVERAGE, value: intercept, deals, lost, trainedAsOf },
    ...model.coefficients.map(({ id, coefficient, mean, ...rest }) => ({
      version,
      factor: id,
      value: coefficient,
      average: mean,
      ...rest,
    })),
    ...model.terms.map(({ feature, level, coefficient, mean }) => ({
      version,
      factor: `${riskFeatureLabels[feature]}${BETWEEN}${level}`,
      value: coefficient,
      average: mean,
    })),
    ...model.usual.map(({ of, level, value }) => ({
      version,
      factor: `${USUAL[of]}${BETWEEN}${level}`,
      value,
    })),
  ];
}

/** The newest model among the lines of the Risk Model sheet; undefined when there is none. */
export function riskModelFromRows(all: readonly RiskModelRow[]): RiskModel | undefined {
  const version = all.reduce((newest, row) => Math.max(newest, row.version), 0);
  const rows = all.filter((row) => row.version === version);
  const base = rows.find(({ factor }) => factor === AVERAGE);
  if (base?.trainedAsOf === undefined) return undefined;
  const terms: RiskTerm[] = [];
  const usual: UsualStay[] = [];
  const factors: RiskModelRow[] = [];
  for (const row of rows) {
    if (row === base) continue;
    const place = row.factor.indexOf(BETWEEN);
    const [what, level] = [row.factor.slice(0, place), row.factor.slice(place + BETWEEN.length)];
    const feature = riskFeatures.find((one: RiskFeature) => riskFeatureLabels[one] === what);
    const of = (Object.keys(USUAL) as UsualStay["of"][]).find((one) => USUAL[one] === what);
    if (place < 0) factors.push(row);
    else if (of) usual.push({ of, level, value: lineValue(row) });
    else if (feature)
      terms.push({ feature, level, coefficient: lineValue(row), mean: row.average ?? 0 });
  }
  return {
    version,
    trainedAsOf: base.trainedAsOf,
    intercept: lineValue(base),
    deals: base.deals ?? 0,
    lost: base.lost ?? 0,
    coefficients: factors.map((row) => {
      const coefficient = lineValue(row);
      return {
        id: row.factor as RiskFactorId,
        coefficient,
        low: row.low ?? coefficient,
        high: row.high ?? coefficient,
        mean: row.average ?? 0,
        prior: row.prior ?? 0,
        deals: row.deals ?? 0,
      };
    }),
    terms,
    usual,
  };
}

function lineValue({ value, factor }: RiskModelRow): number {
  if (value !== undefined) return value;
  throw new InputError(
    `model has no value in its line ${factor}; expected a Risk Model sheet as it was fitted (fit it again)`,
  );
}
