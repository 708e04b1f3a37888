import type { BenchmarkMetric } from "../../core/benchmarks/benchmark.ts";
import { concentration } from "../../core/pipeline/concentration.ts";
import { freshness } from "../../core/pipeline/freshness.ts";
import type { Book } from "../book.ts";
import { coverageOf } from "../forecast/numbers.ts";
import { bookQuota } from "../parts/bookQuota.ts";
import { activityRecord } from "../parts/lastActivity.ts";
import { tally, total } from "../parts/tally.ts";

const FRESH_DAYS = 30;
const SILENT_DAYS = 30;
const OLD_DAYS = 90;

type Counted = {
  readonly value: number;
  readonly low: undefined;
  readonly high: undefined;
  readonly count: number | undefined;
};

/** A number of all open deals is no sample: chance has no part in it. */
const counted = (value: number | undefined, count?: number): Counted | undefined =>
  value === undefined ? undefined : { value, low: undefined, high: undefined, count };

const percentOf = (part: number, whole: number) => (whole > 0 ? (100 * part) / whole : undefined);

function agedShare({ allOpen, request: { asOf } }: Book): number | undefined {
  let [old, all] = [0, 0];
  for (const { standing } of allOpen) {
    const { amount = 0, deal } = standing;
    if (deal.createdDate === undefined || amount <= 0) continue;
    all += amount;
    if (asOf - Math.floor(deal.createdDate) > OLD_DAYS) old += amount;
  }
  return percentOf(old, all);
}

function silentShare({ allOpen, request }: Book) {
  const { isKnown, inactiveDays } = activityRecord(request.tables, request.asOf);
  if (!isKnown) return undefined;
  const days = allOpen.flatMap(({ standing }) => inactiveDays(standing.deal) ?? []);
  return counted(
    percentOf(days.filter((one) => one > SILENT_DAYS).length, days.length),
    days.length,
  );
}

/** Of all open deals, as Hygiene counts: one without a date is not overdue. */
function overdueShare({ allOpen, request: { asOf } }: Book) {
  const dated = allOpen.flatMap(({ standing }) => standing.deal.closeDate ?? []);
  if (dated.length === 0) return undefined;
  return counted(
    percentOf(dated.filter((day) => day < asOf).length, allOpen.length),
    allOpen.length,
  );
}

/** What of the open pipeline is compared with published numbers; undefined where the data does not tell. */
export function pipelineNumber(book: Book, metric: BenchmarkMetric): Counted | undefined {
  const amounts = book.allOpen.flatMap(({ standing }) => standing.amount ?? []);
  const quota = () => {
    const won = total(tally(book.won, ({ standing }) => standing.amount));
    const all = bookQuota(book).total;
    return { all, won: book.knowsClosed ? won : undefined };
  };
  if (metric === "overdue") return overdueShare(book);
  if (metric === "inactive") return silentShare(book);
  if (metric === "aged") return counted(agedShare(book));
  if (metric === "concentration") {
    const share = concentration(amounts);
    return counted(share === undefined ? undefined : 100 * share);
  }
  if (metric === "coverage") {
    const { all, won } = quota();
    return counted(
      coverageOf(total(tally(book.open, ({ standing }) => standing.amount)), all, won),
    );
  }
  if (metric === "fresh") {
    const { all, won } = quota();
    if (all === undefined || won === undefined || !book.has("createdDate")) return undefined;
    const created = book.allOpen.map(({ standing }) => ({
      created: standing.deal.createdDate,
      amount: standing.amount,
    }));
    const share = freshness(created, all - won, FRESH_DAYS, book.request.asOf);
    return counted(share === undefined ? undefined : 100 * share);
  }
  return undefined;
}
