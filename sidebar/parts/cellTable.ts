import { h } from "../dom.ts";
import { shownNumber } from "../notation.ts";

export type TableColumn = {
  readonly heading: string;
  readonly isNumber?: boolean;
  /** Its words are few enough never to be broken. */
  readonly isShort?: boolean;
};
export type TableCell = string | number | undefined;

/** A small table of cells that scrolls by itself; numbers stand at the right, in the person's own notation. */
export function cellTable(
  caption: string,
  columns: readonly TableColumn[],
  rows: readonly (readonly TableCell[])[],
): HTMLElement {
  const head = columns.map((column) =>
    h("th", { scope: "col", class: classOf(column) }, column.heading),
  );
  const body = rows.map((row) =>
    h(
      "tr",
      {},
      ...columns.map((column, at) => h("td", { class: classOf(column) }, shownCell(row[at]))),
    ),
  );
  return h(
    "div",
    { class: "scroll", tabindex: 0, role: "region", "aria-label": caption },
    h(
      "table",
      {},
      h("caption", { class: "unseen" }, caption),
      h("thead", {}, h("tr", {}, ...head)),
      h("tbody", {}, ...body),
    ),
  );
}

function classOf({ isNumber, isShort }: TableColumn): string | undefined {
  if (isNumber) return "number";
  return isShort ? "short" : undefined;
}

function shownCell(cell: TableCell): string {
  return typeof cell === "number" ? shownNumber(cell) : (cell ?? "");
}
