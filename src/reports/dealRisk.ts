import { type Book, openBook } from "./book.ts";
import { withActions } from "./parts/actionRegister.ts";
import { dataNotes } from "./parts/dataNotes.ts";
import { tableSection } from "./parts/tableSection.ts";
import { teamRequest } from "./parts/teamRequest.ts";
import { sayCount, sayDay, sayMoney, sayPercent } from "./parts/words.ts";
import type {
  Check,
  Report,
  ReportDefinition,
  ReportRequest,
  ReportTable,
  TableRow,
} from "./report.ts";
import { riskCharts } from "./risk/charts.ts";
import { littleKnown } from "./risk/confidence.ts";
import { allDealsTable, categoryTable, registerTable, stopsTable } from "./risk/dealTables.ts";
import { type RiskNumbers, riskFigures, riskNumbers } from "./risk/figures.ts";
import { riskFindings } from "./risk/findings.ts";
import { levelsTable } from "./risk/levels.ts";
import { type RiskPlan, riskPlan } from "./risk/plan.ts";
import { quietDeals, quietRule, quietTable } from "./risk/quietDeals.ts";
import { type RiskBook, riskDeals } from "./risk/riskDeals.ts";
import { themesTable } from "./risk/themes.ts";
import { weightsNote } from "./risk/weightsNote.ts";
import { riskWording } from "./risk/wording.ts";

/** The factor that most value has, with its share: the commonest may be rare. */
function commonest({ cells }: TableRow, open: number | undefined): string {
  const factor = String(cells.factor).toLowerCase();
  if (open === undefined) return `Commonest: ${factor}`;
  const share = typeof cells.share === "number" ? ` (${sayPercent(cells.share)})` : "";
  return `Commonest by value: ${factor}${share}`;
}

/** What the same word means in the report beside it. */
const OTHERS =
  " Pipeline review counts whole deals, and also those with two signals such as overdue or stalled.";

function answer(risks: RiskBook, numbers: RiskNumbers, themes: ReportTable): string {
  const { book, deals } = risks;
  if (book.deals.length === 0) {
    return "There are no deals yet: import opportunities, then run the deal risk report again.";
  }
  if (deals.length === 0) return "There is no open deal: nothing is at risk.";
  const scored = deals.filter(({ score }) => score !== undefined).length;
  if (scored === 0) {
    return `None of ${sayCount(deals.length, "open deal")} says anything that risk could be told from.`;
  }
  const { high, highValue, atRisk, open } = numbers;
  const known = littleKnown(numbers.confidence, risks.model !== undefined);
  const isAtRisk = riskWording(risks).isAtRisk.replace("of it", "of all that is open");
  const money = (value: number) => sayMoney(value, book.currency);
  const first = themes.rows.find(({ cells }) => Number(cells.deals) > 0);
  const most = `${first === undefined ? "" : ` ${commonest(first, open)}.`}${known}${OTHERS}`;
  if (high.length === 0) {
    const open = atRisk === undefined ? "" : `; ${money(atRisk)} ${isAtRisk}`;
    const judged = scored === deals.length ? "" : " that can be judged";
    return `None of ${sayCount(scored, "open deal")}${judged} is at high risk${open}.${most}`;
  }
  if (highValue === undefined || open === undefined || open <= 0) {
    return `${sayCount(high.length, "deal")} of ${scored} ${high.length === 1 ? "is" : "are"} at high risk; amounts are not known.${most}`;
  }
  const part = `${money(highValue)} of ${money(open)} open (${sayPercent(highValue / open)}) is at high risk in ${sayCount(high.length, "deal")}`;
  const risk = atRisk === undefined ? "" : `; ${money(atRisk)} ${isAtRisk}`;
  return `${part}${risk}.${most}`;
}

/** One level alone is said and not drawn. */
function levelsReading({ rows }: ReportTable): string {
  const held = rows.filter(({ cells }) => Number(cells.deals ?? 0) > 0);
  const [only] = held;
  if (only === undefined || held.length > 1) return "Open deals, whenever they close.";
  const level = only.key.replace(/^\P{L}+/u, "").toLowerCase();
  return level === "unknown"
    ? "No open deal says anything that its risk could be told from."
    : `All open deals are at ${level} risk, whenever they close.`;
}

function checks(book: Book, levels: ReportTable, numbers: RiskNumbers): readonly Check[] {
  if (levels.rows.length === 0) return [];
  const sum = (id: string) =>
    levels.rows.reduce((all, { cells }) => all + Number(cells[id] ?? 0), 0);
  const less = (id: string, all: number | undefined) =>
    Math.round((sum(id) - (all ?? 0)) * 100) / 100 || 0;
  return [
    {
      id: "levels_deals",
      label: "Deals by level less open deals",
      value: sum("deals") - book.allOpen.length,
      formula: "SUM({levels.deals})-COUNTA({deals.id})",
    },
    {
      id: "levels_value",
      label: "Value by level less open value",
      value: less("value", numbers.open),
      ...(numbers.open === undefined
        ? {}
        : { formula: "ROUND(SUM({levels.value})-{=open_value},2)" }),
    },
    {
      id: "levels_risk",
      label: "Money at risk by level less money at risk",
      value: less("atRisk", numbers.atRisk),
      ...(numbers.atRisk === undefined
        ? {}
        : { formula: "ROUND(SUM({levels.atRisk})-{=money_at_risk},2)" }),
    },
  ];
}

