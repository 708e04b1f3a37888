import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What was known of a series and what came after it. */
export type Series = { readonly known: readonly number[]; readonly came: readonly number[] };

/** The 1,428 monthly series of the M3 competition (Makridakis and Hibon 2000). */
export function monthlySeries(data: string): Series[] {
  const file = readFileSync(join(data, "m3_monthly", "m3_monthly.csv"), "utf8");
  return file
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => {
      const cells = line.split(",");
      const values = (cells[5] ?? "").trim().split(" ").map(Number);
      const known = Number(cells[3]);
      return { known: values.slice(0, known), came: values.slice(known) };
    });
}

/** The same series by quarter, the last one complete. */
export function quarterly({ known, came }: Series): Series {
  const sums = (values: readonly number[], from: number) =>
    Array.from({ length: Math.floor((values.length - from) / 3) }, (_, at) =>
      values.slice(from + 3 * at, from + 3 * at + 3).reduce((sum, value) => sum + value, 0),
    );
  return { known: sums(known, known.length % 3), came: sums(came, 0) };
}
