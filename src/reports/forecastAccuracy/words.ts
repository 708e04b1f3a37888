import { methodAccuracy } from "../../core/backtest/methodAccuracy.ts";
import { sayCount, sayPercent } from "../parts/words.ts";
import type { ReportChart, ReportTable } from "../report.ts";
import { WEEKLY } from "./methodTables.ts";
import { HEADLINE, methodOf, type Tested, type TestedMethod } from "./tested.ts";

const errorOf = (method: TestedMethod | undefined) => method?.headline.wmape;

export function accuracyAnswer(tested: Tested): string {
  const { book, periods, grain, methods } = tested;
  if (book.deals.length === 0)
    return "There are no deals yet: import opportunities, then run the report again.";
  if (book.deals.some(({ standing }) => standing.status === "won") && tested.today.length === 0)
    return "No period can be forecast again, because no won deal has a close date: what a period brought is not known.";
  if (periods.length === 0 || methods.length === 0)
    return `No ${grain} that is over can be forecast again: the data holds no deal won before it. With two ${grain}s of won deals the first comparison is possible.`;
  const naive = errorOf(methodOf(tested, "naive"));
  const repeating =
    naive === undefined ? "" : ` Repeating the ${grain} before missed by ${sayPercent(naive)}.`;
  const [ensemble, weighted] = [methodOf(tested, "ensemble"), methodOf(tested, "weighted")];
  if (!tested.knowsPipeline || !weighted) {
    // The one that the chart names, which may have been tried on more periods than the first of the table.
    const first = tested.best ?? methods[0];
    return `Nothing tells how deals stood on past days, so only methods that look at past totals could be tried: ${first?.label} missed by ${sayPercent(errorOf(first) ?? 0)}.${repeating} ${trustWords(tested)}Import the opportunity history, or dated exports from now on, to try the pipeline's.`;
  }
  const bias = weighted.headline.bias ?? 0;
  const lean =
    Math.abs(bias) < 0.01
      ? ""
      : ` (${sayPercent(Math.abs(bias))} too ${bias > 0 ? "high" : "low"} in total)`;
  return `${trustWords(tested)}${HEADLINE.daysLeft} days before the end of ${sayCount(weighted.headline.periods, grain)} the learned ensemble missed by ${sayPercent(errorOf(ensemble) ?? 0)} and the weighted pipeline by ${sayPercent(errorOf(weighted) ?? 0)}${lean}.${repeating}`;
}

/** Which method to go by. */
function trustWords({ trusted, grain, horizons }: Tested): string {
  if (!trusted) return "";
  const { method, share } = trusted;
  if (method.id === "naive")
    return `No method did better than repeating the ${grain} before: trust none of them alone yet. `;
  const from =
    horizons.length > 1 ? `${horizons[0]} to ${horizons[horizons.length - 1]}` : horizons[0];
  return `The method to trust here is ${method.label}: ${from} days before the end it has ${sayPercent(share)} of the error of repeating the ${grain} before. `;
}

const COLOURS = ["#1a73e8", "#e8710a", "#5f6368"];

export function accuracyCharts(
  tested: Tested,
  methods: ReportTable,
  weeks: ReportTable,
): readonly ReportChart[] {
  const { best, grain } = tested;
  const charts: ReportChart[] = [];
  if (methods.rows.length > 1)
    charts.push({
      id: "methods_chart",
      kind: "bar",
      title: bestTitle(best, grain),
      subtitle: `Error (WMAPE) ${HEADLINE.daysLeft} days before the end, ${sayCount(tested.periods.length, grain)}`,
      table: "methods",
      category: "method",
      series: [{ column: "error", label: "Error", colour: "#1a73e8" }],
      categoryTitle: "Method",
      valueTitle: "Error (WMAPE)",
      format: "percent",
      place: "main",
    });
  const drawn = WEEKLY.filter((id) => weeks.columns.some((column) => column.id === id));
  if (weeks.rows.length > 1 && drawn.length > 0)
    charts.push({
      id: "weeks_chart",
      kind: "line",
      title: weeksTitle(weeks),
      subtitle: "Error (WMAPE) at the end of each week",
      table: "weeks",
      category: "week",
      series: drawn.map((id, at) => ({
        column: id,
        label: methodOf(tested, id)?.label ?? id,
        colour: COLOURS[at] ?? "#5f6368",
      })),
      categoryTitle: "Week",
      valueTitle: "Error (WMAPE)",
      format: "percent",
      place: "side",
    });
  return charts;
}