function notes(risks: RiskBook): readonly string[] {
  const { before } = risks;
  return [
    riskWording(risks).note,
    "Where the deals' own columns lack them, contacts come from Opportunity Contacts, stage entry from Opportunity History, and activity from Activities (the change of the last 14 days against the 14 before; a fitted risk counts 45 days). DEAL_RISK over the Opportunities sheet knows its columns alone.",
    ...(risks.model
      ? []
      : [
          "Usual days in a stage are its Benchmark days in the Stages sheet, else the mean of its own history once 20 stays have ended, open ones included.",
        ]),
    "Points, limits, actions, owner roles and days to act stand in the Risk settings and can be edited there; so can the close rates.",
    ...weightsNote(risks),
    before === undefined
      ? "There are neither snapshots nor a history, so no change of risk is shown."
      : `Change: against ${sayDay(before.day)}. Age, stage, days in the stage and activity are taken back to that day; what no history keeps counts as it is now.`,
    "Stop conditions: no champion after 3 activities, no timeline after 2, no contact for more than 14 days, a complete MEDDIC score below 40; what the Stop Condition of a deal says once its Stop Date is over, both columns of the Opportunities sheet; and what was answered yes in the sidebar under Qualify.",
  ];
}

function build(request: ReportRequest): Report {
  const { request: narrowed, scope } = teamRequest(request);
  const risks = riskDeals(openBook(narrowed));
  const plan = riskPlan(risks);
  const report = riskReport(risks, plan, scope);
  // A deal's step stands in the register once, whoever's team it is looked at with.
  return report.team === undefined
    ? withActions(report, request, plan.others, plan.planned)
    : withActions(report, request);
}

function riskReport(risks: RiskBook, plan: RiskPlan, scope: string): Report {
  const { book } = risks;
  const { request } = book;
  const numbers = riskNumbers(risks);
  const levels = levelsTable(risks);
  const themes = themesTable(risks);
  const register = registerTable(risks);
  const categories = categoryTable(risks);
  const stops = stopsTable(risks);
  const quiet = quietDeals(risks);
  const findings = riskFindings(risks, quiet);
  return {
    name: "deal-risk",
    title: "Deal risk",
    period: request.period,
    asOf: request.asOf,
    currency: book.currency,
    ...(request.team === undefined
      ? { scope: "All open deals" }
      : { scope: `Open deals: ${scope}`, team: request.team }),
    answer: answer(risks, numbers, themes),
    figures: riskFigures(risks, numbers),
    charts: riskCharts({ themes, levels, register }, numbers.atRisk, book.currency),
    sections: [
      {
        id: "findings",
        heading: "What to do",
        reading: findings.length === 0 ? "Nothing stands out." : "Who should look at which deals.",
        findings,
      },
      tableSection(levels, "By level of risk", levelsReading(levels)),
      tableSection(
        register,
        "Risk register",
        "The deals of which most money is at risk; why names the two heaviest factors.",
      ),
      tableSection(
        plan.table,
        "Plan",
        "The heaviest factor of each deal, and the risk that is left once it is dealt with. Who and due are carried over in the Action register.",
      ),
      tableSection(
        themes,
        "What makes deals risky",
        "A deal counts under each factor it has; unknown is the number of deals that say nothing about it.",
      ),
      tableSection(
        categories,
        "Categories to rethink",
        "Deals called higher than their risk allows: Commit only at low risk, Best Case at low or medium risk.",
      ),
      tableSection(
        quietTable(risks, quiet),
        "Large and quiet",
        `Open deals ${quiet.large} that had ${quiet.few}.`,
      ),
      tableSection(stops, "Stop or go on", "Deals that a stop condition speaks against."),
      tableSection(
        allDealsTable(risks),
        "All open deals",
        "The riskiest money first: the rows that the totals add up.",
      ),
    ],
    notes: [...notes(risks), quietRule(quiet), ...dataNotes(book, { weighted: true })],
    checks: checks(book, levels, numbers),
  };
}

/** Which open deals will hurt, why, and who does what about it. */
export const dealRisk: ReportDefinition = {
  name: "deal-risk",
  title: "Deal risk",
  about:
    "Open deals by risk of loss: money at risk, the factors with their evidence, a plan with owners and dates, and categories to rethink.",
  menuLabel: "Review deal risk",
  needs: ["opportunities"],
  uses: [
    "reps",
    "accounts",
    "activities",
    "opportunityHistory",
    "opportunityContacts",
    "snapshots",
    "actions",
    "riskModel",
    "qualification",
  ],
  takesTeam: true,
  settings: ["risk", "frameworks"],
  build,
};
