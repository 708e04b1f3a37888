import { lowerFirst } from "../core/firstLetter.ts";
import { InputError } from "../core/inputError.ts";
import { recordKey } from "../core/recordKey.ts";
import { RISK_DAYS } from "../core/risk/riskModel.ts";
import { chanceOf } from "../core/statistics/logOdds.ts";
import { type Book, openBook } from "./book.ts";
import { cardFigures } from "./dealCard/figures.ts";
import { activitiesTable, contactsTable, lifeTable } from "./dealCard/life.ts";
import { chanceAt, type DealCard, dealCardOf } from "./dealCard/numbers.ts";
import { qualificationTable } from "./dealCard/qualification.ts";
import {
  actionsTable,
  dimensionsTable,
  factorsTable,
  similarReading,
  similarTable,
} from "./dealCard/tables.ts";
import { dealName } from "./parts/dealName.ts";
import { tableSection } from "./parts/tableSection.ts";
import { sayDay, sayMoney, sayNumber, sayPercent } from "./parts/words.ts";
import type { Figure, Report, ReportDefinition, ReportRequest, ReportTable } from "./report.ts";
import { actorOf } from "./risk/plan.ts";
import { type RiskBook, type RiskDeal, riskiest, riskReader } from "./risk/riskDeals.ts";
import { riskWording } from "./risk/wording.ts";

/** The deal that is asked for, else the open one with most money at risk. */
function choose(book: Book, wanted: string | undefined): RiskBook & { one: RiskDeal | undefined } {
  const { riskOf, ...reader } = riskReader(book);
  if (wanted === undefined) {
    const deals = book.allOpen.map(riskOf).sort(riskiest);
    return { book, ...reader, deals, one: deals[0] };
  }
  const key = recordKey(wanted.trim());
  const found = book.deals.find(({ standing }) => recordKey(standing.deal.opportunityId) === key);
  if (found === undefined) {
    throw new InputError(
      `There is no deal ${wanted} on the Opportunities sheet; expected a record id of it.`,
    );
  }
  const one = riskOf(found);
  return { book, ...reader, deals: [one], one };
}

function answer(card: DealCard): string {
  const { one, risks, isOpen } = card;
  const { standing, stageName } = one.deal;
  const { currency } = risks.book;
  const worth = standing.amount === undefined ? "" : `, ${sayMoney(standing.amount, currency)}`;
  const head = `${dealName(one.deal)}${worth} in ${stageName}`;
  if (!isOpen) {
    const day = standing.deal.closeDate;
    return `${head}: ${standing.status}${day === undefined ? "" : ` on ${sayDay(day)}`}; nothing is at risk any more.`;
  }
  const stop =
    one.stops.length === 0 ? "" : ` A stop condition speaks against it: ${one.stops.join("; ")}.`;
  const { score } = one;
  if (score === undefined)
    return `${head}: nothing is known that a risk could be told from.${stop}`;
  const lost =
    one.atRisk === undefined
      ? ""
      : risks.model
        ? `, ${sayMoney(one.atRisk, currency)} at risk within ${RISK_DAYS} days`
        : `, ${sayMoney(one.atRisk, currency)} of its weighted value at risk`;
  const [first] = one.top;
  if (first === undefined)
    return `${head}: risk ${sayNumber(score, 0)}${lost}; ${risks.model ? "nothing that can be mended raises it" : "no risk factor is present"}.${stop}`;
  const [now, then] = [chanceAt(card), chanceAt(card, first)];
  const chance =
    now === undefined || then === undefined || now === then
      ? ""
      : `, chance ${sayPercent(now)} to ${sayPercent(then)}`;
  return `${head}: risk ${sayNumber(score, 0)} (${one.level?.toLowerCase()})${lost}. First: ${lowerFirst(first.factor.action)} (${actorOf(one, first.factor, risks)}): risk ${sayNumber(score, 0)} to ${sayNumber(first.without, 0)}${chance}.${stop}`;
}

const notesOf = (risks: Pick<RiskBook, "book" | "model">): readonly string[] => [
  riskWording(risks).note,
  `Risk then and chance then: with this one factor dealt with and all else as it is. Chance: ${riskWording(risks).chance.replace(/^[OP]/, (letter) => letter.toLowerCase())}`,
  "Similar deals: of the same segment, size quarter, type and lead source where at least 10 of them closed, else alike in less.",
  "Needed for a stage: the Required fields sheet; a yes-or-no field that says no counts as missing.",
  "To see another deal, select its row on the Opportunities sheet or on a report and run the deal card again.",
];

/** What the parts of the risk differ from it by. */
function partsLess({ rows }: ReportTable, score: number, isFitted: boolean): number {
  const sum = rows.reduce((all, { cells }) => all + Number(cells.points ?? 0), 0);
  if (!isFitted) return sum - score;
  return Math.round(1e6 * (100 * chanceOf(sum) - score)) / 1e6 || 0;
}