function bestTitle(best: TestedMethod | undefined, grain: string): string {
  if (!best) return "How far each method was off";
  if (best.id === "naive") return `No method beat repeating the ${grain} before`;
  return `${best.label} has ${sayPercent(best.headline.againstNaive ?? 0)} of the error of repeating the ${grain} before`;
}

/** An error that a number may have to be relied on. */
const RELIABLE = 0.1;

/** From which week on the ensemble's error stays small. */
function weeksTitle({ rows }: ReportTable): string {
  const limit = sayPercent(RELIABLE);
  const isOff = ({ cells }: ReportTable["rows"][number]) => Number(cells.ensemble ?? 1) > RELIABLE;
  const lastOff = rows.reduce((last, row, at) => (isOff(row) ? at : last), -1);
  const from = rows[lastOff + 1]?.cells.week;
  return from === undefined
    ? `The learned ensemble is never reliably within ${limit}`
    : `The learned ensemble is off by ${limit} or less from week ${from} on`;
}

/** How the ensemble did once it had something to learn from. */
function learntWords({ shown, grain }: Tested): string {
  const learnt = shown.filter((one) => one.learnt > 0);
  const { wmape, periods } = methodAccuracy(learnt, "ensemble", HEADLINE);
  const first = `The first ${grain}s had little to learn from, which counts against every method that learns`;
  return wmape === undefined || learnt.length === shown.length
    ? `${first}.`
    : `${first}: in the ${sayCount(periods, grain)} that came after, the learned ensemble missed by ${sayPercent(wmape)}.`;
}

export function accuracyNotes(tested: Tested): string[] {
  const { observations, history, grain, periods } = tested;
  const last = observations.reduce((most, { deals, leftOut }) => {
    const share = deals > 0 ? leftOut / deals : 0;
    return Math.max(most, share);
  }, 0);
  const left = observations.reduce((sum, { leftOut }) => sum + leftOut, 0);
  const all = observations.reduce((sum, { deals }) => sum + deals, 0);
  return [
    `Each past day is worked out as if it were today: deals as they stood, won deals as they were known, earlier ${grain}s as they had ended. Stage probabilities are those of today's Stages sheet, where the CRM's own of that day is not known.`,
    left === 0
      ? `Every open deal of the ${sayCount(observations.length, "day")} could be taken back to how it stood.`
      : `Left out, because nothing tells how they stood: ${sayPercent(left / all)} of open deals over all days, at most ${sayPercent(last)} on one; on a day with more than 5 % the pipeline's methods say nothing.`,
    ...(history.withoutRow.length > 0
      ? [
          `${sayCount(history.withoutRow.length, "deal")} that only the history names ${history.withoutRow.length === 1 ? "is" : "are"} counted up to the last trace.`,
        ]
      : []),
    `Error (WMAPE): sum of misses over sum of what came. Against repeating: the error over that of the ${grain} before, in the periods that both forecast. Hits: within 10 %. MASE: mean miss over the mean step from one ${grain} to the next. Tracking signal: drift in typical misses, beyond 4 or -4 the method is off.`,
    "Learned ensemble: three readings of the pipeline, three of the past and quota x attainment, at first weighed by how much of the period is over, then by 1 / squared error at the same point to a power that grows with the periods, half learned after four (own). Its 80 % range is as wide as its past misses, from three on, those of smaller periods by the root of the size. The method to trust has the smallest error against repeating at all days left together (geometric mean, own).",
    learntWords(tested),
    ...(periods.length > 0 && periods.length < 6
      ? [`${sayCount(periods.length, grain)} are few: differences between methods may be chance.`]
      : []),
  ];
}
