import type { ReportTable, Section } from "../report.ts";

/** A section of one table; without rows it says what that means. */
export const tableSection = (table: ReportTable, heading: string, reading: string): Section => ({
  id: table.id,
  heading,
  reading: table.rows.length === 0 ? table.empty : reading,
  table,
});
