import { sayCount, sayList, sayPercent } from "../parts/words.ts";
import type { ReportTable } from "../report.ts";

/** Names that a sentence can hold. */
const MOST_NAMES = 3;

/** Which groups of a table win more and less than the others. */
export function groupReading({ rows }: ReportTable): string {
  const of = (verdict: string) => {
    const found = rows.filter(({ cells }) => cells.verdict === verdict);
    const named = found
      .slice(0, MOST_NAMES)
      .map(({ key, cells }) => `${key} (${sayPercent(Number(cells.rate))})`);
    const rest = found.length - named.length;
    const names = rest > 0 ? [...named, sayCount(rest, "other")] : named;
    return names.length === 0 ? "" : `${sayList(names)} ${found.length === 1 ? "wins" : "win"}`;
  };
  const [more, less] = [of("wins more"), of("wins less")];
  if (more !== "" && less !== "") return `${more} more than the others, ${less} less.`;
  if (more !== "") return `${more} more than the others.`;
  if (less !== "") return `${less} less than the others.`;
  return rows.every(({ cells }) => cells.verdict === "not enough data")
    ? "Not enough deals in any group to tell them apart."
    : "No group wins more or less than chance explains.";
}
