import { QUALITY_TARGET } from "../../core/hygiene/dataQuality.ts";
import { pushCounts } from "../../core/hygiene/pushCount.ts";
import { stageAdherence } from "../../core/hygiene/stageMoves.ts";
import type { Book } from "../book.ts";
import { dealChangesOf } from "../parts/dealChangesOf.ts";
import { figuresFrom } from "../parts/figures.ts";
import { share } from "../parts/tally.ts";
import { sayCount, sayPercent } from "../parts/words.ts";
import type { Figure } from "../report.ts";
import type { Quality } from "./gather.ts";

const figure = figuresFrom("Tables of this report");

const missed = ({ dimensions }: Quality) =>
  dimensions.filter(({ score, target }) => score !== undefined && score < target);

/** Moves of all deals in the history, open or closed. */
function processFigures(book: Book, { context, checks }: Quality): readonly Figure[] {
  const moves = book.deals.flatMap(({ standing }) => context.stageMoves(standing.deal) ?? []);
  const sum = (kind: "skips" | "regressions" | "reopened") =>
    context.knowsStageMoves ? moves.reduce((total, one) => total + one[kind], 0) : undefined;
  const { tables, asOf } = book.request;
  const pushes = pushCounts(dealChangesOf(book.request), asOf, tables.opportunities?.rows);
  const pushed = [...pushes.values()].filter((count) => count > 0).length;
  const silent = checks.find(({ id }) => id === "silent_push");
  const history = "Sheets Opportunity History and Snapshots";
  return [
    figure({
      id: "stage_adherence",
      label: "Stage adherence",
      value: stageAdherence(moves),
      format: "percent",
      words:
        "Moves to the very next stage / all moves between open stages and to won; target 90 %.",
      source: history,
    }),
    figure({
      id: "stage_skips",
      label: "Stages left out",
      value: sum("skips"),
      format: "integer",
      words: "Moves of any deal past at least one stage that other deals go through.",
      source: history,
    }),
    figure({
      id: "stage_regressions",
      label: "Moves back",
      value: sum("regressions"),
      format: "integer",
      words: "Moves of any deal to an earlier stage.",
      source: history,
    }),
    figure({
      id: "reopened",
      label: "Reopenings",
      value: sum("reopened"),
      format: "integer",
      words: "Returns of any deal from won or lost to an open stage.",
      source: history,
    }),
    figure({
      id: "deals_pushed",
      label: "Deals pushed",
      value: pushes.size === 0 ? undefined : pushed,
      format: "integer",
      words: "Deals, open or closed, whose close date was moved out at least once.",
      source: history,
    }),
    figure({
      id: "silent_pushes",
      label: "Pushed without a reason",
      value: silent?.failing.length,
      format: "integer",
      words: "Open deals that were pushed and have no push reason.",
      source: "Sheet Opportunities",
    }),
  ];
}

export function qualityFigures(book: Book, quality: Quality, work: number): readonly Figure[] {
  const { score, dimensions, checks, conflicts, links, effect, records, issues } = quality;
  const count = (list: typeof checks) => list.reduce((sum, one) => sum + one.failing.length, 0);
  const complete = dimensions.find(({ id }) => id === "completeness");
  const isGood = score !== undefined && score > QUALITY_TARGET;
  const behind = missed(quality);
  return [
    figure({
      id: "score",
      label: "Data quality",
      value: score,
      format: "percent",
      headline: true,
      context: `target above ${sayPercent(QUALITY_TARGET)}`,
      ...(score !== undefined && {
        status: isGood ? ("good" as const) : ("bad" as const),
        statusWord: isGood ? "▲ met" : "▼ missed",
        formula: "{scorecard.score.total}",
      }),
      words: "Mean of the dimensions that can be measured, each with the same weight (own).",
    }),
    figure({
      id: "completion",
      label: "Fields filled",
      value: complete?.score,
      format: "percent",
      headline: true,
      context: `target ${sayPercent(complete?.target ?? 0.95)}`,
      words: "Filled values / values that the Required fields sheet asks for.",
    }),
    figure({
      id: "work_items",
      label: "To put right",
      value: work,
      format: "integer",
      headline: true,
      context: "in sheet Clean-up list",
      words: "Rows of the clean-up list that this run found.",
      source: "Clean-up list",
    }),
    figure({
      id: "conflicts",
      label: "Sources in conflict",
      value: count(conflicts),
      format: "integer",
      headline: true,
      context:
        count(conflicts) === 0
          ? "no two differ"
          : `in ${sayCount(conflicts.filter(({ failing }) => failing.length > 0).length, "fact")}`,
      words: "Values about which two sheets, or two sources, say different things.",
    }),
    figure({
      id: "clean_value",
      label: "Pipeline after clean-up",
      value: effect.after.value,
      format: "money",
      headline: true,
      context:
        effect.before.value > 0
          ? `${sayPercent(effect.after.value / effect.before.value)} of what the CRM says`
          : "no open value",
      words: "Open value less duplicates and deals that nobody works on.",
    }),
    ...dimensions.map(
      ({ id, label, score: value, about }): Figure =>
        figure({ id, label, value, format: "percent", words: `${about}.` }),
    ),
    figure({
      id: "dimensions_missed",
      label: "Dimensions below target",
      value: behind.length,
      format: "integer",
      words: "Dimensions whose score is below their target.",
    }),
    figure({
      id: "orphans",
      label: "Records without a link",
      value: count(links),
      format: "integer",
      words: "Activities, tickets, contacts, deals and history rows that point to nothing known.",
    }),
    figure({
      id: "orphan_share",
      label: "Share without a link",
      value: share(
        count(links),
        links.reduce((sum, one) => sum + one.checked, 0),
      ),
      format: "percent",
      words: "Records without a link / records that should have one.",
    }),
    ...processFigures(book, quality),
    figure({
      id: "value_before",
      label: "Pipeline as the CRM says",
      value: effect.before.value,
      format: "money",
      words: "Amounts of all open deals.",
    }),
    figure({
      id: "weighted_before",
      label: "Weighted as the CRM says",
      value: effect.before.weighted,
      format: "money",
      words: "Amount times probability of all open deals.",
    }),
    figure({
      id: "weighted_after",
      label: "Weighted after clean-up",
      value: effect.after.weighted,
      format: "money",
      words: "The same after every step of the clean-up.",
    }),
    figure({
      id: "records",
      label: "Records",
      value: records,
      format: "integer",
      words: "Rows of Opportunities, Leads, Contacts, Accounts, Activities and Tickets.",
      source: "Data sheets",
    }),
    figure({
      id: "issues",
      label: "Faults",
      value: issues,
      format: "integer",
      words: "Records not sound, counted once for each check.",
    }),
  ];
}