function emptyReport(request: ReportRequest, book: Book): Report {
  const headline = ["Amount", "Risk", "Money at risk", "Data confidence"].map(
    (label): Figure => ({
      id: label.toLowerCase().replace(/ /g, "_"),
      label,
      value: undefined,
      format: "number",
      headline: true,
      words: "Not known: there is no deal to show.",
      source: "Sheet Opportunities",
    }),
  );
  return {
    name: "deal-card",
    title: "Deal card",
    period: request.period,
    asOf: request.asOf,
    currency: book.currency,
    scope: "One deal",
    answer:
      book.deals.length === 0
        ? "There are no deals yet: import opportunities, then run the deal card again."
        : "There is no open deal: select a row of the Opportunities sheet to see a closed one.",
    figures: headline,
    charts: [],
    sections: [],
    notes: notesOf({ book, model: undefined }),
    checks: [],
  };
}

function build(request: ReportRequest): Report {
  const book = openBook(request);
  const { one, ...risks } = choose(book, book.deals.length === 0 ? undefined : request.deal);
  if (one === undefined) return emptyReport(request, book);
  const card = dealCardOf(book, risks, one);
  const id = one.facts.opportunityId;
  const factors = factorsTable(card);
  const dimensions = dimensionsTable(card);
  const [worst] = [...dimensions.rows].sort(
    (a, b) => Number(b.cells.score ?? -1) - Number(a.cells.score ?? -1),
  );
  return {
    name: "deal-card",
    title: "Deal card",
    subject: id,
    period: request.period,
    asOf: request.asOf,
    currency: book.currency,
    scope: `${dealName(one.deal)}, ${one.deal.owner.label}`,
    answer: answer(card),
    figures: cardFigures(card),
    charts:
      // One bar alone compares nothing: the table says it.
      worst === undefined ||
      dimensions.rows.filter(({ cells }) => Number(cells.score ?? 0) > 0).length < 2
        ? []
        : [
            {
              id: "dimensions_chart",
              kind: "bar",
              title: `${String(worst.cells.dimension)} weighs most: ${sayNumber(Number(worst.cells.score), 0)} of 100`,
              subtitle: "Risk by dimension, 0-100; a blank bar is unknown or fine",
              table: "dimensions",
              category: "dimension",
              series: [{ column: "score", label: "Risk", colour: "#1a73e8" }],
              categoryTitle: "Dimension",
              valueTitle: "Risk, 0-100",
              format: "integer",
              place: "main",
            },
          ],
    sections: [
      tableSection(
        factors,
        "What makes it risky",
        risks.model
          ? "The parts add up in log-odds; 0 is the average deal. Each factor shows what would be left without it."
          : "The parts add up to the risk; each factor shows what would be left without it.",
      ),
      tableSection(
        actionsTable(card),
        "What to do",
        "The heaviest factor first; actions, roles and days to act stand in the Risk settings.",
      ),
      tableSection(
        dimensions,
        "By dimension",
        "Each dimension is the share of its own factors' points.",
      ),
      tableSection(
        qualificationTable(card),
        "Qualification and stage",
        "What the record says and what its stages ask for.",
      ),
      tableSection(
        similarTable(card),
        "Similar deals and what became of them",
        similarReading(card),
      ),
      tableSection(lifeTable(book, id), "What changed", "The latest changes first."),
      tableSection(
        activitiesTable(book, id),
        "Activity",
        "The latest first, planned ones included.",
      ),
      tableSection(contactsTable(book, id), "People", "Who plays which part."),
    ],
    notes: notesOf(risks),
    checks:
      factors.total === undefined
        ? []
        : [
            {
              id: "parts_add_up",
              label: risks.model
                ? "Risk by its parts less risk"
                : "Base, factors and cap less risk",
              value: partsLess(factors, one.score ?? 0, risks.model !== undefined),
              formula: risks.model
                ? "ROUND(100/(1+EXP(-SUM({factors.points})))-{=risk},6)"
                : "SUM({factors.points})-{=risk}",
            },
          ],
  };
}

/** Everything about one deal: risk and its parts, what to do, what its next stage needs, deals like it. */
export const dealCard: ReportDefinition = {
  name: "deal-card",
  title: "Deal card",
  about:
    "One deal, that of the selected row: risk with its parts, actions and what they would change, stage readiness, similar deals, what changed, people.",
  menuLabel: "Show the deal card",
  needs: ["opportunities"],
  uses: [
    "reps",
    "accounts",
    "activities",
    "contacts",
    "opportunityHistory",
    "opportunityContacts",
    "snapshots",
    "riskModel",
    "qualification",
  ],
  asksFor: "deal",
  settings: ["risk", "requiredFields", "frameworks"],
  build,
};
