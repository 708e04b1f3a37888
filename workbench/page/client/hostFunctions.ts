import { registries } from "@odoo/o-spreadsheet";
import type { FunctionHelp } from "../protocol.ts";

/** Puts the add-on's functions into autocomplete and argument help; what they compute comes from the host. */
export function offerFunctions(functions: readonly FunctionHelp[]): void {
  for (const { name, about, params, category } of functions) {
    registries.functionRegistry.replace(name, {
      description: about,
      category,
      isExported: false,
      args: params.map((param) => ({
        name: param.name,
        description: param.about,
        type: ["ANY", "RANGE"],
        acceptMatrix: true,
        acceptErrors: true,
        optional: true,
      })),
      compute: () => ({ value: "" }),
    });
  }
}
