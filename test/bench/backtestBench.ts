import type { Answer, ReportRunResult } from "../../src/addon/calls/requests.ts";
import { isoFromDay } from "../../src/core/calendar/day.ts";
import type { Host } from "../../workbench/host/host.ts";
import { sampleCompany } from "../../workbench/sample/sampleCompany.ts";
import { openSession } from "../../workbench/session.ts";
import { uploadRows } from "../../workbench/upload.ts";
import { duration, timed } from "./measure.ts";
import type { Page } from "./page.ts";

const DEALS = 10_000;
/** Seconds that a piece may take; the sidebar gives each a minute. */
const SLICES = [60, 10];

/** Companies on which the ensemble's first weights and ranges were chosen. */
const COMPANIES: readonly (readonly [seed: number, deals: number])[] = [
  ...[1, 2, 3].map((seed) => [seed, 600] as const),
  ...[4, 5, 6].map((seed) => [seed, 1500] as const),
  ...[7, 8].map((seed) => [seed, 1000] as const),
];
const HORIZON = "30 days before the end";

function filled(seed: number, deals: number): Host {
  const host = openSession();
  const { asOf, files } = sampleCompany({
    seed,
    deals,
    dirt: false,
    only: ["Users.csv", "ForecastingQuota.csv", "Opportunities.csv", "OpportunityHistory.csv"],
  });
  for (const { name, rows } of files) {
    const answer = uploadRows(host, name, rows, isoFromDay(asOf), {});
    if (!answer.ok) throw new Error(answer.message);
  }
  return host;
}

const run = (host: Host, more: object) =>
  host.call("revopsReport", { name: "forecast-accuracy", ...more }) as Answer<ReportRunResult>;

/** Forecast accuracy of many deals: how long it takes, in pieces of so many seconds. */
function piecesBench(page: Page): void {
  const host = filled(1, DEALS);
  page.section(
    `Forecast accuracy of ${DEALS.toLocaleString("en")} deals with their history: every method on every day, in pieces`,
    ["a piece may take, reading and writing apart", "quarters", "pieces", "longest piece", "all"],
  );
  for (const seconds of SLICES) {
    const pieces: number[] = [];
    let answer: Answer<ReportRunResult>;
    do {
      const { ms, result } = timed(() => run(host, { seconds }));
      pieces.push(ms);
      answer = result;
    } while (!answer.ok && answer.unfinished);
    if (!answer.ok) throw new Error(answer.message);
    const quarters = answer.value.figures.find(({ id }) => id === "periods");
    page.row(
      `${seconds} s`,
      String(quarters?.value ?? ""),
      String(pieces.length),
      duration(Math.max(...pieces)),
      duration(pieces.reduce((sum, one) => sum + one, 0)),
    );
  }
}

/** What the learned ensemble and the weighted pipeline missed by in the first two quarters of companies and later. */
function companiesBench(page: Page): void {
  const all = COMPANIES.map(([seed, deals]) => {
    const answer = run(filled(seed, deals), { preview: true, whole: true });
    if (!answer.ok) throw new Error(answer.message);
    const table = answer.value.report?.sections.find(({ id }) => id === "periods")?.table;
    return (table?.rows ?? []).map(({ cells }) => cells);
  });
  page.section(
    `Error of the forecast ${HORIZON} of a quarter, by what was known then: ${COMPANIES.length} sample companies of 600 to 1,500 deals`,
    ["quarters", "forecasts", "weighted pipeline", "learned ensemble", "80 % ranges that held"],
  );
  const parts = [
    ["first two", all.flatMap((rows) => rows.slice(0, 2))],
    ["later ones", all.flatMap((rows) => rows.slice(2))],
  ] as const;
  for (const [what, rows] of parts) {
    const error = (id: "weighted" | "ensemble") => {
      const known = rows.filter((cells) => cells[id] !== undefined);
      const miss = known.reduce(
        (sum, cells) => sum + Math.abs(Number(cells[id]) - Number(cells.actual)),
        0,
      );
      const came = known.reduce((sum, cells) => sum + Number(cells.actual), 0);
      return `${((100 * miss) / came).toFixed(1)} %`;
    };
    const ranges = rows.filter(({ low }) => low !== undefined);
    const held = ranges.filter(({ held: isHeld }) => isHeld === "yes");
    page.row(
      what,
      String(rows.length),
      error("weighted"),
      error("ensemble"),
      ranges.length === 0 ? "" : `${held.length} of ${ranges.length}`,
    );
  }
}

export function backtestBench(page: Page): void {
  companiesBench(page);
  piecesBench(page);
}
