import type { Alert } from "../../core/alerts/alert.ts";
import { alertStates, isOpen } from "../../core/alerts/followAlerts.ts";
import type { Day } from "../../core/calendar/day.ts";
import { upperFirst } from "../../core/firstLetter.ts";
import { asOfFigure, figuresFrom } from "../parts/figures.ts";
import { sayCount, sayList } from "../parts/words.ts";
import type { Figure } from "../report.ts";
import type { WatchedFigure } from "./measure.ts";
import { bySeverity, isAcknowledged } from "./openAlerts.ts";

export type AlertNumbers = {
  readonly watched: readonly WatchedFigure[];
  readonly unknown: readonly WatchedFigure[];
  readonly outside: readonly WatchedFigure[];
  readonly within: number;
  readonly alerts: readonly Alert[];
  readonly hasDeals: boolean;
};

const NAMED = 3;

const figure = figuresFrom("Tables of this report");

const titleOf = (name: string) => {
  const words = name.replace(/-/g, " ");
  return upperFirst(words);
};

/** `Run Data quality and Win loss first`, where figures of theirs are not known. */
function unknownWords({ unknown }: AlertNumbers): string {
  if (unknown.length === 0) return "";
  const unrun = [
    ...new Set(unknown.filter(({ asOf }) => asOf === undefined).map((one) => one.figure.report)),
  ];
  const known = ` ${sayCount(unknown.length, "figure")} with a limit ${unknown.length === 1 ? "is" : "are"} not known`;
  if (unrun.length === 0) return `${known}.`;
  return `${known}; this period lacks a run of ${sayList(unrun.map(titleOf))}.`;
}

/** The report's answer in one sentence, and what is not known. */
export function alertAnswer(numbers: AlertNumbers): string {
  const { watched, unknown, alerts, hasDeals } = numbers;
  if (!hasDeals)
    return "There are no deals yet: import opportunities, then check the limits again.";
  if (watched.length === 0)
    return "No figure has a limit: type some into the sheet Limits, then check again.";
  const open = alerts.filter(isOpen).sort(bySeverity);
  const fresh = open.filter(({ state }) => state === alertStates.fresh);
  const still = open.length - fresh.length;
  const known = watched.length - unknown.length;
  const rest = unknownWords(numbers);
  if (open.length === 0) {
    if (known === 0) return `None of the figures that have a limit is known.${rest}`;
    return known === 1
      ? `The one figure that is known is within its limits.${rest}`
      : `All ${known} figures that are known are within their limits.${rest}`;
  }
  const seen = open.filter(isAcknowledged).length;
  const stay =
    still === 0
      ? ""
      : `${fresh.length === 0 ? "" : "; "}${still} still outside${seen > 0 ? `, ${seen} acknowledged` : ""}`;
  if (fresh.length === 0) return `No limit was crossed anew: ${stay}.${rest}`;
  const named = fresh.slice(0, NAMED).map(({ what, figure: id }) => what ?? id);
  const more = fresh.length > NAMED ? `; and ${fresh.length - NAMED} more` : "";
  return `${sayCount(fresh.length, "limit")} of ${watched.length} crossed: ${named.join("; ")}${more}${stay}.${rest}`;
}

export function alertFigures(numbers: AlertNumbers, asOf: Day): readonly Figure[] {
  const { watched, unknown, outside, within, alerts } = numbers;
  const open = alerts.filter(isOpen);
  const count = (id: string, label: string, value: number, words: string, more = {}): Figure =>
    figure({ id, label, value, format: "integer", headline: true, words, ...more });
  const high = open.filter(({ severity }) => severity === "high").length;
  return [
    count(
      "outside",
      "Outside",
      outside.length,
      "Figures below their lower or above their upper limit.",
      {
        context: `of ${sayCount(watched.length, "figure")} with a limit`,
        ...(outside.length === 0
          ? { status: "good", statusWord: "▲ none" }
          : {
              status: high > 0 ? "bad" : "warning",
              statusWord: high > 0 ? `▼ ${high} high` : "● none high",
            }),
      },
    ),
    count(
      "new",
      "New",
      open.filter(({ state }) => state === alertStates.fresh).length,
      "Alerts that this day's check saw first.",
    ),
    count(
      "not_acknowledged",
      "Not acknowledged",
      open.filter((alert) => !isAcknowledged(alert)).length,
      "Alerts without a word in Acknowledged of the Alert log.",
      { context: `of ${sayCount(open.length, "alert")}` },
    ),
    count("within", "Within", within, "Figures that are known and within their limits."),
    count("unknown", "Not known", unknown.length, "Figures with a limit that no run tells."),
    asOfFigure(asOf),
  ];
}
