import { dueDay } from "../core/hygiene/dueDay.ts";
import { type Book, openBook } from "./book.ts";
import { duplicateFigures } from "./duplicates/figures.ts";
import { type Found, findDuplicates } from "./duplicates/find.ts";
import { duplicateFindings } from "./duplicates/findings.ts";
import { keptPairs, keptProposals } from "./duplicates/kept.ts";
import { type Numbers, numbersOf } from "./duplicates/numbers.ts";
import { openTwiceFindings } from "./duplicates/openTwice.ts";
import { decideTable, groupsTable, sheetsTable, weightsTable } from "./duplicates/tables.ts";
import { withActions } from "./parts/actionRegister.ts";
import { sayCount, sayMoney, sayNumber, sayPercent } from "./parts/words.ts";
import type { Check, Report, ReportChart, ReportDefinition, ReportRequest } from "./report.ts";

function answer(
  { records, surplus, groups, toDecide, value }: Numbers,
  { currency, deals }: Book,
): string {
  if (records === 0) {
    if (deals.length > 0)
      return `Nothing can be compared: ${sayCount(deals.length, "deal")} without a name, and no leads, contacts or accounts.`;
    return "There are no records yet: import leads, contacts, accounts or deals with names, then run this again.";
  }
  const doubt = toDecide === 0 ? "" : ` ${sayCount(toDecide, "pair")} to decide.`;
  if (surplus === 0) return `None of ${sayCount(records, "record")} surely stands twice.${doubt}`;
  const twice = value > 0 ? `, ${sayMoney(value, currency)} of pipeline counted twice` : "";
  return `${sayNumber(surplus, 0)} of ${sayCount(records, "record")} (${sayPercent(surplus / records)}) ${surplus === 1 ? "stands" : "stand"} twice, in ${sayCount(groups, "group")}${twice}.${doubt}`;
}

function chart({ bySheet }: Numbers): readonly ReportChart[] {
  const worst = [...bySheet].sort((a, b) => b.surplus - a.surplus)[0];
  // One bar alone compares nothing: the answer says it.
  if (worst === undefined || bySheet.filter(({ surplus }) => surplus > 0).length < 2) return [];
  return [
    {
      id: "sheets_chart",
      kind: "bar",
      title: `${worst.sheet} has the most to merge: ${sayCount(worst.surplus, "record")}`,
      subtitle: "Records to merge into another, by sheet",
      table: "sheets",
      category: "sheet",
      first: bySheet.length,
      series: [{ column: "surplus", label: "To merge", colour: "#1a73e8" }],
      categoryTitle: "Sheet",
      valueTitle: "Records",
      format: "integer",
      place: "main",
    },
  ];
}

/** Largest difference between a pair's weight and the sum of its parts. */
function partsCheck(found: readonly Found[]): Check {
  let worst = 0;
  for (const { pairs } of found) {
    for (const { score } of pairs) {
      const sum = score.parts.reduce((total, { weight }) => total + weight, score.start);
      worst = Math.max(worst, Math.abs(sum - score.weight));
    }
  }
  return { id: "parts_add_up", label: "Parts of each pair less its weight", value: worst };
}

function build(request: ReportRequest): Report {
  return withActions(duplicatesReport(request), request);
}

function duplicatesReport(request: ReportRequest): Report {
  const book = openBook(request);
  const found = findDuplicates(book);
  const numbers = numbersOf(found);
  const due = dueDay(request.asOf, request.settings.options.dueDays, request.settings.calendar);
  const findings = [
    ...openTwiceFindings(book, found, due),
    ...duplicateFindings(found, book.currency, due),
  ];
  const groups = groupsTable(found, book.currency);
  const decide = decideTable(found);
  const { duplicatePairs, mergeProposals, leads } = request.tables;
  const converted = leads?.rows.filter((row) => row.converted === true).length ?? 0;
  return {
    name: "duplicates",
    title: "Duplicates",
    period: request.period,
    asOf: request.asOf,
    currency: book.currency,
    scope: "All records",
    answer: answer(numbers, book),
    figures: duplicateFigures(numbers),
    charts: chart(numbers),
    sections: [
      {
        id: "findings",
        heading: "What to do",
        reading: findings.length === 0 ? "Nothing to do." : "Merging is done in the CRM.",
        findings,
      },
      {
        id: "by_sheet",
        heading: "By sheet",
        reading: `A sheet is clean below ${sayPercent(0.05)}.`,
        table: sheetsTable(numbers, book.currency),
      },
      {
        id: "to_merge",
        heading: "To merge",
        reading:
          groups.rows.length === 0
            ? groups.empty
            : "Largest first; each field's value stands in sheet Merge proposals.",
        table: groups,
      },
      {
        id: "deciding",
        heading: "To decide",
        reading:
          decide.rows.length === 0
            ? decide.empty
            : "One line for records that may be one; write same or not same in sheet Duplicate pairs, it holds from the next run on.",
        table: decide,
      },
      {
        id: "worth",
        heading: "What an agreement is worth",
        reading:
          "Learned from these records: +1 makes one record twice as likely, -1 half as likely; a value that many share counts less.",
        table: weightsTable(found),
      },
    ],
    notes: [
      "Nothing in the CRM data is changed: what to merge is a proposal.",
      "Two records are one from 90 %; between 50 and 90 %, and on deals whose amounts are not equal, a person decides.",
      "The record that stays: in a group of several sources the one of the system of record in sheet Hygiene rules; a contact before a lead, then the latest activity, the most filled fields, the oldest (own rule). A lead who is a contact already is converted to it.",
      ...(converted > 0
        ? [`${sayCount(converted, "converted lead")} left out: a converted lead is history.`]
        : []),
      ...(book.deals.length > 1 && !book.has("opportunityName")
        ? ["Deals are not compared, because the data has no deal names."]
        : []),
    ],
    checks: numbers.records === 0 ? [] : [partsCheck(found)],
    kept: [
      keptPairs(found, duplicatePairs?.rows ?? []),
      keptProposals(found, mergeProposals?.rows ?? []),
    ],
  };
}

/** Which records stand twice, which one stays, and what a person has to decide. */
export const duplicates: ReportDefinition = {
  name: "duplicates",
  title: "Duplicates",
  about: "Leads, contacts, accounts and deals that stand twice, with the record to keep and why.",
  menuLabel: "Duplicates",
  needs: [],
  uses: [
    "opportunities",
    "leads",
    "contacts",
    "accounts",
    "reps",
    "duplicatePairs",
    "mergeProposals",
    "actions",
  ],
  settings: ["hygieneRules"],
  inSteps: true,
  build,
};
