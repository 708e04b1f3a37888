import type { Book } from "../book.ts";
import { unitOf } from "../parts/unit.ts";
import type { ReportTable, Section } from "../report.ts";
import { assumptionsReading, assumptionsTable } from "./assumptions.ts";
import { bridgeOf } from "./bridgeTable.ts";
import { curveReading, curveTable } from "./curve.ts";
import { decidingDeals, decidingReading } from "./decidingDeals.ts";
import { ensembleToday } from "./ensembleToday.ts";
import { madeOfReading, madeOfTable } from "./madeOf.ts";
import { methodsReading, methodsTable } from "./methodsTable.ts";
import { middleBridge } from "./middleBridge.ts";
import { neededReading, neededTable } from "./neededTable.ts";
import type { ForecastNumbers } from "./numbers.ts";
import type { Revenue } from "./revenue.ts";
import { scenarioReading, scenarioTable } from "./scenarioTable.ts";

/** The sections about the range, by where they stand among the others. */
export type RangeSections = {
  readonly answers: readonly Section[];
  readonly depth: readonly Section[];
  readonly detail: readonly Section[];
  /** What the chart draws. */
  readonly curve: ReportTable;
};

export function rangeSections(
  book: Book,
  numbers: ForecastNumbers,
  revenue: Revenue,
): RangeSections {
  const { currency } = book;
  const { quota } = numbers;
  const unit = unitOf({ currency });
  const isUncertain = (revenue.forecast?.deviation ?? 0) > 0;
  const section = (id: string, heading: string, table: ReportTable, reading: string): Section[] =>
    isUncertain && table.rows.length > 0 ? [{ id, heading, reading, table }] : [];
  const curve = curveTable(revenue, quota, unit);
  const today = ensembleToday(book);
  const methods = methodsTable(book, numbers, revenue, today);
  const deciding = decidingDeals(revenue, numbers, unit);
  const bridge = bridgeOf(book, numbers);
  const assumptions = assumptionsTable(revenue, numbers, unit);
  return {
    curve,
    answers: [
      ...section(
        "scenarios",
        "Conservative, base, optimistic",
        scenarioTable(revenue, quota, unit),
        scenarioReading(revenue),
      ),
      ...section(
        "made_of",
        "What the middle estimate is made of",
        madeOfTable(revenue, numbers, unit),
        madeOfReading(revenue, numbers, currency),
      ),
      ...(bridge
        ? [
            {
              id: "bridge",
              heading: "What changed since the last forecast",
              reading: bridge.reading,
              table: bridge.table,
            },
          ]
        : []),
      ...middleBridge(book, numbers, revenue),
      ...section(
        "methods",
        "Methods side by side",
        methods,
        methodsReading(methods, today, book.currency),
      ),
    ],
    depth: [
      ...section(
        "deciding",
        "Deals that matter most",
        deciding,
        decidingReading(deciding, revenue, numbers, currency),
      ),
      ...section(
        "assumptions",
        "Assumptions and what hangs on them",
        assumptions,
        assumptionsReading(assumptions, currency),
      ),
      ...section(
        "needed",
        "What would have to be true for the quota",
        neededTable(revenue, numbers, currency),
        neededReading(revenue, numbers, currency),
      ),
    ],
    detail: section("distribution", "Chance of each amount", curve, curveReading(revenue)),
  };
}
