import type { Day } from "../../core/calendar/day.ts";
import { upperFirst } from "../../core/firstLetter.ts";
import { acceptanceOf, type CleanUpItem } from "../../core/hygiene/cleanUpItem.ts";
import { type Fault, timeToClean, USUAL_WEEKS } from "../../core/hygiene/timeToClean.ts";
import type { ReportTable, Section, TableRow } from "../report.ts";
import { sayCount, sayNumber } from "./words.ts";

const SEVERITIES = ["high", "medium", "low"];

/** Rejected proposals are nobody's work; a list of an older version does not say when a fault was found. */
function faultsOf(items: readonly CleanUpItem[]): readonly (Fault & { severity: string })[] {
  return items.flatMap(({ decision, severity = "", firstFound, goneOn }) =>
    firstFound === undefined || (goneOn === undefined && acceptanceOf(decision) === false)
      ? []
      : [{ severity, firstFound, ...(goneOn !== undefined && { goneOn }) }],
  );
}

function rowOf(key: string, label: string, faults: readonly Fault[], asOf: Day): TableRow {
  const { open, cleaned, median, perWeek, weeksLeft, neededPerWeek } = timeToClean(faults, asOf);
  const cells = { severity: label, open, cleaned, median, perWeek, weeksLeft };
  return { key, cells: { ...cells, needed: neededPerWeek } };
}

function tableOf(items: readonly CleanUpItem[], asOf: Day): ReportTable {
  const faults = faultsOf(items);
  const rows = SEVERITIES.flatMap((severity): TableRow[] => {
    const own = faults.filter((fault) => fault.severity === severity);
    return own.length === 0 ? [] : [rowOf(severity, upperFirst(severity), own, asOf)];
  });
  return {
    id: "time_to_clean",
    columns: [
      { id: "severity", label: "Severity", format: "text", span: 2 },
      { id: "open", label: "To put right", format: "integer", span: 2, bar: true },
      { id: "cleaned", label: "Gone so far", format: "integer", span: 1 },
      { id: "median", label: "Median days", format: "days", span: 1 },
      { id: "perWeek", label: "Gone a week", format: "number", span: 2 },
      { id: "weeksLeft", label: "Weeks left at that pace", format: "number", span: 2 },
      { id: "needed", label: `A week, to end in ${USUAL_WEEKS}`, format: "number", span: 2 },
    ],
    rows,
    total: rows.length === 0 ? undefined : rowOf("all", "All", faults, asOf),
    empty: "There is nothing to put right.",
  };
}

function reading(items: readonly CleanUpItem[], asOf: Day): string {
  const { open, cleaned, perWeek, weeksLeft, neededPerWeek } = timeToClean(faultsOf(items), asOf);
  if (open === 0)
    return cleaned === 0
      ? "There is nothing to put right."
      : `All of ${sayCount(cleaned, "fault")} found so far are gone.`;
  const needed = `${sayNumber(neededPerWeek, neededPerWeek < 10 ? 1 : 0)} a week`;
  if (perWeek === undefined)
    return `${sayCount(open, "fault")} found for the first time today; to be through in the usual ${USUAL_WEEKS} weeks takes ${needed}. The next run tells the pace.`;
  if (weeksLeft === undefined)
    return `Nothing was put right in the last four weeks; to be through in the usual ${USUAL_WEEKS} weeks takes ${needed}.`;
  const weeks = Math.max(1, Math.ceil(weeksLeft));
  return `${sayCount(open, "fault")} left: ${sayCount(weeks, "more week")} at the pace of the last four; ${USUAL_WEEKS} weeks are usual and take ${needed}.`;
}

/** How long the clean-up takes, by the days on which faults were first found and found no more. */
export const cleanUpTime = (items: readonly CleanUpItem[], asOf: Day): Section => ({
  id: "time_to_clean",
  heading: "Time to clean",
  reading: reading(items, asOf),
  table: tableOf(items, asOf),
});
