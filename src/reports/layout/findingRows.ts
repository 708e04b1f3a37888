import type { TableLink } from "../parts/tableLink.ts";
import { sayNumber } from "../parts/words.ts";
import type { Finding, Status } from "../report.ts";
import type { Draft, DraftCell } from "./draft.ts";
import { enteredText, enteredValue } from "./entered.ts";
import { COLUMN_PIXELS, GRID_COLUMNS } from "./grid.ts";
import { numberPattern } from "./numberPattern.ts";
import { ACCENT, HEADER_FILL, SECONDARY, STATUS_COLOURS } from "./palette.ts";
import { shortened, textLines, textWidth } from "./textWidth.ts";

const SEVERITY: Readonly<Record<Finding["severity"], { word: string; status: Status }>> = {
  high: { word: "High", status: "bad" },
  medium: { word: "Medium", status: "warning" },
  low: { word: "Low", status: "neutral" },
};

const AMOUNT = 9;
const OWNER = 10;
const DUE = 12;
/** The finding's words run from the second to the eighth column. */
const WORDS_PIXELS = 7 * COLUMN_PIXELS - 12;
/** What to do and the evidence have their rows to themselves, up to the last column. */
const LINE_PIXELS = (GRID_COLUMNS - 1) * COLUMN_PIXELS - 12;

/** As many records as one line holds, and how many more there are. */
function evidenceOf({ evidence, names = evidence, more = 0 }: Finding): string {
  for (let listed = names.length; listed > 0; listed--) {
    const rest = names.length - listed + more;
    const line = `Evidence: ${names.slice(0, listed).join("; ")}${rest > 0 ? ` and ${sayNumber(rest)} more` : ""}`;
    if (listed === 1 || textWidth(line, 10) <= LINE_PIXELS) return line;
  }
  return "";
}

function addHeader(draft: Draft, section: string, currency: string): void {
  const fill = (align: "left" | "right") =>
    draft.style({ background: HEADER_FILL, bold: true, align });
  const cells: DraftCell[] = Array.from({ length: GRID_COLUMNS }, () => ({
    id: undefined,
    entered: "",
    style: fill("left"),
  }));
  const amount = currency === "" ? "Amount" : `Amount (${currency})`;
  const labels: [number, string, "left" | "right"][] = [
    [1, "Severity", "left"],
    [2, "What we found and what to do", "left"],
    [AMOUNT, amount, "right"],
    [OWNER, "   Owner", "left"],
    [DUE, "Due", "right"],
  ];
  for (const [at, label, align] of labels) {
    const id = `f:${section}/=head/${label.trim()}`;
    cells[at - 1] = { id, entered: enteredText(label), style: fill(align) };
  }
  draft.add({ id: `f:${section}/=head`, label: "Headings", cells });
}

/**
 * Adds the findings of a section: what was found, then what to do and the records, each as wide as it needs. They
 * open the row of the first of them that a table of the report lists.
 */
export function addFindings(
  draft: Draft,
  section: string,
  findings: readonly Finding[],
  currency: string,
  places: ReadonlyMap<string, TableLink>,
): void {
  addHeader(draft, section, currency);
  const largest = findings.reduce((most, { amount = 0 }) => Math.max(most, Math.abs(amount)), 0);
  for (const finding of findings) {
    const id = `f:${section}/${finding.id}`;
    const label = finding.what;
    const { word, status } = SEVERITY[finding.severity];
    const cells: (DraftCell | undefined)[] = [];
    cells[0] = {
      id: `${id}/severity`,
      entered: enteredText(word),
      style: draft.style({
        colour: STATUS_COLOURS[status].text,
        background: STATUS_COLOURS[status].fill,
      }),
    };
    const [first = "", ...rest] = textLines(finding.what, 10, WORDS_PIXELS);
    const words = (at: string, text: string, colour?: string): DraftCell => ({
      id: `${id}/${at}`,
      entered: enteredText(text),
      style: colour ? draft.style({ colour }) : draft.style({}),
    });
    cells[1] = words("what", first);
    cells[AMOUNT - 1] = {
      id: `${id}/amount`,
      entered: enteredValue(finding.amount, "money"),
      style: draft.style({ pattern: numberPattern("money", largest), align: "right" }),
    };
    cells[OWNER - 1] = {
      id: `${id}/owner`,
      entered: enteredText(shortened(finding.owner ?? "", 10, 2 * COLUMN_PIXELS - 20)),
      style: draft.style({ pattern: '"   "@' }),
    };
    cells[DUE - 1] = {
      id: `${id}/due`,
      entered: enteredValue(finding.due, "date"),
      style: draft.style({ pattern: numberPattern("date", 0), align: "right" }),
    };
    draft.add({ id, label, cells });
    for (const [index, line] of rest.entries()) {
      draft.add({
        id: `${id}/what/${index}`,
        label,
        cells: [undefined, words(`what/${index}`, line)],
      });
    }
    for (const [index, line] of textLines(`Do: ${finding.action}`, 10, LINE_PIXELS).entries()) {
      draft.add({
        id: `${id}/action/${index}`,
        label,
        cells: [undefined, words(`action/${index}`, line)],
      });
    }
    const evidence = evidenceOf(finding);
    if (evidence !== "") {
      const listed = finding.evidence.find((record) => places.has(record));
      const link = listed === undefined ? undefined : places.get(listed);
      const cell = words("evidence/0", evidence, link ? ACCENT : SECONDARY);
      draft.add({
        id: `${id}/evidence/0`,
        label,
        cells: [undefined, { ...cell, ...(link && { link }) }],
      });
    }
  }
}
