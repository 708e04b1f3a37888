import { library, quietly } from "../../host/engine/library.ts";
import { engineLocale } from "../../host/engine/locale.ts";
import type { SheetData, WorkbookData } from "../../host/workbook.ts";
import type { PageBook } from "./pageBook.ts";
import { namedRanges, pageSheet } from "./pageSheet.ts";
import { PageStyles } from "./pageStyles.ts";

/** Sheets with more cells than this come when their tab is opened. */
const AT_ONCE = 6_000;
/** The page draws tabs of up to this many filled cells; beyond that a browser runs out of breath. */
const MOST_CELLS = 1_000_000;

let version: string | undefined;

/** The whole workbook as the component loads it, but for the cells of large sheets that nobody has opened. */
export function snapshotData(
  book: PageBook,
  activeSheet: SheetData | undefined,
): { data: object; unloaded: string[]; refused: Record<string, string> } {
  const { workbook } = book.host;
  const unloaded: string[] = [];
  const refused: Record<string, string> = {};
  const styles = new PageStyles(workbook);
  const sheets = workbook.sheets.map((sheet) => {
    const cells = cellCount(sheet);
    const id = book.pageIdOf(sheet);
    if (cells > MOST_CELLS) {
      refused[id] = tooLarge(sheet, cells);
      return { ...pageSheet(workbook, sheet, styles, id, false), isLocked: true };
    }
    if (cells <= AT_ONCE || sheet === activeSheet) book.load(sheet);
    const isLoaded = book.loaded.has(sheet.id);
    if (!isLoaded) unloaded.push(id);
    return pageSheet(workbook, sheet, styles, id, isLoaded);
  });
  const data = {
    version: modelVersion(),
    sheets,
    styles: styles.styles,
    formats: styles.formats,
    borders: styles.borders,
    revisionId: book.revision,
    uniqueFigureIds: true,
    settings: { locale: engineLocale(workbook.locale) },
    pivots: {},
    pivotNextId: 1,
    customTableStyles: {},
    namedRanges: namedRanges(workbook),
  };
  return { data, unloaded, refused };
}

const grouped = new Intl.NumberFormat("en");

function tooLarge({ name, values }: SheetData, cells: number): string {
  return `${name} holds ${grouped.format(cells)} cells in ${grouped.format(values.length)} rows; this page shows tabs of up to ${grouped.format(MOST_CELLS)} cells. Its data is all there: reports and functions read it.`;
}

/** Filled cells, counted by the rows' lengths. */
function cellCount({ values, formulas }: SheetData): number {
  let count = 0;
  for (const row of values) count += row?.length ?? 0;
  for (const row of formulas) count += row?.length ?? 0;
  return count;
}

/** Saves the component from migrating what we write. */
function modelVersion(): string {
  version ??= quietly(() => new (library().Model)({}).exportData().version);
  return version;
}

export function firstVisible({ sheets }: WorkbookData): SheetData | undefined {
  return sheets.find(({ hidden }) => !hidden);
}
