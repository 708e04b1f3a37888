import type { QuotaInPeriod } from "../core/quota/quotaInPeriod.ts";
import { type Book, type BookDeal, openBook } from "./book.ts";
import { forecastAnswer } from "./forecast/answer.ts";
import { CALLS_METHOD, callSections } from "./forecast/calls.ts";
import { categoryCheck } from "./forecast/categoryCheck.ts";
import { categoryTable } from "./forecast/categoryTable.ts";
import { forecastCharts } from "./forecast/charts.ts";
import { forecastFigures } from "./forecast/figures.ts";
import { forecastFindings } from "./forecast/findings.ts";
import { type Group, groupTable } from "./forecast/groupTable.ts";
import { heldChecks, heldFigures, heldSections } from "./forecast/heldTable.ts";
import { largestDeals } from "./forecast/largestDeals.ts";
import { middleChecks } from "./forecast/middleBridge.ts";
import { forecastNumbers } from "./forecast/numbers.ts";
import { rangeNotes } from "./forecast/rangeFigures.ts";
import { rangeSections } from "./forecast/rangeSections.ts";
import { reliances } from "./forecast/reliance.ts";
import { revenueOf } from "./forecast/revenue.ts";
import { forecastSections } from "./forecast/sections.ts";
import { stageTable } from "./forecast/stageTable.ts";
import { withActions } from "./parts/actionRegister.ts";
import { bookQuota, quotaNotes } from "./parts/bookQuota.ts";
import { dataNotes } from "./parts/dataNotes.ts";
import { teamOf } from "./parts/teamOf.ts";
import { teamRequest } from "./parts/teamRequest.ts";
import type {
  Check,
  Report,
  ReportDefinition,
  ReportRequest,
  ReportTable,
  Section,
  TableRow,
} from "./report.ts";

type Knows = { readonly knowsWon: boolean; readonly knowsOpen: boolean };
type GroupQuotas = ReadonlyMap<string, { readonly group: Group; readonly amount: number }>;

function quotasBy(quota: QuotaInPeriod, groupOf: (key: string) => Group): GroupQuotas | undefined {
  if (quota.total === undefined) return undefined;
  const groups = new Map<string, { group: Group; amount: number }>();
  for (const [key, amount] of quota.byPerson) {
    const group = groupOf(key);
    const known = groups.get(group.key);
    groups.set(group.key, { group, amount: (known?.amount ?? 0) + amount });
  }
  return groups;
}

/** Teams, segments and regions, where any deal of the period has one. */
function groupTables(book: Book, quota: QuotaInPeriod, knows: Knows): readonly ReportTable[] {
  const labelled = (label: string | undefined, none: string): Group => ({
    key: label ?? "(none)",
    label: label ?? none,
  });
  const cuts: readonly (readonly [string, string, (deal: BookDeal) => string | undefined])[] = [
    ["teams", "Team", (deal) => deal.team],
    ["segments", "Segment", (deal) => deal.segment],
    ["regions", "Region", (deal) => deal.region],
  ];
  return cuts.flatMap(([id, heading, labelOf]) => {
    const isThere = [...book.won, ...book.open].some((deal) => labelOf(deal) !== undefined);
    if (!isThere) return [];
    const none = `No ${heading.toLowerCase()}`;
    const quotas =
      id === "teams"
        ? quotasBy(quota, (key) => labelled(teamOf(book.people, key), none))
        : undefined;
    return [
      groupTable({
        id,
        heading,
        book,
        groupOf: (deal) => labelled(labelOf(deal), none),
        quotas,
        formulas: false,
        ...knows,
      }),
    ];
  });
}

/** Differences that must be 0: every cut of the open pipeline adds up to it. */
function checks(
  tables: readonly ReportTable[],
  openPipeline: number | undefined,
): readonly Check[] {
  return tables.flatMap((table): Check[] => {
    const column = table.columns.some(({ id }) => id === "open") ? "open" : "amount";
    const all = table.total?.cells[column];
    if (typeof all !== "number" || openPipeline === undefined) return [];
    const sum = table.rows.reduce((part, row) => part + Number(row.cells[column] ?? 0), 0);
    return [
      {
        id: `${table.id}_add_up`,
        label: `Open pipeline by ${NAMES[table.id] ?? table.id} less open pipeline`,
        value: Math.round((sum - openPipeline) * 100) / 100 || 0,
        formula: `ROUND(SUM({${table.id}.${column}})-{=open_pipeline},2)`,
      },
    ];
  });
}

