import type { SheetData, WorkbookData } from "../../host/workbook.ts";
import type { Command } from "../protocol.ts";
import { WRONG } from "./mirror.ts";
import { pageBorders, pageContent, pageFormat, pageStyle } from "./pageCell.ts";

/** One cell of the workbook as commands for the page; `style` is the look that the page has of it. */
export function cellCommands(
  { styles }: WorkbookData,
  sheet: SheetData,
  sheetId: string,
  { row, column, style: told }: { row: number; column: number; style: number | undefined },
): Command[] {
  const index = sheet.styles[row]?.[column] ?? undefined;
  const look = index === undefined ? undefined : styles[index];
  const update: Command = {
    type: "UPDATE_CELL",
    sheetId,
    row,
    col: column,
    content: pageContent(sheet.values[row]?.[column], sheet.formulas[row]?.[column], look),
    style: pageStyle(look) ?? null,
    format: pageFormat(look) ?? "",
  };
  const toldLook = told === undefined || told === WRONG ? undefined : styles[told];
  if (told !== WRONG && toldLook?.borders === look?.borders) return [update];
  const border = pageBorders(look);
  return [update, { type: "SET_BORDER", sheetId, row, col: column, border }];
}
