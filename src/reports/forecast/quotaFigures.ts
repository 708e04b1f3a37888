import { coverageStatus } from "../../core/pipeline/coverageStatus.ts";
import type { Book } from "../book.ts";
import { sayNumber, sayPercent } from "../parts/words.ts";
import type { Figure, Status } from "../report.ts";
import { figure } from "./figure.ts";
import type { ForecastNumbers } from "./numbers.ts";

const STATUSES: Readonly<Record<string, { status: Status; word: string }>> = {
  Critical: { status: "bad", word: "▼ critical" },
  "At Risk": { status: "warning", word: "● at risk" },
  Healthy: { status: "good", word: "▲ healthy" },
  Strong: { status: "good", word: "▲ strong" },
  "Check quality": { status: "warning", word: "● check quality" },
};

export function coverageFigure({ coverage, quota, won }: ForecastNumbers, book: Book): Figure {
  const { options } = book.request.settings;
  const band = coverage === undefined ? undefined : STATUSES[coverageStatus(coverage, options)];
  const met = quota !== undefined && won !== undefined && won >= quota;
  const blank = met ? "quota is met" : "no quota";
  return figure({
    id: "coverage",
    label: "Coverage",
    value: coverage,
    format: "ratio",
    headline: true,
    context: coverage === undefined ? blank : `target ${sayNumber(options.coverageTarget, 1)} x`,
    status: band?.status,
    statusWord: band?.word,
    words: "Open pipeline over what is left of the quota after deals won: open / (quota - won).",
    formula: "{=open_pipeline}/({=quota}-{=won})",
  });
}

export function gapFigure({ gap, expected, quota }: ForecastNumbers, book: Book): Figure {
  const isFine = gap === 0;
  const isClose =
    expected !== undefined &&
    quota !== undefined &&
    expected >= quota * book.request.settings.options.quotaOnTrack;
  const state = isFine
    ? { status: "good" as const, statusWord: "▲ covered" }
    : isClose
      ? { status: "warning" as const, statusWord: "● at risk" }
      : { status: "bad" as const, statusWord: "▼ behind" };
  return figure({
    id: "gap",
    label: "Gap to quota",
    value: gap,
    format: "money",
    context:
      gap === undefined || quota === undefined ? "no quota" : `${sayPercent(gap / quota)} of quota`,
    ...(gap === undefined ? {} : state),
    words: "Quota that won deals plus the weighted open pipeline do not cover; 0 when they do.",
    formula: "MAX(0,{=quota}-{=expected})",
  });
}
