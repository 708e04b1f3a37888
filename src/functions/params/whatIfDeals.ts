import type { OpenDeal } from "../../core/forecast/distribution/portfolio.ts";
import { InputError } from "../../core/inputError.ts";
import { opportunities } from "../../tables/opportunities.ts";
import { readRecords } from "./readRecords.ts";
import { type WinArguments, winRows } from "./winRecords.ts";

/**
 * The open deals of a table range with their chances. A row that cannot be read is refused, since a scenario without it
 * would be wrong; a deal without an amount or a chance is left out. Undefined when that leaves none of the open deals:
 * what they bring is unknown, not nothing.
 */
export function whatIfDeals(...args: WinArguments): OpenDeal[] | undefined {
  const [cells] = args;
  const { entries } = readRecords("deals", opportunities, cells, ["amount", "currency"]);
  const currencies = new Set<string>();
  let isUnknown = false;
  const open = winRows(...args).flatMap(
    ({ probability, found, note, heldAmount }, row): OpenDeal[] => {
      const { record, problem } = entries[row] ?? {};
      if (found === undefined && !note.startsWith("Row ")) return [];
      const wrong = problem ?? (found === undefined ? note : undefined);
      if (wrong !== undefined) throw new InputError(wrong);
      const amount = heldAmount ?? record?.amount;
      if (amount === undefined || probability === undefined) {
        isUnknown = true;
        return [];
      }
      if (record?.currency !== undefined) currencies.add(record.currency);
      return [{ amount, probability }];
    },
  );
  if (currencies.size > 1) {
    throw new InputError(
      `deals holds amounts in ${[...currencies].sort().join(" and ")}; expected one currency`,
    );
  }
  return open.length === 0 && isUnknown ? undefined : open;
}
