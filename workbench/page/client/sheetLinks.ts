import { registries } from "@odoo/o-spreadsheet";

/** A link into the workbook as Sheets writes it. */
const INTO_SHEET = /^#gid=(\d+)(?:&range=([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?)?$/;

/** Rows that stay in view above the cells a link leads to. */
const ROWS_ABOVE = 2;

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

function target(url: string) {
  const [, sheet, left = "A", top = "1", right = left, bottom = top] = INTO_SHEET.exec(url) ?? [];
  if (sheet === undefined) return undefined;
  const zone = {
    left: columnOf(left),
    top: Number(top) - 1,
    right: columnOf(right),
    bottom: Number(bottom) - 1,
  };
  return { sheetId: `sheet${sheet}`, zone };
}

/** Has the component follow links of Sheets: to the sheet, with the cells selected and at the top of the view. */
export function followSheetLinks(): void {
  registries.urlRegistry.add("place in the workbook", {
    sequence: 0,
    title: "Place in this workbook",
    match: (url) => INTO_SHEET.test(url),
    createLink: (url, label) => ({ url, label, isExternal: false, isUrlEditable: false }),
    urlRepresentation: (url, getters) => {
      const name = getters.tryGetSheetName(target(url)?.sheetId ?? "");
      return name === undefined
        ? "A sheet that is gone"
        : `${name} ${url.split("range=")[1] ?? ""}`;
    },
    open: (url, { model }) => {
      const place = target(url);
      if (place === undefined || model.getters.tryGetSheet(place.sheetId) === undefined) return;
      const { sheetId, zone } = place;
      const sheetIdFrom = model.getters.getActiveSheetId();
      if (sheetIdFrom !== sheetId)
        model.dispatch("ACTIVATE_SHEET", { sheetIdFrom, sheetIdTo: sheetId });
      const cell = { col: zone.left, row: zone.top };
      model.selection.selectZone({ cell, zone }, { scrollIntoView: false });
      const { start } = model.getters.getRowDimensions(sheetId, Math.max(0, zone.top - ROWS_ABOVE));
      model.dispatch("SET_VIEWPORT_OFFSET", { offsetX: 0, offsetY: start });
    },
  });
}
