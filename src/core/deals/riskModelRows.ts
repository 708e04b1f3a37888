import type { Day } from "../calendar/day.ts";
import { InputError } from "../inputError.ts";
import type { RiskFactorId } from "./risk.ts";
import type { RiskModel } from "./riskModel.ts";

/** One line of the Risk Model sheet: the average deal, or a factor. */
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
  ];
}

/** The newest model among the lines of the Risk Model sheet; undefined when there is none. */
export function riskModelFromRows(all: readonly RiskModelRow[]): RiskModel | undefined {
  const version = all.reduce((newest, row) => Math.max(newest, row.version), 0);
  const rows = all.filter((row) => row.version === version);
  const base = rows.find(({ factor }) => factor === AVERAGE);
  if (base?.trainedAsOf === undefined) return undefined;
  return {
    version,
    trainedAsOf: base.trainedAsOf,
    intercept: lineValue(base),
    deals: base.deals ?? 0,
    lost: base.lost ?? 0,
    coefficients: rows
      .filter((row) => row !== base)
      .map((row) => {
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
  };
}

function lineValue({ value, factor }: RiskModelRow): number {
  if (value !== undefined) return value;
  throw new InputError(
    `model has no value in its line ${factor}; expected a Risk Model sheet as it was fitted (fit it again)`,
  );
}
