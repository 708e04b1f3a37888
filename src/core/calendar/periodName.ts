import type { FiscalCalendar, Period } from "./fiscalCalendar.ts";
import { periodFromLabel } from "./period.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const YEAR = "(?:FY|CY)?[ '’]?((?:20)?\\d{2})";
const quarterLast = new RegExp(`^${YEAR}[ -]*(?:Q|Quarter )([1-4])$`, "i");
const quarterFirst = new RegExp(`^(?:Q|Quarter )([1-4])[ /-]*${YEAR}$`, "i");
const monthNumber = /^(20\d{2})[-/](0?[1-9]|1[0-2])$/;
const monthFirst = /^(0?[1-9]|1[0-2])[-/.](20\d{2})$/;
const monthName = /^(\p{L}{3,9})\.?[ '’-]*((?:20)?\d{2})$/u;
const wholeYear = /^(?:(?:FY|Fiscal Year) ?'?((?:20)?\d{2})|(20\d{2}))$/i;

/**
 * The fiscal period that a text names as people write it in lists of quotas: `2025-Q1`, `Q1 2025`, `FY25 Q1`,
 * `2025-03`, `Mar 2025`, `FY2025`, `2025`. Quarters and years are those of the fiscal calendar. Undefined for any
 * other text, such as a quarter without its year.
 */
export function periodFromName(text: string, calendar: FiscalCalendar): Period | undefined {
  const label = labelOf(text.trim().replace(/\s+/g, " "));
  return label === undefined ? undefined : periodFromLabel(label, calendar);
}

function labelOf(name: string): string | undefined {
  const late = quarterLast.exec(name);
  if (late) return `${fullYear(late[1])}-Q${late[2]}`;
  const early = quarterFirst.exec(name);
  if (early) return `${fullYear(early[2])}-Q${early[1]}`;
  const numbered = monthNumber.exec(name);
  if (numbered) return monthLabel(numbered[1], Number(numbered[2]));
  const turned = monthFirst.exec(name);
  if (turned) return monthLabel(turned[2], Number(turned[1]));
  const named = monthName.exec(name);
  const month = named ? MONTHS.indexOf((named[1] ?? "").slice(0, 3).toLowerCase()) + 1 : 0;
  if (month > 0) return monthLabel(named?.[2], month);
  const year = wholeYear.exec(name);
  return year ? `FY${fullYear(year[1] ?? year[2])}` : undefined;
}

function monthLabel(year: string | undefined, month: number): string {
  return `${fullYear(year)}-${String(month).padStart(2, "0")}`;
}

function fullYear(digits = ""): string {
  return digits.length === 2 ? `20${digits}` : digits;
}
