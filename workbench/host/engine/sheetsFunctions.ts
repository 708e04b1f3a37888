import { adapted } from "./adaptedFunctions.ts";
import { library } from "./library.ts";
import { missing } from "./missingFunctions.ts";
import { regexFunctions } from "./regexFunctions.ts";

let added = false;

/** Functions that Sheets has and the library lacks or answers differently. */
export function addSheetsFunctions(): void {
  if (added) return;
  added = true;
  const { functionRegistry } = library().registries;
  const { arg } = library().helpers;
  for (const [name, [args, compute]] of Object.entries({ ...missing, ...regexFunctions })) {
    functionRegistry.replace(name, {
      description: name,
      args: args.map((definition) => arg(definition, "")),
      compute,
    });
  }
  for (const [name, adapt] of Object.entries(adapted)) {
    const original = functionRegistry.content[name];
    if (original === undefined) continue;
    functionRegistry.replace(name, { ...original, compute: adapt(original.compute) });
  }
}
