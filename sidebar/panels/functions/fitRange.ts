import type { FunctionView, RangeChoice } from "../../../src/addon/functions/functionTypes.ts";

type Param = FunctionView["params"][number];

/** Columns that arguments of a name are mostly, best first, as headings are written. */
const USUAL: readonly (readonly [RegExp, RegExp])[] = [
  [/stage|outcome/, /: Stage$/],
  [/amount|deal_value/, /Opportunities: Amount$/],
  [/close_date/, /: Close Date$/],
  [/created/, /Opportunities: Created Date$/],
  [/stage_entered/, /: Stage Entered$/],
  [/deals|records/, /^Opportunities: all/],
  [/leads/, /^Leads: all/],
  [/events/, /^Lead Events: all/],
  [/probab/, /: Probability/],
  [/prob_table|stages/, /^Stages settings$/],
  [/scoring/, /^Scoring settings$/],
  [/risk/, /^Risk settings$/],
  [/calendar/, /^Calendar settings$/],
  [/options|target/, /^Report options settings$/],
  [/^as_of$/, /^As-of day$/],
  [/^from$/, /^First day of /],
  [/^to$/, /^Last day of /],
];

/** Ranges that an argument can be: tables for records, settings for settings, columns for the rest. */
export function rangesFor({ kind }: Param, ranges: readonly RangeChoice[]): readonly RangeChoice[] {
  if (kind === "records") return ranges.filter((range) => range.kind === "table");
  if (kind === "settings") return ranges.filter((range) => range.kind === "settings");
  return ranges.filter((range) => range.kind === "column" || range.kind === "day");
}

/** The range that fits an argument by its name; only for those that are columns or tables by nature. */
export function usualRange(param: Param, ranges: readonly RangeChoice[]): string {
  const fitting = rangesFor(param, ranges);
  // `closed` is the day a deal was closed, or what was closed: only the former is a column as it stands.
  if (param.name === "closed" && param.kind === "date")
    return fitting.find(({ label }) => label.endsWith(": Close Date"))?.range ?? "";
  for (const [name, label] of USUAL) {
    if (!name.test(param.name)) continue;
    const found = fitting.find((range) => label.test(range.label));
    if (found) return found.range;
  }
  return "";
}

/** The arguments in an example such as `=NAME(1, {2; 3})`; undefined when the formula is more than one call. */
export function exampleArguments({ name, example }: FunctionView): string[] | undefined {
  const call = new RegExp(`^=${name}\\((.*)\\)$`, "s").exec(example.formula);
  if (!call) return undefined;
  const parts = [""];
  let isQuoted = false;
  let depth = 0;
  for (const letter of call[1] ?? "") {
    if (letter === '"') isQuoted = !isQuoted;
    if (!isQuoted && "({".includes(letter)) depth++;
    if (!isQuoted && ")}".includes(letter)) depth--;
    if (letter === "," && !isQuoted && depth === 0) parts.push("");
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim());
}
