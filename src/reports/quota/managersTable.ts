import type { Book } from "../book.ts";
import { unitOf } from "../parts/unit.ts";
import type { ReportTable, TableRow } from "../report.ts";
import { STATUS_COLOURS } from "./attainmentTable.ts";
import type { ManagerRow } from "./groups.ts";

/** Managers with the sum of their people beside the quota entered for themselves. */
export function managersTable(rows: readonly ManagerRow[], book: Book): ReportTable {
  const unit = unitOf(book);
  return {
    id: "managers",
    columns: [
      { id: "name", label: "Manager", format: "text", span: 2 },
      { id: "people", label: "People", format: "integer", span: 1 },
      { id: "quota", label: `Quota${unit}`, format: "money", span: 1 },
      { id: "own", label: "Own roll-up", format: "money", span: 1 },
      { id: "closed", label: `Closed${unit}`, format: "money", span: 1 },
      { id: "attainment", label: "Attainment", format: "percent", span: 1, bar: true },
      { id: "pace", label: "Pace", format: "percent", span: 1 },
      { id: "projected", label: `Projected${unit}`, format: "money", span: 1 },
      { id: "share", label: "Projected, %", format: "percent", span: 1 },
      { id: "open", label: `Open${unit}`, format: "money", span: 1 },
      { id: "status", label: "Status", format: "text", span: 1, status: STATUS_COLOURS },
    ],
    rows: rows.map((row): TableRow => {
      const { numbers } = row;
      return {
        key: row.key,
        cells: {
          name: row.label,
          people: row.people,
          quota: numbers.quota,
          own: row.ownQuota,
          closed: numbers.closed,
          attainment: numbers.attainment,
          pace: numbers.pace,
          projected: numbers.projected,
          share: numbers.projectedShare,
          open: row.open,
          status: row.status,
        },
        formulas: {
          ...(numbers.attainment === undefined ? {} : { attainment: "{@closed}/{@quota}" }),
          ...(numbers.projectedShare === undefined ? {} : { share: "{@projected}/{@quota}" }),
        },
      };
    }),
    empty: "The data names no managers.",
  };
}
