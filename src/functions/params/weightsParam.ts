import { InputError } from "../../core/inputError.ts";
import { isBlank } from "../../tables/reading/cell.ts";
import { shown } from "../../tables/reading/columnReading.ts";
import type { Cells, Param } from "../customFunction.ts";

function read(cells: Cells | undefined): { fitWeight: number; engagementWeight: number } {
  const [fitWeight, engagementWeight, ...more] = (cells ?? [[0.5, 0.5]])
    .flat()
    .filter((cell) => !isBlank(cell));
  const areWeights =
    typeof fitWeight === "number" && typeof engagementWeight === "number" && more.length === 0;
  if (areWeights && Math.abs(fitWeight + engagementWeight - 1) < 1e-9)
    return { fitWeight, engagementWeight };
  const found = (cells ?? []).flat().map(shown).join(", ");
  throw new InputError(
    `weights holds "${found}"; expected two shares that add up to 100%, fit first, such as 60% and 40%`,
  );
}

/** Two cells: the weight of fit and that of engagement. */
export const weightsParam: Param = {
  name: "weights",
  kind: "settings",
  optional: true,
  default: "{0.5; 0.5}",
  about: "Two cells: the weights of fit and of engagement",
  read,
};
