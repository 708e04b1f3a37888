import { missing } from "../../host/engine/missingFunctions.ts";
import { regexFunctions } from "../../host/engine/regexFunctions.ts";
import type { CustomFunctions } from "../../host/formulas.ts";
import type { FunctionHelp } from "../protocol.ts";

/** The add-on's functions and those of Sheets that the component lacks: the host computes both. */
export function offeredFunctions({ declared }: CustomFunctions): FunctionHelp[] {
  const sheets = Object.entries({ ...missing, ...regexFunctions }).map(([name, [args]]) => ({
    name,
    category: "Sheets",
    about: `${name} as in Google Sheets.`,
    params: args.map((arg) => ({ name: arg.split(" ")[0] ?? "value", about: "" })),
  }));
  return [
    ...declared.map(({ name, about, params }) => ({ name, category: "RevOps", about, params })),
    ...sheets,
  ];
}
