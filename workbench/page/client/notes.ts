import {
  addRenderingLayer,
  type CellPosition,
  type GridRenderingContext,
  registries,
  UIPlugin,
} from "@odoo/o-spreadsheet";
import { Component, xml } from "@odoo/owl";
import type { SheetNotes } from "../protocol.ts";

const MARK = 6;

class NoteBox extends Component {
  static override template = xml`<div class="note-box" t-esc="props.text"/>`;
  static override props = { text: String, onClosed: { type: Function, optional: true } };
  static maxSize = { maxHeight: 300, maxWidth: 260 };
}

/** Notes of cells: a mark in the corner, the text on hover. */
export function drawNotes(notes: () => SheetNotes): void {
  addRenderingLayer("Notes" as never, 3);
  const noteAt = ({ sheetId, row, col }: CellPosition): string | undefined =>
    notes()[sheetId]?.[`${row + 1},${col + 1}`];

  class Marks extends UIPlugin {
    static override layers = ["Notes"] as never;
    override drawLayer({ ctx, sheetId, viewports }: GridRenderingContext): void {
      const inSheet = notes()[sheetId];
      if (inSheet === undefined) return;
      const rows = new Set(viewports.getSheetViewVisibleRows(sheetId));
      const columns = new Set(viewports.getSheetViewVisibleCols(sheetId));
      ctx.fillStyle = "#f29900";
      for (const key of Object.keys(inSheet)) {
        const [row = 0, col = 0] = key.split(",").map((place) => Number(place) - 1);
        if (!rows.has(row) || !columns.has(col)) continue;
        const { x, y, width } = viewports.getVisibleRect(sheetId, {
          top: row,
          bottom: row,
          left: col,
          right: col,
        });
        ctx.beginPath();
        ctx.moveTo(x + width - MARK, y);
        ctx.lineTo(x + width, y);
        ctx.lineTo(x + width, y + MARK);
        ctx.fill();
      }
    }
  }
  registries.featurePluginRegistry.add("notes", Marks as never);
  registries.cellPopoverRegistry.add("Note", {
    onHover: (position) => {
      const text = noteAt(position);
      return text === undefined
        ? { isOpen: false }
        : {
            isOpen: true,
            props: { text } as never,
            Component: NoteBox as never,
            cellCorner: "top-right",
          };
    },
  });
}
