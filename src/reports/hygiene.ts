import { dueDay } from "../core/hygiene/dueDay.ts";
import { qualityRules } from "../core/hygiene/qualityRules.ts";
import { type Book, openBook } from "./book.ts";
import { actionsTable } from "./hygiene/actionsTable.ts";
import { hygieneAnswer } from "./hygiene/answer.ts";
import { hygieneCharts } from "./hygiene/charts.ts";
import { uncheckedFields } from "./hygiene/context.ts";
import { hygieneFigures } from "./hygiene/figures.ts";
import { hygieneFindings } from "./hygiene/findings.ts";
import { inspect } from "./hygiene/inspect.ts";
import { issuesTable } from "./hygiene/issuesTable.ts";
import { otherRecords } from "./hygiene/otherRecords.ts";
import { ownersTable } from "./hygiene/ownersTable.ts";
import { qualityContext } from "./hygiene/qualityContext.ts";
import { furtherTable, rulesTable, uncheckedTable } from "./hygiene/ruleTables.ts";
import { type HygieneScore, hygieneScore } from "./hygiene/score.ts";
import { targetsTable } from "./hygiene/targets.ts";
import { withoutAmount } from "./hygiene/withoutAmount.ts";
import { withActions } from "./parts/actionRegister.ts";
import { cleanUpEffect, cleanUpReading, cleanUpTable } from "./parts/cleanUpEffect.ts";
import { dataNotes } from "./parts/dataNotes.ts";
import { noRateFinding } from "./parts/noRateFinding.ts";
import { teamRequest } from "./parts/teamRequest.ts";
import { sayCount, sayMoney } from "./parts/words.ts";
import type { Check, Report, ReportDefinition, ReportRequest, ReportTable } from "./report.ts";

const MOST_FINDINGS = 5;

function checks(rules: ReportTable, owners: ReportTable, score: HygieneScore): readonly Check[] {
  if (score.records === 0) return [];
  const sum = (table: ReportTable, id: string) =>
    table.rows.reduce((all, row) => all + Number(row.cells[id] ?? 0), 0);
  return [
    {
      id: "rules_add_up",
      label: "Issues by rule less issues",
      value: sum(rules, "hits") - score.issues,
      formula: "SUM({rules.hits})-{=issues}",
    },
    {
      id: "owners_add_up",
      label: "Value at stake by owner less value at stake",
      value: Math.round((sum(owners, "stake") - (score.valueAtStake ?? 0)) * 100) / 100 || 0,
      formula:
        score.valueAtStake === undefined
          ? undefined
          : "ROUND(SUM({owners.stake})-{=value_at_stake},2)",
    },
  ];
}

function scoreNotes({ unvalued, usual, byCount }: HygieneScore, book: Book): string[] {
  return unvalued === 0 || byCount || usual === undefined
    ? []
    : [
        `${sayCount(unvalued, "open deal")} with issues and ${withoutAmount(book)} ${unvalued === 1 ? "counts" : "count"} in the score with ${sayMoney(usual, book.currency)}, the median of the others: what is not known must not look clean.`,
      ];
}

