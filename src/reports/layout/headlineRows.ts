import { partsOfDay } from "../../core/calendar/day.ts";
import { sayDayOfMonth } from "../parts/words.ts";
import type { Figure, Report } from "../report.ts";
import type { Draft, DraftCell } from "./draft.ts";
import { textRow } from "./draft.ts";
import { enteredText, enteredValue } from "./entered.ts";
import { COLUMN_PIXELS, GRID_COLUMNS } from "./grid.ts";
import { headlinePattern } from "./numberPattern.ts";
import { SECONDARY, STATUS_COLOURS } from "./palette.ts";
import { shortened, textLines } from "./textWidth.ts";

const MOST_HEADLINES = 6;
/** Title, answer and one more line. */
const USUAL_ROWS = 3;
/** What 18 points need. */
const VALUE_PIXELS = 30;

/** Title at the left; period, scope, as-of day and currency in grey at the right. */
function addTitle(draft: Draft, report: Report): void {
  const cells: (DraftCell | undefined)[] = [];
  const title = { size: 16, bold: true };
  cells[0] = { id: "title", entered: enteredText(report.title), style: draft.style(title) };
  const facts = [
    report.period.title,
    report.scope,
    `as of ${sayDayOfMonth(report.asOf)} ${partsOfDay(report.asOf).year}`,
    report.currency || noCurrency(report),
  ];
  cells[GRID_COLUMNS - 1] = {
    id: "facts",
    entered: enteredText(facts.filter((fact) => fact !== "").join(" · ")),
    style: draft.style({ colour: SECONDARY, align: "right" }),
  };
  draft.add({ id: "title", label: "Title", cells });
}

/** Amounts without a currency leave a reader asking which. */
function noCurrency({ figures }: Report): string {
  return figures.some(({ format }) => format === "money") ? "the data names no currency" : "";
}

function contextOf(figure: Figure): string {
  // Some status words bring their sign along.
  const signed = /^[^\p{L}\d]/u.test(figure.statusWord ?? "");
  const sign = figure.status && !signed ? STATUS_COLOURS[figure.status].sign : "";
  const word = [sign, figure.statusWord ?? ""].filter((part) => part !== "").join(" ");
  return [figure.statusWord ? word : "", figure.context ?? ""]
    .filter((part) => part !== "")
    .join(" · ");
}

/** The figures shown large: the first few of those that ask for it. */
export function headlinesOf({ figures }: Report): readonly Figure[] {
  return figures.filter(({ headline }) => headline).slice(0, MOST_HEADLINES);
}

/** The headline figures side by side: label, large value, context. */
function addHeadlines(draft: Draft, figures: readonly Figure[]): void {
  for (const { id, label } of figures) draft.columnLabels[`figure/${id}`] = label;
  const span = Math.floor(GRID_COLUMNS / Math.max(1, Math.min(MOST_HEADLINES, figures.length)));
  const step = Math.min(3, span);
  const room = step * COLUMN_PIXELS - 10;
  const contexts = figures.map((figure) => textLines(contextOf(figure), 9, room));
  const across = (cellOf: (figure: Figure, index: number) => DraftCell | undefined) => {
    const cells: (DraftCell | undefined)[] = [];
    for (const [index, figure] of figures.entries()) cells[index * step] = cellOf(figure, index);
    return cells;
  };
  const quiet = draft.style({ colour: SECONDARY, size: 9 });
  draft.add({
    id: "headline/label",
    label: "Headline labels",
    cells: across(({ id, label }) => ({
      id: `figure/${id}/label`,
      entered: enteredText(shortened(label, 9, room)),
      style: quiet,
    })),
  });
  const valueRow = draft.add({
    id: "headline/value",
    label: "Headline figures",
    cells: across(({ id, value, format, formula }) => ({
      id: `figure/${id}`,
      // A figure that cannot be known shows a dash; its context says why.
      entered: value === undefined ? enteredText("–") : enteredValue(value, format),
      style: draft.style({
        size: 18,
        bold: true,
        pattern: typeof value === "number" ? headlinePattern(format, value) : "",
      }),
      template: value === undefined ? undefined : formula,
    })),
  });
  draft.heights.push({ row: valueRow, pixels: VALUE_PIXELS });
  const deepest = Math.max(1, ...contexts.map((lines) => lines.length));
  for (let line = 0; line < deepest; line++) {
    draft.add({
      id: `headline/context/${line}`,
      label: "Headline context",
      cells: across(({ id, status }, index) => {
        const text = contexts[index]?.[line];
        if (text === undefined) return undefined;
        const colour = status ? STATUS_COLOURS[status].text : SECONDARY;
        return {
          id: `figure/${id}/context/${line}`,
          entered: enteredText(text),
          style: draft.style({ colour, size: 9 }),
        };
      }),
    });
  }
}

/** Everything above the charts: title, the answer, the top risk and the headline figures. */
export function addHeadline(draft: Draft, report: Report): void {
  addTitle(draft, report);
  const room = GRID_COLUMNS * COLUMN_PIXELS - 20;
  for (const [index, line] of textLines(report.answer, 11, room).entries()) {
    textRow(draft, `answer/${index}`, line, { size: 11 });
  }
  const risk = report.sections
    .flatMap(({ findings = [] }) => findings)
    .find(({ severity }) => severity === "high");
  if (risk && !/top risk/i.test(report.answer)) {
    const style = { colour: STATUS_COLOURS.bad.text };
    for (const [index, line] of textLines(`Top risk: ${risk.what}`, 10, room).entries()) {
      textRow(draft, `risk/${index}`, line, style);
    }
  }
  // One sentence or two: the figures and charts below keep their place from week to week.
  if (draft.rows.length < USUAL_ROWS) draft.add({ id: "headline/room" });
  draft.add({ id: "headline/gap" });
  const headlines = headlinesOf(report);
  if (headlines.length > 0) addHeadlines(draft, headlines);
}
