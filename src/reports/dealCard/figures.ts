import { dealAge } from "../../core/deals/dealAge.ts";
import { RISK_DAYS } from "../../core/risk/riskModel.ts";
import { asOfFigure, figuresFrom } from "../parts/figures.ts";
import { sayDay, sayPercent } from "../parts/words.ts";
import type { Figure } from "../report.ts";
import { riskWording } from "../risk/wording.ts";
import { chanceAt, type DealCard } from "./numbers.ts";

const STATUS = {
  High: { status: "bad", statusWord: "▼ high" },
  Medium: { status: "warning", statusWord: "● medium" },
  Low: { status: "good", statusWord: "▲ low" },
} as const;

const figure = figuresFrom("Sheet Opportunities");

/** How far the risk moved since the day compared with. */
function movedWords({ one, isOpen, risks }: DealCard): string {
  const { score, before } = one;
  if (!isOpen || before === undefined || score === undefined || !risks.before) return "";
  const change = Math.round(score - before);
  if (change === 0) return "";
  return `, ${change > 0 ? "+" : ""}${change} since ${sayDay(risks.before.day)}`;
}

/** What stands large at the top of the card. */
function headlineFigures(card: DealCard): readonly Figure[] {
  const { one, isOpen, similar, risks } = card;
  const { standing, stageName } = one.deal;
  const score = isOpen ? one.score : undefined;
  const wording = riskWording(risks);
  return [
    figure({
      id: "amount",
      label: "Amount",
      value: standing.amount,
      format: "money",
      headline: true,
      context: stageName,
      words: "The deal's amount in home currency.",
    }),
    figure({
      id: "risk",
      label: "Risk",
      value: score,
      format: "integer",
      headline: true,
      context: `of ${wording.most}${movedWords(card)}`,
      ...(one.level === undefined || !isOpen ? {} : STATUS[one.level]),
      words: wording.score,
      source: "Tables of this report",
      ...(score === undefined
        ? {}
        : {
            formula: risks.model
              ? "100/(1+EXP(-{factors.points.total}))"
              : "{factors.points.total}",
          }),
    }),
    figure({
      id: "money_at_risk",
      label: "Money at risk",
      value: isOpen ? one.atRisk : undefined,
      format: "money",
      headline: true,
      context: risks.model ? `within ${RISK_DAYS} days` : "of the weighted value",
      words: `${wording.atRisk}.`,
      source: risks.model
        ? "Tables of this report"
        : "MONEY_AT_RISK of amount, probability and risk",
    }),
    figure({
      id: "chance",
      label: "Chance at this risk",
      value: isOpen && score !== undefined ? chanceAt(card) : undefined,
      format: "percent",
      headline: true,
      context:
        standing.probability === undefined
          ? "no probability known"
          : `${sayPercent(standing.probability)} by stage`,
      words: wording.chance,
      source: "Sheets Opportunities, Stages and Risk",
    }),
    figure({
      id: "confidence",
      label: "Data confidence",
      value: isOpen ? one.profile.confidence : undefined,
      format: "percent",
      headline: true,
      context: "of the factors could be judged",
      words: "Points of the risk factors that the data can tell / points of all of them.",
      source: "Tables of this report",
    }),
    figure({
      id: "similar",
      label: "Similar deals won",
      value: similar && similar.won / similar.closed,
      format: "percent",
      headline: true,
      context: similar ? `of ${similar.closed} closed` : "fewer than 10 closed",
      words: "Won / closed of the closed deals most like this one.",
      source: "SIMILAR_WIN_RATE over the Opportunities",
    }),
  ];
}

function closeContext({ one, isOpen, risks }: DealCard): string {
  const { closeDate } = one.deal.standing.deal;
  if (closeDate === undefined || !isOpen) return "";
  const days = closeDate - risks.book.request.asOf;
  return days < 0 ? `${-days} days overdue` : `in ${days} days`;
}

function furtherFigures(card: DealCard): readonly Figure[] {
  const { one, isOpen, inactiveDays, ready, risks } = card;
  const { standing } = one.deal;
  const { asOf } = risks.book.request;
  const { closeDate, createdDate } = standing.deal;
  return [
    figure({
      id: "close_date",
      label: "Close date",
      value: closeDate,
      format: "date",
      context: closeContext(card),
      words: "The day on which it closed or is to close.",
    }),
    figure({
      id: "probability",
      label: "Probability by stage",
      value: standing.probability,
      format: "percent",
      words: "As the CRM has it, else of its stage.",
    }),
    figure({
      id: "category",
      label: "Forecast category",
      value: standing.category,
      format: "text",
      context:
        one.recommended === undefined || one.recommended === standing.category
          ? ""
          : `its risk allows ${one.recommended} at most`,
      words: "The CRM's own, else that of its stage.",
    }),
    figure({
      id: "age",
      label: "Age, days",
      value:
        createdDate === undefined
          ? undefined
          : dealAge(createdDate, isOpen ? undefined : closeDate, asOf),
      format: "days",
      words: "Days since it was created, up to its close date once it is closed.",
    }),
    figure({
      id: "pushes",
      label: "Pushes",
      value: one.facts.pushCount,
      format: "integer",
      words: "How often its close date was moved to a later day.",
      source: "Sheets Opportunities and Opportunity History",
    }),
    figure({
      id: "inactive",
      label: "Days without activity",
      value: isOpen ? inactiveDays : undefined,
      format: "days",
      words: "Days since the last activity, or since it was created when there was none.",
      source: "Sheets Opportunities and Activities",
    }),
    figure({
      id: "missing_next",
      label: "Missing for the next stage",
      value: ready && ready.looked > 0 ? ready.missing.length : undefined,
      format: "integer",
      context: ready === undefined ? "" : ready.stage.stage,
      words: "Fields that the next stage needs and that are blank or say no.",
      source: "Sheets Opportunities and Required fields",
    }),
    asOfFigure(asOf),
  ];
}

export const cardFigures = (card: DealCard): readonly Figure[] => [
  ...headlineFigures(card),
  ...furtherFigures(card),
];