function build(asked: ReportRequest): Report {
  const { request, scope } = teamRequest(asked);
  const book = openBook(request);
  const context = qualityContext(book);
  const inspection = inspect(book, context);
  const further = inspect(book, context, qualityRules);
  const effect = cleanUpEffect(book, inspection, new Set());
  const { records } = inspection;
  const score = hygieneScore(records);
  const issues = issuesTable(book, records);
  const isComplete = issues.rows.length === score.issues;
  const rules = rulesTable(book, inspection);
  const brokenRules = { ...rules, rows: rules.rows.filter((row) => Number(row.cells.hits) > 0) };
  const owners = ownersTable(book, records, isComplete);
  const targets = targetsTable(book, inspection);
  const others = otherRecords(book);
  const unchecked = uncheckedTable(inspection, uncheckedFields(book));
  const missed = targets.rows.filter((row) => row.cells.state === "▼ missed").length;
  const due = dueDay(request.asOf, request.settings.options.dueDays, request.settings.calendar);
  const all = hygieneFindings(book, inspection, due);
  const findings = [
    ...noRateFinding(book.allOpen, "no value at stake").map((finding) => ({ ...finding, due })),
    ...all.slice(0, MOST_FINDINGS),
  ];
  const report: Report = {
    name: "hygiene",
    title: "Hygiene",
    period: request.period,
    asOf: request.asOf,
    currency: book.currency,
    scope,
    ...(request.team === undefined ? {} : { team: request.team }),
    answer: hygieneAnswer(book, score, brokenRules),
    figures: hygieneFigures(book, score, others, isComplete),
    charts: hygieneCharts(brokenRules, owners, book.currency),
    sections: [
      {
        id: "findings",
        heading: "What to clean up first",
        reading:
          findings.length === 0
            ? "No rule is broken."
            : "The gravest rules with the most at stake; records by amount.",
        findings,
      },
      {
        id: "by_owner",
        heading: "By owner",
        reading: ownersReading(owners, book),
        table: owners,
      },
      {
        id: "by_rule",
        heading: "By rule",
        reading: `${brokenRules.rows.length} of ${sayCount(rules.rows.length, "rule")} checked ${brokenRules.rows.length === 1 ? "is" : "are"} broken; a record counts under each rule it breaks.`,
        table: rules,
      },
      {
        id: "actions",
        heading: "What kind of work it is",
        reading: "Each record by the gravest kind of work it asks for.",
        table: actionsTable(inspection, score.openValue !== undefined),
      },
      {
        id: "targets",
        heading: "Targets",
        reading:
          targets.rows.length === 0
            ? targets.empty
            : `${missed} of ${sayCount(targets.rows.length, "target")} missed.`,
        table: targets,
      },
      {
        id: "other_rules",
        heading: "Leads, contacts and accounts",
        reading:
          others.records === 0
            ? others.rules.empty
            : `${sayCount(others.issues, "issue")} in ${sayCount(others.records, "record")}; not part of the score.`,
        table: others.rules,
      },
      ...(others.list.rows.length === 0
        ? []
        : [
            {
              id: "other_issues",
              heading: "Issues in leads, contacts and accounts",
              reading: "Listed rule by rule.",
              table: others.list,
            },
          ]),
      {
        id: "clean_up",
        heading: "Pipeline before and after a clean-up",
        reading: cleanUpReading(effect, book.currency),
        table: cleanUpTable(effect, book.currency),
      },
      {
        id: "further",
        heading: "Further checks",
        reading: "Stage moves, currencies and further dates; not part of the score.",
        table: furtherTable(book, further),
      },
      {
        id: "unchecked",
        heading: "What could not be checked",
        reading:
          unchecked.rows.length === 0
            ? unchecked.empty
            : `${sayCount(inspection.unchecked.length, "rule")} need data that is not there.`,
        table: unchecked,
      },
      {
        id: "issues",
        heading: "Issues",
        reading:
          "The most severe records first; the amount at stake stands on a record's first row alone, so that the column adds up.",
        table: issues,
      },
    ],
    notes: [...METHOD, ...scoreNotes(score, book), ...dataNotes(book, { weighted: false })],
    checks: checks(rules, owners, score),
  };
  return withActions(report, request, all.slice(MOST_FINDINGS));
}

function ownersReading(owners: ReportTable, book: Book): string {
  const [first] = owners.rows;
  if (first === undefined) return owners.empty;
  const stake = Number(first.cells.stake ?? 0);
  if (owners.rows.every(({ cells }) => Number(cells.issues) === 0)) return "Nobody has an issue.";
  return stake > 0
    ? `${String(first.cells.name)} has the most to clean up: ${sayMoney(stake, book.currency)} in ${sayCount(Number(first.cells.bad), "record")}.`
    : `${String(first.cells.name)} has ${sayCount(Number(first.cells.issues), "issue")} in ${sayCount(Number(first.cells.bad), "record")}.`;
}

const METHOD: readonly string[] = [
  "Nothing in the CRM data is changed: actions are proposals, and a close date moves only with the owner's reason.",
  "Records: open deals, whenever they close, and deals closed in the period.",
  "Thresholds that a rule prints come from Hygiene rules, Report options, Stages and Required fields.",
];

/** What in the CRM data would make the numbers wrong, who puts it right and until when. */
export const hygiene: ReportDefinition = {
  name: "hygiene",
  title: "Hygiene",
  about: "Deals that break a rule, with owner, amount at stake, proposed action and due date.",
  menuLabel: "Check data hygiene",
  needs: ["opportunities"],
  uses: [
    "reps",
    "accounts",
    "activities",
    "opportunityHistory",
    "snapshots",
    "opportunityContacts",
    "contacts",
    "leads",
    "actions",
  ],
  inDigest: true,
  takesTeam: true,
  settings: ["requiredFields", "hygieneRules"],
  build,
};
