import { type Day, isoFromDay } from "../core/calendar/day.ts";
import { groupBy } from "../core/groupBy.ts";
import { recordKey } from "../core/recordKey.ts";
import type { AnyTable } from "../tables/catalog.ts";
import { opportunityHistory } from "../tables/opportunityHistory.ts";
import { analyseColumn } from "../tables/reading/analyseColumn.ts";
import { headingKey } from "../tables/reading/header.ts";
import type { ExportDay } from "./exportDay.ts";
import type { PlannedTable, PlanRequest, ReadRow } from "./planTypes.ts";
import { questionId } from "./question.ts";

/** Deals of a file that holds several days one below the other: as they stand on the last, and how they came there. */
export type StackedSnapshots = {
  readonly latest: PlannedTable;
  readonly history: PlannedTable;
  readonly exported: ExportDay;
  readonly note: string;
};

const dayHeadings = new Set(
  [
    ...["Snapshot Date", "Snapshot", "Snapshot Day", "As Of", "As Of Date", "Report Date"],
    ...["Export Date", "Extract Date", "Week Ending", "Week Of", "Pipeline Date"],
  ].map(headingKey),
);

type Seen = { readonly row: ReadRow; readonly rowNumber: number; readonly day: Day };

const followed = ["stage", "amount", "closeDate", "forecastCategory"] as const;

/**
 * Whether each day holds all the deals there were, and not only those that changed: deals stand in at least half of the
 * days between their first and their last. The half is our own.
 */
function isWhole(byDeal: readonly (readonly Seen[])[], days: readonly Day[]): boolean {
  const place = new Map(days.map((day, at) => [day, at]));
  let [present, between] = [0, 0];
  for (const seen of byDeal) {
    if (seen.length < 2) continue;
    const last = place.get(seen[seen.length - 1]?.day ?? Number.NaN) ?? 0;
    const first = place.get(seen[0]?.day ?? Number.NaN) ?? 0;
    between += last - first - 1;
    present += seen.length - 2;
  }
  return 2 * present >= between;
}

/** What changed from one day to the next, as rows of the history; a deal whose last row is before `lastDay` is gone. */
function changesOf(seen: readonly Seen[], lastDay: Day): { row: ReadRow; rowNumber: number }[] {
  const found: { row: ReadRow; rowNumber: number }[] = [];
  let before: ReadRow | undefined;
  seen.forEach(({ row, rowNumber, day }, at) => {
    const told = { opportunityId: row.opportunityId, changedAt: day, source: "snapshot_diff" };
    const was = before;
    const isGone = at === seen.length - 1 && day < lastDay;
    // A deal that is missing from the last day ends with the day that still had it.
    if (isGone || !was || followed.some((field) => was[field] !== row[field])) {
      const { stage, amount, closeDate, forecastCategory } = row;
      const from = was && {
        fromValue: was.stage,
        fromAmount: was.amount,
        fromCloseDate: was.closeDate,
        fromForecastCategory: was.forecastCategory,
      };
      const facts = { field: "stage", toValue: stage, amount, closeDate, forecastCategory };
      found.push({ row: { ...told, ...facts, ...from }, rowNumber });
    }
    if (was && row.owner !== undefined && was.owner !== row.owner) {
      const owner = { field: "Owner", fromValue: was.owner, toValue: row.owner };
      found.push({ row: { ...told, ...owner }, rowNumber });
    }
    before = row;
  });
  return found;
}

/** Undefined where no column names the day of each row, or no deal stands in the file on two days. */
export function stackedSnapshots(
  { rows, file, answers, conventions }: PlanRequest,
  headings: readonly string[],
  table: AnyTable,
  main: PlannedTable,
): StackedSnapshots | undefined {
  const column = headings.findIndex((heading) => dayHeadings.has(headingKey(heading)));
  if (table.name !== "opportunities" || column < 0) return undefined;
  const cells = main.rowNumbers.map((rowNumber) => rows[rowNumber - 1]?.[column]);
  const order = answers[questionId(file, headings[column] ?? "", "date order")];
  const reading = analyseColumn("date", cells, conventions, order);
  const seen = main.rows.flatMap((row, at): Seen[] => {
    const day = reading.question ? undefined : reading.read(cells[at]);
    const rowNumber = main.rowNumbers[at] ?? 0;
    return typeof day === "number" ? [{ row, rowNumber, day: Math.floor(day) }] : [];
  });
  const byDeal = groupBy(seen, ({ row }) => recordKey(String(row.opportunityId ?? "")));
  const isStacked = [...byDeal.values()].some((own) => own.some(({ day }) => day !== own[0]?.day));
  if (!isStacked || seen.length < main.rows.length) return undefined;
  const days = [...new Set(seen.map(({ day }) => day))].sort((a, b) => a - b);
  const [first = 0, last = 0] = [days[0], days[days.length - 1]];
  // Of two rows of a deal on one day the later one counts.
  const byDay = [...byDeal.values()].map((own) =>
    [...new Map(own.map((each) => [each.day, each])).values()].sort((a, b) => a.day - b.day),
  );
  const whole = isWhole(byDay, days);
  const latest = byDay
    .flatMap((own) => own[own.length - 1] ?? [])
    .filter(({ day }) => !whole || day === last);
  const changes = byDay.flatMap((own) => changesOf(own, whole ? last : first));
  const taken = whole
    ? "Deals are taken as they stand on the last"
    : "Most days hold only some of the deals, so each deal is taken by its newest row";
  return {
    latest: {
      ...main,
      rows: latest.map(({ row }) => row),
      rowNumbers: latest.map(({ rowNumber }) => rowNumber),
    },
    history: {
      table: opportunityHistory,
      fields: [
        ...["opportunityId", "changedAt", "field", "fromValue", "toValue", "source"],
        ...["amount", "closeDate", "forecastCategory"],
        ...["fromAmount", "fromCloseDate", "fromForecastCategory"],
      ],
      rows: changes.map(({ row }) => row),
      rowNumbers: changes.map(({ rowNumber }) => rowNumber),
    },
    exported: { text: isoFromDay(last), day: last, from: "last snapshot" },
    note: `${headings[column]}: the file holds ${days.length} days, ${isoFromDay(first)} to ${isoFromDay(last)}. ${taken}; what changed from day to day is ${changes.length} rows for Opportunity History.`,
  };
}
