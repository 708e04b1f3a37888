import { crossTable } from "../../core/winloss/crossTable.ts";
import { sayPercent } from "../parts/words.ts";
import type { ReportTable, TableRow } from "../report.ts";
import type { Numbers } from "./numbers.ts";

const MOST_ROWS = 10;
const MOST_COLUMNS = 5;
/** Decided deals below which a share says less than the count. */
const ENOUGH = 20;

function say(crossing: { readonly won: number; readonly decided: number } | undefined): string {
  if (!crossing) return "";
  const { won, decided } = crossing;
  return decided < ENOUGH ? `${won} of ${decided}` : `${sayPercent(won / decided)} of ${decided}`;
}

/** Against whom deals are won in which segment; region or size where no segment is known. */
export function matrixTable({ deals, factors }: Numbers): ReportTable {
  const competitor = factors.find(({ word }) => word === "competitor");
  const across = ["segment", "region", "size"]
    .map((word) => factors.find((factor) => factor.word === word))
    .find((factor) => factor !== undefined);
  const { columns, rows } =
    competitor && across
      ? crossTable(deals, competitor.namer(deals), across.namer(deals))
      : { columns: [], rows: [] };
  const shown = columns.slice(0, MOST_COLUMNS);
  return {
    id: "matrix",
    columns: [
      { id: "competitor", label: "Competitor", format: "text", span: 2 },
      ...shown.map((label, at) => ({
        id: `column_${at + 1}`,
        label,
        format: "text" as const,
        span: 2,
      })),
    ],
    rows: rows.slice(0, MOST_ROWS).map(
      ({ name, cells }): TableRow => ({
        key: name,
        cells: {
          competitor: name,
          ...Object.fromEntries(shown.map((_, at) => [`column_${at + 1}`, say(cells[at])])),
        },
      }),
    ),
    empty: "Nothing to cross: deals name no competitor, or neither segment, region nor size.",
  };
}
