import type { BenchmarkMetric } from "../../core/benchmarks/benchmark.ts";
import { dueDay } from "../../core/hygiene/dueDay.ts";
import { benchmarkMetrics } from "../../settings/presets/benchmarkRows.ts";
import { noRateFinding } from "../parts/noRateFinding.ts";
import { sayCount, sayList, sayNumber } from "../parts/words.ts";
import type { Figure, Finding, Format } from "../report.ts";
import { type Compared, sayRange, type Verdict } from "./compared.ts";
import { ENOUGH, type Own, ownNumber } from "./own.ts";
import type { Past } from "./past.ts";

const MOST_FINDINGS = 5;

const nameOf = ({ row }: Compared) => {
  const name = benchmarkMetrics[row.metric].label.split(",")[0] ?? "";
  return row.group === "" ? name : `${name} (${row.group})`;
};

const UNITS = { "%": " %", days: " days", months: " months", x: " x" } as const;

function sayOwn({ row, own }: Compared): string {
  const { unit } = benchmarkMetrics[row.metric];
  return `${sayNumber(own.value, 1)}${UNITS[unit]}`;
}

/** Names that every published number reads so: where sources disagree, nothing is said. */
function agreed(compared: readonly Compared[], verdict: Verdict): readonly string[] {
  const names = [...new Set(compared.map(nameOf))];
  return names.filter((name) =>
    compared.every((one) => nameOf(one) !== name || one.verdict === verdict),
  );
}

/** `Optifai, 2025`: who published it, without what on. */
const publisher = ({ source, dated }: Compared["row"]): string =>
  [source.split(/[,:]/)[0]?.trim(), dated].filter(Boolean).join(", ");

/** What it is held against: one's own target before what is published. */
function sayAgainst({ row }: Compared): string {
  return row.target === undefined
    ? `published ${sayRange(row)} (${publisher(row)})`
    : `your target ${sayNumber(row.target, 1)}`;
}

export function benchmarkAnswer({ book }: Past, compared: readonly Compared[]): string {
  if (book.deals.length === 0)
    return "There are no deals yet: import opportunities, then run this again.";
  const read = compared.filter(({ verdict }) => verdict !== "not enough data");
  if (read.length === 0)
    return `Nothing can be compared yet: no published number has ${ENOUGH} records of yours beside it.`;
  const [behind, ahead] = [agreed(read, "behind"), agreed(read, "ahead")];
  const say = (names: readonly string[], word: string) =>
    names.length === 0
      ? ""
      : `${word}: ${sayList(names.slice(0, 3))}${names.length > 3 ? `, ${names.length - 3} more` : ""}. `;
  const rest =
    behind.length + ahead.length === 0
      ? "None lies outside all that is published by more than chance."
      : "";
  return `${sayCount(read.length, "comparison")} with published numbers. ${say(behind, "Behind")}${say(ahead, "Ahead")}${rest}`.trim();
}

type Shown = {
  readonly id: string;
  readonly metric: BenchmarkMetric;
  readonly label: string;
  readonly format: Format;
  readonly words: string;
};

const SHOWN: readonly Shown[] = [
  {
    id: "win_rate",
    metric: "winRate",
    label: "Win rate",
    format: "percent",
    words: "Won / (won + lost) of the deals closed in 12 months, by number.",
  },
  {
    id: "cycle_days",
    metric: "cycle",
    label: "Sales cycle, days",
    format: "days",
    words: "Median days from created to won of the deals won in 12 months.",
  },
  {
    id: "coverage",
    metric: "coverage",
    label: "Coverage, x",
    format: "ratio",
    words: "Open deals of the period / (quota - won).",
  },
  {
    id: "overdue",
    metric: "overdue",
    label: "Open deals overdue",
    format: "percent",
    words: "Open deals whose close date has passed / open deals with a close date.",
  },
  {
    id: "aged",
    metric: "aged",
    label: "Open over 90 days",
    format: "percent",
    words: "Amount of open deals created more than 90 days ago / amount of open deals.",
  },
];

function figureOf(past: Past, { id, metric, label, format, words }: Shown): Figure {
  const blank = { metric, group: "", low: undefined, high: undefined, target: undefined };
  const own: Own | undefined = ownNumber(past, { ...blank, source: "", dated: "" });
  const published = past.book.request.settings.benchmarks.find(
    (row) => row.metric === metric && row.group === "",
  );
  const value = format === "percent" && own ? own.value / 100 : own?.value;
  return {
    id,
    label,
    value,
    format,
    headline: true,
    ...(published ? { context: `published ${sayRange(published)}` } : {}),
    words,
    source: "Opportunities",
  };
}

export function benchmarkFigures(past: Past, compared: readonly Compared[]): readonly Figure[] {
  const count = (verdict: string) => compared.filter((one) => one.verdict === verdict).length;
  return [
    ...SHOWN.map((one) => figureOf(past, one)),
    ...[
      { id: "behind", label: "Behind", value: count("behind") },
      { id: "ahead", label: "Ahead", value: count("ahead") },
      { id: "in_range", label: "In range", value: count("in range") },
      { id: "compared", label: "Compared", value: compared.length },
    ].map(
      (one): Figure => ({
        ...one,
        format: "integer",
        words: `Published numbers with one of yours beside them: ${one.label.toLowerCase()}.`,
        source: "Benchmarks",
      }),
    ),
  ];
}

const ACTIONS: Readonly<Partial<Record<BenchmarkMetric, string>>> = {
  winRate: "Read the Win/loss report: which groups lose, and why.",
  cycle: "Find the stage that takes longest below; ask for its exit criteria.",
  noDecisionOfLost: "Qualify need, budget and date earlier; stop what cannot be decided.",
  noDecisionOfDecided: "Qualify need, budget and date earlier; stop what cannot be decided.",
  coverage: "Create pipeline for the period, or move what can close in it.",
  fresh: "Plan new pipeline: it is what the next quarters are won from.",
  aged: "Close or revive the oldest deals with their owners.",
  overdue: "Have every overdue close date moved or the deal closed: run Hygiene.",
  inactive: "Have a next step set for every silent deal: run Hygiene.",
  concentration: "Do not commit on the largest deal alone; plan for its loss.",
};

export function benchmarkFindings(
  { book, decided }: Past,
  compared: readonly Compared[],
): readonly Finding[] {
  const { asOf, settings } = book.request;
  const due = dueDay(asOf, settings.options.dueDays, settings.calendar);
  const behind = agreed(compared, "behind");
  const firstOf = (one: Compared) => compared.find((other) => nameOf(other) === nameOf(one));
  const rates = noRateFinding([...book.allOpen, ...decided], "no amount of this report");
  const lags = compared
    .filter((one) => behind.includes(nameOf(one)) && firstOf(one) === one)
    .slice(0, MOST_FINDINGS)
    .map(
      (one): Omit<Finding, "due"> => ({
        id: `behind_${one.row.metric}_${one.row.group}`,
        severity: "medium",
        what: `${nameOf(one)}: ${sayOwn(one)}, ${sayAgainst(one)}.`,
        evidence: [],
        action:
          ACTIONS[one.row.metric] ??
          "Find out with the team what holds it back; check that it is counted alike.",
      }),
    );
  return [...rates, ...lags].map((finding) => ({ ...finding, due }));
}
