import type { Ast } from "../engine/library.ts";
import { quotedName } from "./reference.ts";

/** A link of Sheets into its own workbook, as far as the cells it names: `#gid=12&range=`. */
const INTO_SHEET = /^#gid=(\d+)&range=/;

/** A link to a place of this workbook as Excel writes it, `#'My sheet'!`; undefined where it leads nowhere. */
export function sheetLink(url: Ast, nameOf: ReadonlyMap<number, string>): Ast | undefined {
  if (url.type === "BIN_OPERATION") {
    const left = sheetLink(url.left, nameOf);
    return left === undefined ? undefined : { ...url, left };
  }
  if (url.type !== "STRING") return url;
  const [start = "", sheetId] = INTO_SHEET.exec(url.value) ?? [];
  if (sheetId === undefined) return url;
  const name = nameOf.get(Number(sheetId));
  // The library's texts hold no quotation mark.
  if (name === undefined || name.includes('"')) return undefined;
  return { ...url, value: `#${quotedName(name)}!${url.value.slice(start.length)}` };
}
