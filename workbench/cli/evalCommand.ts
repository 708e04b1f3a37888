import { text } from "node:stream/consumers";
import { isoFromMoment, SERIAL_OF_EPOCH } from "../../src/core/calendar/day.ts";
import type { FormulaCell } from "../host/formulas.ts";
import type { Host } from "../host/host.ts";
import { ask, saveSession } from "../session.ts";
import { Mistake } from "./mistake.ts";
import { outputFile, readOptions, singleDate } from "./options.ts";
import { DATA_OPTIONS, prepareSession } from "./prepare.ts";

export const evalHelp = `revops eval [--data PATH[@DATE]]… [--workbook FILE] [--as-of DATE] '=FORMULA' …

Evaluates formulas, given as arguments or one per line on standard input, with the add-on's
functions, in a workbook that holds the imported data and the settings (canonical sheet names,
named ranges). Prints one JSON line each: {"formula":…,"value":…} or {"formula":…,"error":"…"}.
A spilled result is an array of rows, a blank is null, a date is ISO text.`;

/** `revops eval` */
export async function evalCommand(args: readonly string[]): Promise<void> {
  const options = readOptions(args, { flags: [], values: DATA_OPTIONS });
  const formulas = options.words.length > 0 ? options.words : await formulasFromInput();
  if (formulas.length === 0)
    throw new Mistake("eval needs a formula such as '=COVERAGE(300000, 100000)'.");
  const asOf = singleDate(options, "--as-of");
  const host = await prepareSession(options);
  saveSession(host, outputFile(options, "--workbook"));
  // Of this run only: a date that stayed in the workbook would hold for later reports too.
  if (asOf !== undefined) ask(host, "revopsSetAsOf", { asOf });
  for (const formula of formulas) console.log(evaluated(host, formula));
}

/** As a stream, since a pipe whose other end is slow refuses to be read at once. */
async function formulasFromInput(): Promise<string[]> {
  if (process.stdin.isTTY) return [];
  return (await text(process.stdin)).split(/\r?\n/).filter((line) => line.trim() !== "");
}

/** One line of output. */
export function evaluated(host: Host, formula: string): string {
  const outcome = host.evaluate(formula.startsWith("=") ? formula : `=${formula}`);
  if ("error" in outcome)
    return JSON.stringify({ formula, error: outcome.message || outcome.error });
  const rows = outcome.rows.map((row) => row.map(plain));
  const only = rows.length === 1 && rows[0]?.length === 1;
  return JSON.stringify({ formula, value: only ? rows[0]?.[0] : rows });
}

function plain({ value, isDate }: FormulaCell): string | number | boolean | null {
  if (value === "") return null;
  if (typeof value === "object" && value !== null) return value.error;
  return isDate && typeof value === "number"
    ? isoFromMoment(value - SERIAL_OF_EPOCH).replace(" ", "T")
    : value;
}
