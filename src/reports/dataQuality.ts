import { upperFirst } from "../core/firstLetter.ts";
import { dueDay } from "../core/hygiene/dueDay.ts";
import { type Book, openBook } from "./book.ts";
import { activityLogging } from "./dataQuality/activityLogging.ts";
import { auditSection } from "./dataQuality/audit.ts";
import { besideHygiene } from "./dataQuality/besideHygiene.ts";
import { qualityCharts } from "./dataQuality/charts.ts";
import { enrichment } from "./dataQuality/enrichment.ts";
import { qualityFigures } from "./dataQuality/figures.ts";
import { qualityFindings } from "./dataQuality/findings.ts";
import { gatherQuality, type Quality } from "./dataQuality/gather.ts";
import {
  auditOf,
  auditsWith,
  keptAudit,
  keptItems,
  listedItems,
  workItems,
} from "./dataQuality/kept.ts";
import { qualitySections } from "./dataQuality/sections.ts";
import { structureSection } from "./dataQuality/sheetCompletion.ts";
import { supportSections } from "./dataQuality/support.ts";
import { auditsTable, scorecard, workTable } from "./dataQuality/tables.ts";
import { withActions } from "./parts/actionRegister.ts";
import { type CleanUpEffect, cleanUpReading, cleanUpTable } from "./parts/cleanUpEffect.ts";
import { cleanUpTime } from "./parts/cleanUpTime.ts";
import { dataNotes } from "./parts/dataNotes.ts";
import { sayCount, sayList, sayMoney, sayPercent } from "./parts/words.ts";
import type { Check, Report, ReportDefinition, ReportRequest } from "./report.ts";

const MOST_FINDINGS = 6;

function answer(book: Book, { score, dimensions, effect, records, inspection }: Quality): string {
  if (records === 0) {
    return "There are no records yet: import a CRM export, then run the data quality report again.";
  }
  if (score === undefined) return "Nothing of these records can be checked.";
  const missed = dimensions.filter((one) => one.score !== undefined && one.score < one.target);
  const worst = [...missed].sort((a, b) => (a.score ?? 0) - a.target - ((b.score ?? 0) - b.target));
  const where =
    worst.length === 0
      ? "every dimension meets its target"
      : `below target in ${sayList(worst.map(({ label, score: value }) => `${label.toLowerCase()} (${sayPercent(value ?? 0)})`))}`;
  const less = effect.before.value - effect.after.value;
  const money =
    less > 0
      ? ` A clean-up takes ${sayMoney(less, book.currency)} (${sayPercent(less / effect.before.value)}) off the pipeline.`
      : "";
  const known = dimensions.filter((one) => one.score !== undefined).length;
  const mean = known === 1 ? "" : `, mean of ${known} dimensions`;
  return `Data quality ${sayPercent(score)} (share of sound values${mean}): ${where}.${money}${besideHygiene(inspection, score)}`;
}

/** What the steps add up to, less what is left: in deals and in money. */
function effectCheck({ before, steps, after }: CleanUpEffect): Check {
  const sum = steps.reduce(
    (total, { change }) => total + change.value + change.deals,
    before.value + before.deals,
  );
  return {
    id: "clean_up_adds_up",
    label: "Pipeline and steps of the clean-up less what is left",
    value: Math.round((sum - after.value - after.deals) * 100) / 100 || 0,
  };
}

