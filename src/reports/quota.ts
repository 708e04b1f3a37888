import { dueDay } from "../core/hygiene/dueDay.ts";
import { type Book, openBook } from "./book.ts";
import { withActions } from "./parts/actionRegister.ts";
import { bookQuota, quotaNotes } from "./parts/bookQuota.ts";
import { dataNotes } from "./parts/dataNotes.ts";
import { sayCount, sayMoney, sayPercent } from "./parts/words.ts";
import { type AttainmentRow, attainmentTable } from "./quota/attainmentTable.ts";
import { quotaCharts } from "./quota/charts.ts";
import { quotaFigures } from "./quota/figures.ts";
import { managerRows, teamRows, together } from "./quota/groups.ts";
import { managersTable } from "./quota/managersTable.ts";
import { type Attainment, attainmentOf, type QuotaClock, quotaClock } from "./quota/numbers.ts";
import { type RepStanding, repStandings } from "./quota/reps.ts";
import { atRiskReading, atRiskTable, bandsTable, section, wonDeals } from "./quota/sections.ts";
import type { Finding, Report, ReportDefinition, ReportRequest, ReportTable } from "./report.ts";

function answer(book: Book, all: Attainment, clock: QuotaClock, atRisk: number, carriers: number) {
  const { period } = book.request;
  const money = (value: number) => sayMoney(value, book.currency);
  if (book.deals.length === 0) {
    return "There are no deals yet: import opportunities, then run the quota report again.";
  }
  const { quota, closed, attainment, pace, projected, projectedShare } = all;
  if (closed === undefined) {
    return `Attainment in ${period.title} is not known: the data holds no closed deal with a close date, or none with an amount.`;
  }
  if (quota === undefined || attainment === undefined) {
    return `${money(closed)} closed in ${period.title}; there is no quota for it in the data, so attainment and pace are blank.`;
  }
  const gone =
    clock.expectedShare === undefined
      ? ""
      : `, with ${sayPercent(clock.expectedShare)} of the working days gone`;
  const speed =
    pace === undefined
      ? ""
      : `: ${sayPercent(Math.abs(pace))} ${pace < 0 ? "behind" : "ahead of"} pace`;
  const ends =
    projected === undefined || projectedShare === undefined
      ? ""
      : ` At the pace of the last 30 days ${money(projected)} (${sayPercent(projectedShare)}) by the end; ${atRisk} of ${sayCount(carriers, "person", "people")} at risk or critical.`;
  return `${money(closed)} of ${money(quota)} closed (${sayPercent(attainment)})${gone}${speed}.${ends}`;
}

function findings(table: ReportTable, book: Book): readonly Finding[] {
  const { asOf, settings } = book.request;
  const due = dueDay(asOf, settings.options.dueDays, settings.calendar);
  // Nothing can be won any more in a period that is over.
  if (asOf >= book.request.period.to) return [];
  return table.rows.slice(0, 5).map((row): Finding => {
    const share = Number(row.cells.share ?? 0);
    const isCritical = share < settings.options.quotaAtRisk;
    const name = String(row.cells.name);
    return {
      id: `at_risk_${row.key}`,
      severity: isCritical ? "high" : "medium",
      what: `${name} is projected at ${sayPercent(share)} of quota.`,
      evidence: [],
      amount: Number(row.cells.gap ?? 0),
      action: isCritical
        ? "Review the pipeline together and agree what can still close and what must be created."
        : "Review the open deals that would close the gap.",
      owner: name,
      due,
    };
  });
}

const asRow = ({ person, numbers, open, status }: RepStanding): AttainmentRow => ({
  key: person.key === "" ? "(none)" : person.key,
  label: person.label,
  numbers,
  open,
  status,
});

function build(request: ReportRequest): Report {
  return withActions(quotaReport(request), request);
}

