import { place } from "../../host/grid.ts";
import type { LocaleFacts } from "../../host/localeFacts.ts";
import { type Entry, parseEntry } from "../../host/parseEntry.ts";
import { internStyle } from "../../host/styles.ts";
import type { CellStyle, SheetData, WorkbookData } from "../../host/workbook.ts";
import type { Claim } from "../protocol.ts";
import { hostStyle, pageBorders, pageContent, pageFormat, pageStyle } from "./pageCell.ts";
import { sameContent } from "./sameContent.ts";

/** Longest text of a cell in Sheets. */
const LONGEST = 50_000;

export type Applied = {
  /** The content changed, as opposed to the looks alone. */
  readonly typed: boolean;
  /** The page shows what the workbook now holds. */
  readonly agrees: boolean;
};

/** Puts what a person did to a cell of the page into the workbook, read as Sheets reads what is typed. */
export function applyClaim(
  workbook: WorkbookData,
  sheet: SheetData,
  claim: Claim,
  facts: LocaleFacts,
  thisYear: number,
): Applied {
  const [row, column, claimed, format, style, borders] = claim;
  const content = claimed.slice(0, LONGEST);
  const oldIndex = sheet.styles[row]?.[column] ?? undefined;
  const old: CellStyle = (oldIndex === undefined ? undefined : workbook.styles[oldIndex]) ?? {};
  const before = pageContent(sheet.values[row]?.[column], sheet.formulas[row]?.[column], old);
  const typed = !sameContent(content, before);
  let look = hostStyle(old, format, style, borders);
  if (typed) {
    const entry = read(content, look, facts, thisYear);
    place(sheet.values, row + 1, column + 1, entry.value ?? undefined);
    place(sheet.formulas, row + 1, column + 1, entry.formula);
    if (impliesFormat(old, look, entry))
      look = { ...look, numberFormat: formatOf(entry, look, facts) };
  }
  place(sheet.styles, row + 1, column + 1, internStyle(workbook, look));
  const shown = pageContent(sheet.values[row]?.[column], sheet.formulas[row]?.[column], look);
  const agrees =
    sameContent(shown, claimed) &&
    (pageFormat(look) ?? null) === format &&
    alike(pageStyle(look), style) &&
    (borders === 0 || alike(pageBorders(look), borders));
  return { typed, agrees };
}

function read(content: string, look: CellStyle, facts: LocaleFacts, thisYear: number): Entry {
  if (content === "") return { value: null };
  if (content.startsWith("'")) return { value: content.slice(1) };
  if (content.startsWith("=") && content.length > 1) {
    // The page spells a lost reference #REF, Sheets #REF!.
    return { value: null, formula: content.replace(/#REF(?!!)/g, "#REF!") };
  }
  if (look.numberFormat === "@") return { value: content };
  // The page has already read numbers and truths in its locale; they arrive in plain notation.
  if (/^-?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/i.test(content)) return { value: Number(content) };
  if (content === "TRUE" || content === "FALSE") return { value: content === "TRUE" };
  return parseEntry(content, facts, thisYear);
}

/** A format that came with what was typed into a cell that had none. */
function impliesFormat(old: CellStyle, look: CellStyle, entry: Entry): boolean {
  return (
    old.numberFormat === undefined &&
    (entry.format !== undefined || look.numberFormat !== undefined)
  );
}

function formatOf(entry: Entry, look: CellStyle, facts: LocaleFacts): string | undefined {
  if (entry.format !== undefined) return entry.format;
  const pattern = look.numberFormat ?? "";
  // The page reads a typed date with its own pattern; ours is the locale's.
  const isTypedDate = /^(?:m+|d+|y+)[-/ ](?:m+|d+)[-/ ](?:d+|y+)$/.test(pattern);
  return isTypedDate ? facts.datePattern : look.numberFormat;
}

const sorted = (value: object): string =>
  JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));

function alike(ours: object | undefined, theirs: object | null): boolean {
  return sorted(ours ?? {}) === sorted(theirs ?? {});
}