function build(request: ReportRequest): Report {
  const book = openBook(request);
  const quality = gatherQuality(book);
  const { options, calendar } = request.settings;
  const due = dueDay(request.asOf, options.dueDays, calendar);
  const items = workItems(quality, request.settings.hygieneRules, due);
  const listed = listedItems(items, request.tables.cleanUpList?.rows ?? [], request.asOf);
  const audits = auditsWith(auditOf(book, quality), request.tables.qualityAudits?.rows ?? []);
  const all = qualityFindings(quality, request.settings.hygieneRules, book.currency, due);
  const findings = all.slice(0, MOST_FINDINGS);
  const { effect, accepted, unchecked } = quality;
  const hasRecords = quality.records > 0;
  const report: Report = {
    name: "data-quality",
    title: "Data quality",
    period: request.period,
    asOf: request.asOf,
    currency: book.currency,
    scope: "All records",
    answer: answer(book, quality),
    figures: qualityFigures(book, quality, items.length),
    charts: qualityCharts(quality),
    sections: [
      {
        id: "findings",
        heading: "What to put right first",
        reading: findings.length === 0 ? "Nothing." : "The gravest first, then by open value.",
        findings,
      },
      {
        id: "scorecard",
        heading: "Scorecard",
        reading: "A dimension's score is the share of checked values that are sound.",
        table: scorecard(quality),
      },
      {
        id: "clean_up",
        heading: "Pipeline and forecast before and after a clean-up",
        reading: cleanUpReading(effect, book.currency),
        table: cleanUpTable(effect, book.currency, accepted),
      },
      {
        id: "work",
        heading: "Work by owner",
        reading: "Record by record in sheet Clean-up list: filter it by owner, accept or reject.",
        table: workTable(items),
      },
      ...(hasRecords
        ? [cleanUpTime(listed, request.asOf), structureSection(book, quality.completion)]
        : []),
      ...qualitySections(quality),
      activityLogging(book),
      ...enrichment(book),
      ...supportSections(book),
      auditSection(hasRecords ? audits : []),
      {
        id: "audits",
        heading: "Quarter by quarter",
        reading: "The last run in a quarter stands; earlier quarters stay as they were.",
        table: auditsTable(hasRecords ? audits : []),
      },
      {
        id: "unchecked",
        heading: "What could not be checked",
        reading: `${sayCount(unchecked.length, "check")} need data that is not there.`,
        table: {
          id: "unchecked",
          columns: [
            { id: "check", label: "Check", format: "text", span: 5 },
            { id: "why", label: "Not checked, because", format: "text", span: 7 },
          ],
          rows: unchecked.slice(0, 30).map(({ label, why }, at) => ({
            key: `${at}`,
            cells: { check: label, why: upperFirst(why) },
          })),
          empty: "Everything could be checked.",
        },
      },
    ],
    notes: [
      "Nothing in the CRM data is changed: values are proposed, and a person enters them in the CRM.",
      "What is checked, how grave it is, who puts it right and which sheet is believed stands in sheet Hygiene rules.",
      "Accuracy is measured by what a second sheet says and by what cannot be; nobody asks the customers (own).",
      "Targets of the dimensions: sales operations rule book, data quality; equal weights are our own choice. 80 % of companies and people described is its target too; no outside service is asked.",
      "A clean-up takes two weeks as a rule (revenue operations plugin). Days count from the run that first found a fault to the one that found it no more; the median counts what is still open.",
      "New leads are to be 90 % complete a day after they came in, accounts 95 % (sales operations rule book); other sheets take the target of completeness (own).",
      "Who logs: open deals with an activity in the last 7 days (pipeline metrics practice); quiet is who entered no activity and changed no open deal for 14 days (own).",
      ...dataNotes(book, { weighted: false }),
    ],
    checks: hasRecords ? [effectCheck(effect)] : [],
    kept: hasRecords ? [keptItems(listed), keptAudit(audits)] : [],
  };
  return withActions(report, request, all.slice(MOST_FINDINGS));
}

/** How far the data can be trusted, what to put right, and what the pipeline is worth when that is done. */
export const dataQuality: ReportDefinition = {
  name: "data-quality",
  title: "Data quality",
  about:
    "Six dimensions against their targets, blank fields, contradictions, and the pipeline after a clean-up.",
  menuLabel: "Data quality",
  needs: [],
  uses: [
    ...(["opportunities", "opportunityHistory", "snapshots"] as const),
    ...(["opportunityContacts", "activities"] as const),
    ...(["accounts", "contacts", "leads", "tickets", "reps"] as const),
    ...(["duplicatePairs", "cleanUpList", "qualityAudits", "actions"] as const),
  ],
  settings: ["requiredFields", "hygieneRules"],
  inSteps: true,
  build,
};
