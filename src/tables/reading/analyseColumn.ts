import type { ColumnKind } from "../table.ts";
import { booleanColumn } from "./booleanColumn.ts";
import type { Cell } from "./cell.ts";
import type { ColumnReading } from "./columnReading.ts";
import type { Conventions } from "./conventions.ts";
import { dateColumn } from "./dateColumn.ts";
import { fractionColumn } from "./fractionColumn.ts";
import { idColumn } from "./idColumn.ts";
import { numberColumn } from "./numberColumn.ts";
import { textColumn } from "./textColumn.ts";

/**
 * Decides how a whole column is read. `conventions` holds what is known beside the cells: for the spreadsheet's own
 * cells both parts of its locale; for a file nothing, or at most the decimal sign, so that an undecidable date order
 * becomes a question. `answer` is the value chosen for such a question.
 */
export function analyseColumn(
  kind: ColumnKind,
  cells: readonly Cell[],
  conventions: Partial<Conventions> = {},
  answer?: string,
): ColumnReading {
  switch (kind) {
    case "id":
      return idColumn(cells);
    case "text":
    case "choice":
      return textColumn(cells);
    case "number":
    case "money":
      return numberColumn(kind, cells, conventions, answer);
    case "fraction":
      return fractionColumn(cells, conventions, answer);
    case "date":
    case "datetime":
      return dateColumn(kind, cells, conventions, answer);
    case "boolean":
      return booleanColumn;
  }
}