/** Parts that add up to a figure: the middle estimate, and the change since the last forecast. */
function rangeChecks(sections: readonly Section[]): readonly Check[] {
  const check = (id: string, column: string, figure: string, label: string): Check[] => {
    const table = sections.find((section) => section.id === id)?.table;
    const whole = table?.total?.cells[column];
    if (table === undefined || typeof whole !== "number") return [];
    const sum = table.rows.reduce((part, row) => part + Number(row.cells[column] ?? 0), 0);
    return [
      {
        id: `${id}_adds_up`,
        label,
        value: Math.round((sum - whole) * 100) / 100 || 0,
        formula: `ROUND(SUM({${id}.${column}})-{=${figure}},2)`,
      },
    ];
  };
  return [
    ...check("made_of", "brings", "p50", "Parts of the middle estimate less the middle estimate"),
    ...check("bridge", "amount", "expected", "Last forecast and its changes less what is expected"),
  ];
}

const NAMES: Readonly<Record<string, string>> = {
  categories: "category",
  stages: "stage",
  owners: "owner",
  teams: "team",
  segments: "segment",
  regions: "region",
};

/** Names of up to three owners with the largest gaps. */
function furthestBehind(owners: ReportTable): readonly string[] {
  const gap = (row: TableRow) => Number(row.cells.gap ?? 0);
  return owners.rows
    .filter((row) => gap(row) > 0 && row.key !== "(others)")
    .sort((a, b) => gap(b) - gap(a))
    .slice(0, 3)
    .map((row) => String(row.cells.name));
}

function build(request: ReportRequest): Report {
  return withActions(forecastReport(request), request);
}

function forecastReport(asked: ReportRequest): Report {
  const { request, scope } = teamRequest(asked);
  const book = openBook(request);
  const quota = bookQuota(book);
  const numbers = forecastNumbers(book, quota);
  const revenue = revenueOf(book, numbers);
  const knows = { knowsWon: numbers.hasClosed, knowsOpen: !numbers.lacksCloseDates };
  const owners = groupTable({
    id: "owners",
    heading: "Owner",
    book,
    groupOf: ({ owner }) => owner,
    quotas: quotasBy(quota, (key) => book.people.find(key)),
    formulas: true,
    ...knows,
  });
  const tables = {
    categories: categoryTable(book),
    stages: stageTable(book),
    owners,
    groups: groupTables(book, quota, knows),
    largest: largestDeals(book),
  };
  const model = rangeSections(book, numbers, revenue);
  const calls = callSections(book);
  const tested = categoryCheck(book, revenue);
  const range = {
    ...model,
    answers: [...model.answers, ...calls, ...heldSections(revenue, book), ...tested.sections],
  };
  const rests = reliances(book);
  const findings = forecastFindings(book, numbers, revenue, rests, {
    behind: furthestBehind(owners),
    further: tested.findings,
  });
  return {
    name: "forecast",
    title: "Forecast",
    period: request.period,
    asOf: request.asOf,
    currency: book.currency,
    scope,
    ...(request.team === undefined ? {} : { team: request.team }),
    answer: forecastAnswer(book, numbers, revenue, findings),
    figures: [
      ...forecastFigures(book, numbers, revenue, owners.rows.length > 0),
      ...heldFigures(revenue),
    ],
    charts: forecastCharts(book, numbers, revenue, { ...tables, curve: range.curve }),
    sections: forecastSections(book, numbers, range, tables, rests, findings),
    notes: [
      ...dataNotes(book, { weighted: true }),
      ...rangeNotes(revenue, book),
      ...quotaNotes(book, quota),
      ...METHOD,
      ...(calls.length === 0 ? [] : [CALLS_METHOD]),
    ],
    checks: [
      ...checks(
        [tables.categories, tables.stages, tables.owners, ...tables.groups],
        numbers.openPipeline,
      ),
      ...rangeChecks(range.answers),
      ...heldChecks(revenue),
      ...middleChecks(range.answers),
    ],
  };
}

const METHOD: readonly string[] = [
  "Won to date: closed-won deals with a close date from the period's first day to the as-of date.",
  "Open pipeline: every open deal closing in the period; those whose date has passed are included and repeated as overdue.",
  "Weighted: amount times the CRM's probability, else the probability of the stage in the Stages sheet.",
  "Category: the CRM's own, else the stage's, else by probability with the limits in Report options.",
];

/** What will the period bring, and what does that rest on? */
export const forecast: ReportDefinition = {
  name: "forecast",
  title: "Forecast",
  about:
    "Range and chance of quota, won to date, open pipeline by category, stage and owner, coverage and gap.",
  menuLabel: "Forecast the quarter",
  needs: ["opportunities"],
  uses: [
    "reps",
    "quotas",
    "accounts",
    "activities",
    "winModel",
    "winOverrides",
    "opportunityHistory",
    "snapshots",
    "forecastLog",
    "forecastSubmissions",
    "actions",
  ],
  settings: ["categoryTests"],
  inDigest: true,
  takesTeam: true,
  build,
};
