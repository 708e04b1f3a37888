import type { Check, Figure, Report } from "../report.ts";
import type { Draft, DraftCell } from "./draft.ts";
import { ruleUnder, textRow } from "./draft.ts";
import { enteredText, enteredValue } from "./entered.ts";
import { COLUMN_PIXELS, GRID_COLUMNS } from "./grid.ts";
import { headlinesOf } from "./headlineRows.ts";
import { numberPattern } from "./numberPattern.ts";
import { HEADER_FILL, SECONDARY } from "./palette.ts";
import { shortened, textLines } from "./textWidth.ts";

/** Heading with a thin line under it, and the lines that read the table for the reader. */
export function addHeading(draft: Draft, id: string, heading: string, reading = ""): void {
  draft.add({ id: `s:${id}/gap` });
  ruleUnder(draft, textRow(draft, `s:${id}/heading`, heading, { size: 12, bold: true }));
  for (const [index, line] of textLines(reading, 10, GRID_COLUMNS * COLUMN_PIXELS - 12).entries()) {
    textRow(draft, `s:${id}/reading/${index}`, line, { colour: SECONDARY });
  }
}

const WORDS = 5;
const WORDS_PIXELS = (GRID_COLUMNS - WORDS + 1) * COLUMN_PIXELS - 16;

function headerRow(draft: Draft, id: string, labels: readonly (readonly [number, string])[]): void {
  const style = draft.style({ background: HEADER_FILL, bold: true });
  const cells: DraftCell[] = Array.from({ length: GRID_COLUMNS }, () => ({
    id: undefined,
    entered: "",
    style,
  }));
  for (const [at, label] of labels) {
    const own =
      at === 4 ? draft.style({ background: HEADER_FILL, bold: true, align: "right" }) : style;
    cells[at - 1] = { id: `${id}/${label.trim()}`, entered: enteredText(label), style: own };
  }
  draft.add({ id, label: "Headings", cells });
}

function addFigure(draft: Draft, figure: Figure, shownLarge: boolean): void {
  const { id, label, value, format } = figure;
  const rowId = `figures/${id}`;
  const cells: (DraftCell | undefined)[] = [];
  const [first = "", ...rest] = textLines(
    `${figure.words} Source: ${figure.source}.`,
    9,
    WORDS_PIXELS,
  );
  const quiet = draft.style({ colour: SECONDARY, size: 9, pattern: '"   "@' });
  cells[0] = {
    id: `${rowId}/label`,
    entered: enteredText(shortened(label, 10, 3 * COLUMN_PIXELS - 8)),
    style: draft.style({}),
  };
  cells[3] = {
    // A headline's own cell is the large one; this one only repeats it.
    id: shownLarge ? `${rowId}/repeated` : `figure/${id}`,
    entered: enteredValue(value, format),
    style: draft.style({
      pattern: typeof value === "number" ? numberPattern(format, Math.abs(value)) : "",
      align: "right",
    }),
    template: value === undefined ? undefined : shownLarge ? `={=${id}}` : figure.formula,
  };
  cells[WORDS - 1] = { id: `${rowId}/words/0`, entered: enteredText(first), style: quiet };
  draft.add({ id: rowId, label, cells });
  for (const [index, line] of rest.entries()) {
    const more: (DraftCell | undefined)[] = [];
    more[WORDS - 1] = {
      id: `${rowId}/words/${index + 1}`,
      entered: enteredText(line),
      style: quiet,
    };
    draft.add({ id: `${rowId}/words/${index + 1}`, label, cells: more });
  }
}

function addCheck(draft: Draft, check: Check): void {
  const id = `check/${check.id}`;
  const cells: (DraftCell | undefined)[] = [];
  cells[0] = { id: `${id}/label`, entered: enteredText(check.label), style: draft.style({}) };
  cells[10] = {
    id,
    entered: check.value,
    style: draft.style({ pattern: "#,##0.00;-#,##0.00;0", align: "right" }),
    template: check.formula,
  };
  cells[11] = {
    id: `${id}/state`,
    entered: enteredText(Math.abs(check.value) < 0.005 ? "✓ right" : "✗ differs"),
    style: draft.style({ align: "right" }),
    template: `=IF(ABS({~${check.id}})<0.005,"✓ right","✗ differs")`,
  };
  draft.add({ id, label: check.label, cells });
}

/** Every figure with its definition, then notes on method and data, then the checks. */
export function addMethod(draft: Draft, report: Report): void {
  addHeading(draft, "figures", "Figures and what they mean");
  headerRow(draft, "figures/=head", [
    [1, "Figure"],
    [4, "Value"],
    [WORDS, "   What it means and where it comes from"],
  ]);
  const large = new Set(headlinesOf(report));
  for (const figure of report.figures) addFigure(draft, figure, large.has(figure));
  if (report.notes.length > 0) {
    addHeading(draft, "notes", "Method and data notes");
    const seen = new Map<string, number>();
    for (const note of report.notes) {
      // A note is known by its first words, so that a remark beside it stays when others come or go.
      const words = note.replace(/[\d.,]+/g, "").slice(0, 48);
      seen.set(words, (seen.get(words) ?? 0) + 1);
      const id = `note/${words}/${seen.get(words)}`;
      for (const [index, line] of textLines(
        note,
        10,
        GRID_COLUMNS * COLUMN_PIXELS - 28,
      ).entries()) {
        textRow(draft, `${id}/${index}`, index === 0 ? `•  ${line}` : `    ${line}`, {});
      }
    }
  }
  if (report.checks.length > 0) {
    addHeading(draft, "checks", "Checks", "Each is 0 when right.");
    for (const check of report.checks) addCheck(draft, check);
  }
}
