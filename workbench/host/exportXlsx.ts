import { createEngine } from "./engine.ts";
import type { CustomFunctions } from "./formulas.ts";
import type { WorkbookData } from "./workbook.ts";
import { Archive } from "./xlsx/archive.ts";
import { type ChartPlan, planChart } from "./xlsx/chart/chartData.ts";
import { chartXml } from "./xlsx/chart/chartXml.ts";
import { drawingXml } from "./xlsx/chart/drawingXml.ts";
import { PartsSheet } from "./xlsx/chart/partsSheet.ts";
import { type ExportedBook, type ExportedSheet, exportedBook } from "./xlsx/exportedBook.ts";
import { commentsXml, notesDrawing, notesOf } from "./xlsx/notesXml.ts";
import {
  APPLICATION_XML,
  contentTypesXml,
  type Relation,
  ROOT_RELATIONS,
  relationsXml,
  workbookXml,
} from "./xlsx/packageXml.ts";
import type { RowsContext } from "./xlsx/rowsXml.ts";
import { sheetXml } from "./xlsx/sheetXml.ts";
import { StyleTable } from "./xlsx/styleTable.ts";
import { TextTable } from "./xlsx/textTable.ts";

/**
 * The whole workbook as an .xlsx file. Formulas that Excel knows stay formulas and carry their result; those
 * that call the add-on, or that only Sheets has, are written as values.
 */
export async function exportXlsx(
  workbook: WorkbookData,
  functions: CustomFunctions,
): Promise<Uint8Array> {
  const book = exportedBook(workbook, createEngine(workbook, functions));
  const context: RowsContext = {
    facts: book.facts,
    styles: workbook.styles,
    table: new StyleTable(),
    texts: new TextTable(),
  };
  const archive = new Archive();
  const drawings: Drawings = { charts: 0, parts: new PartsSheet(book.sheets) };
  for (const [index, sheet] of book.sheets.entries()) {
    addSheet(archive, sheet, index + 1, book, context, drawings);
  }
  const parts = drawings.parts.sheet();
  const sheets = parts === undefined ? book.sheets : [...book.sheets, parts];
  if (parts !== undefined) addSheet(archive, parts, sheets.length, book, context, drawings);
  archive.add("xl/styles.xml", [context.table.xml()]);
  archive.add("xl/sharedStrings.xml", context.texts.xml());
  archive.add("xl/workbook.xml", [workbookXml({ ...book, sheets })]);
  archive.add("xl/_rels/workbook.xml.rels", [
    relationsXml([
      ...sheets.map((_, index) => ({
        type: "worksheet",
        target: `worksheets/sheet${index + 1}.xml`,
      })),
      { type: "styles", target: "styles.xml" },
      { type: "sharedStrings", target: "sharedStrings.xml" },
    ]),
  ]);
  archive.add("docProps/app.xml", [APPLICATION_XML]);
  archive.add("_rels/.rels", [ROOT_RELATIONS]);
  archive.add("[Content_Types].xml", [contentTypesXml(archive.paths)]);
  return archive.finish();
}

/** What the charts of all sheets share: their numbering and the sheet of computed numbers. */
type Drawings = { charts: number; readonly parts: PartsSheet };

/** A sheet with its charts and notes, which are parts of their own. */
function addSheet(
  archive: Archive,
  sheet: ExportedSheet,
  number: number,
  book: ExportedBook,
  context: RowsContext,
  drawings: Drawings,
): void {
  const relations: Relation[] = [];
  const relate = (type: string, target: string): string => {
    relations.push({ type, target });
    return `rId${relations.length}`;
  };
  const charts = sheet.data.charts.flatMap((chart) => planChart(chart, book, drawings.parts) ?? []);
  const notes = notesOf(sheet.data.notes);
  let drawing: string | undefined;
  let notesPart: string | undefined;
  if (charts.length > 0) {
    drawing = relate("drawing", `../drawings/drawing${number}.xml`);
    const first = drawings.charts + 1;
    drawings.charts += charts.length;
    archive.add(`xl/drawings/drawing${number}.xml`, [
      drawingXml(
        charts.map(({ chart }) => chart),
        sheet.data,
      ),
    ]);
    archive.add(`xl/drawings/_rels/drawing${number}.xml.rels`, [
      relationsXml(
        charts.map((_, index) => ({
          type: "chart",
          target: `../charts/chart${first + index}.xml`,
        })),
      ),
    ]);
    for (const [index, plan] of charts.entries()) addChart(archive, plan, first + index);
  }
  if (notes.length > 0) {
    notesPart = relate("vmlDrawing", `../drawings/vmlDrawing${number}.vml`);
    relate("comments", `../comments${number}.xml`);
    archive.add(`xl/drawings/vmlDrawing${number}.vml`, [notesDrawing(notes)]);
    archive.add(`xl/comments${number}.xml`, [commentsXml(notes)]);
  }
  const isActive = sheet.data.id === book.workbook.activeSheetId && !sheet.data.hidden;
  const pieces = sheetXml(sheet, context, isActive, { drawing, notes: notesPart });
  archive.add(`xl/worksheets/sheet${number}.xml`, pieces);
  if (relations.length > 0) {
    archive.add(`xl/worksheets/_rels/sheet${number}.xml.rels`, [relationsXml(relations)]);
  }
}

function addChart(archive: Archive, plan: ChartPlan, number: number): void {
  const { chart, subtitle } = chartXml(plan);
  archive.add(`xl/charts/chart${number}.xml`, [chart]);
  if (subtitle === undefined) return;
  archive.add(`xl/drawings/chartText${number}.xml`, [subtitle]);
  archive.add(`xl/charts/_rels/chart${number}.xml.rels`, [
    relationsXml([{ type: "chartUserShapes", target: `../drawings/chartText${number}.xml` }]),
  ]);
}