function quotaReport(request: ReportRequest): Report {
  const book = openBook(request);
  const quota = bookQuota(book);
  const clock = quotaClock(book);
  const hasClosed = book.knowsClosed;
  const standings = repStandings(book, quota, clock, hasClosed);
  const everybody = together("total", "Total", standings, clock, book);
  const known: Partial<Attainment> = hasClosed ? everybody.numbers : {};
  const numbers = attainmentOf(quota.total, known.closed, known.recent, clock, book);
  const all = { ...everybody, numbers };
  const daysLeft = clock.workingDaysLeft;
  const reps = attainmentTable(book, {
    id: "reps",
    heading: "Owner",
    rows: standings.map(asRow),
    total: all,
    isGroup: false,
    daysLeft,
    empty: "Nobody carries a quota or won a deal in the period.",
  });
  const teams = attainmentTable(book, {
    id: "teams",
    heading: "Team",
    rows: teamRows(standings, clock, book),
    total: all,
    isGroup: true,
    daysLeft,
    empty: "The data names no teams.",
  });
  const managers = managersTable(managerRows(standings, quota, clock, book), book);
  const bands = bandsTable(standings, book);
  const atRisk = atRiskTable(standings, book, clock.recentWorkingDays);
  const deals = wonDeals(book);
  const carriers = standings.filter(({ numbers: one }) => one.quota !== undefined).length;
  const without = standings.filter(
    ({ numbers: one }) => one.quota === undefined && (one.closed ?? 0) > 0,
  );
  const list = findings(atRisk, book);
  return {
    name: "quota",
    title: "Quota",
    period: request.period,
    asOf: request.asOf,
    currency: book.currency,
    scope: "All owners",
    answer: answer(book, numbers, clock, atRisk.rows.length, carriers),
    figures: quotaFigures(book, quota, clock, numbers, standings, deals.rows.length > 0),
    charts: quotaCharts(book, reps, bands, carriers),
    sections: [
      section(
        "at_risk",
        "At risk",
        carriers === 0 ? bands.empty : atRiskReading(atRisk, book),
        atRisk,
      ),
      section("by_owner", "By owner", ownersReading(standings, carriers), reps),
      ...(teams.rows.length === 0
        ? []
        : [section("by_team", "By team", "Each person counts in one team.", teams)]),
      ...(managers.rows.length === 0
        ? []
        : [
            section(
              "by_manager",
              "By manager",
              "Everybody below a manager, directly or not; a person counts under each manager above, so the rows do not add up.",
              managers,
            ),
          ]),
      section(
        "distribution",
        "Distribution",
        carriers === 0
          ? bands.empty
          : `${sayCount(carriers, "person", "people")} with a quota, by projected share of it.`,
        bands,
      ),
      {
        id: "findings",
        heading: "What to do",
        reading:
          list.length === 0
            ? "No action is proposed."
            : "The largest gaps, each with its next step.",
        findings: list,
      },
      section("all_deals", "Won deals", "The rows that the totals above add up.", deals),
    ],
    notes: [
      ...dataNotes(book, { weighted: false }),
      ...quotaNotes(book, quota),
      ...withoutQuota(without, book),
      ...METHOD,
    ],
    checks: checks(reps, all, numbers),
  };
}

function ownersReading(standings: readonly RepStanding[], carriers: number): string {
  const [best] = standings;
  if (carriers === 0 || best?.numbers.attainment === undefined) {
    return "Nobody carries a quota in the period; closed amounts are shown alone.";
  }
  const met = standings.filter(({ numbers }) => (numbers.attainment ?? 0) >= 1).length;
  return `${met} of ${sayCount(carriers, "person", "people")} reached the quota; ${best.person.label} leads with ${sayPercent(best.numbers.attainment)}.`;
}

function withoutQuota(people: readonly RepStanding[], book: Book): readonly string[] {
  const sum = people.reduce((all, { numbers }) => all + (numbers.closed ?? 0), 0);
  return people.length === 0
    ? []
    : [
        `Closed counts all owners: ${sayMoney(sum, book.currency)} of it by ${sayCount(people.length, "person", "people")} without a quota in the period.`,
      ];
}

function checks(reps: ReportTable, all: AttainmentRow, { closed }: Attainment) {
  if (closed === undefined || reps.rows.length === 0) return [];
  const sum = reps.rows.reduce((part, row) => part + Number(row.cells.closed ?? 0), 0);
  return [
    {
      id: "reps_add_up",
      label: "Closed by owner less closed",
      value: Math.round((sum - (all.numbers.closed ?? 0)) * 100) / 100 || 0,
      formula: "ROUND(SUM({reps.closed})-{=closed},2)",
    },
  ];
}

const METHOD: readonly string[] = [
  "Pace compares closed with the quota's share of working days gone, the as-of date included; the linear twins count all days.",
  "Projected: closed plus working days left times the average per working day of the last 30 days.",
  "Status by projected share of quota, with the limits in Report options.",
];

/** Who is on the way to quota, who is not, and what it takes. */
export const quota: ReportDefinition = {
  name: "quota",
  title: "Quota",
  about: "Attainment, pace, projection, required rate and status by rep and team.",
  menuLabel: "Check quota attainment",
  needs: ["opportunities"],
  uses: ["quotas", "reps", "accounts", "actions"],
  inDigest: true,
  build,
};
