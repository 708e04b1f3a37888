import { InputError } from "../../core/inputError.ts";
import type { RiskModel } from "../../core/risk/riskModel.ts";
import { riskModelFromRows } from "../../core/risk/riskModelRows.ts";
import { riskModel } from "../../tables/riskModel.ts";
import type { Cells, Param } from "../customFunction.ts";
import { readRecords } from "./readRecords.ts";

/** Reads the Risk Model range; undefined when it is left out. */
function readRiskModel(cells: Cells | undefined): RiskModel | undefined {
  if (!cells) return undefined;
  const fields = riskModel.columns.map(({ field }) => field);
  const { entries } = readRecords("model", riskModel, cells, fields);
  const problem = entries.find((entry) => entry.problem !== undefined)?.problem;
  if (problem !== undefined) throw new InputError(problem);
  const model = riskModelFromRows(entries.flatMap(({ record }) => (record ? [record] : [])));
  if (model) return model;
  throw new InputError(
    "model holds no fitted model; expected the Risk Model sheet (REVOPS_RISK_MODEL) after fitting it",
  );
}

export const riskModelParam: Param = {
  name: "model",
  kind: "settings",
  optional: true,
  default: "the additive score",
  about: "The fitted deal risk (REVOPS_RISK_MODEL)",
  read: readRiskModel,
};
