import {
  type FailedTest,
  failedTests,
  TESTED_CATEGORIES,
} from "../../core/forecast/categoryTest.ts";
import type { Book, BookDeal } from "../book.ts";
import { dealName } from "../parts/dealName.ts";
import { evidenceOf } from "../parts/evidence.ts";
import { activityRecord } from "../parts/lastActivity.ts";
import { share } from "../parts/tally.ts";
import { sayCount, sayHidden, sayMoney, sayNumber, sayPercent } from "../parts/words.ts";
import type { Finding, ReportTable, Section } from "../report.ts";
import { largestFirst } from "./largestDeals.ts";
import type { Revenue } from "./revenue.ts";

const MOST = 15;
/** From this share of the committed amount on it is more than a remark (our choice). */
const MUCH = 0.25;

const RANKS = new Map<string | undefined, number>(
  TESTED_CATEGORIES.map((category, at) => [category, at]),
);

type Short = {
  readonly row: BookDeal;
  /** As a person holds it, else as the CRM has it. */
  readonly category: string | undefined;
  readonly failed: readonly FailedTest[];
};

/** The category of each open deal of the period, as people hold it. */
function categoryFinder({ held }: Revenue): (row: BookDeal) => string | undefined {
  const heldAs = new Map(held.map(({ crm, row }) => [crm, row.standing.category]));
  return (row) => heldAs.get(row) ?? row.standing.category;
}

/** The open deals of the period that fall short of the tests of their category, as people hold it. */
function shortDeals(
  book: Book,
  categoryOf: (row: BookDeal) => string | undefined,
): readonly Short[] {
  const { tables, settings, asOf, period } = book.request;
  if (asOf >= period.to || settings.categoryTests.length === 0) return [];
  const { inactiveDays } = activityRecord(tables, asOf);
  const knowsPushes = book.has("pushCount");
  const found = book.open.flatMap((row): Short[] => {
    const { deal, probability } = row.standing;
    const category = categoryOf(row);
    const known = {
      deal,
      category,
      asOf,
      probability,
      daysQuiet: inactiveDays(deal),
      pushes: knowsPushes ? deal.pushCount : undefined,
      has: book.has,
    };
    const failed = failedTests(known, settings.categoryTests);
    return failed.length === 0 ? [] : [{ row, category, failed }];
  });
  const rank = ({ category }: Short) => RANKS.get(category) ?? RANKS.size;
  const amount = ({ row }: Short) => row.standing.amount ?? 0;
  return found.sort((a, b) => rank(a) - rank(b) || amount(b) - amount(a));
}

function sayFailed({ test: { test, limit, label }, found }: FailedTest): string {
  switch (test) {
    case "Field filled":
      return `${label} is blank`;
    case "Close date not passed":
      return `close date passed ${sayCount(found ?? 0, "day")} ago`;
    case "Activity within days":
      return `${sayCount(Math.floor(found ?? 0), "day")} quiet, at most ${limit}`;
    case "Pushed at most":
      return `pushed ${sayCount(found ?? 0, "time")}, at most ${sayNumber(limit ?? 0)}`;
    default:
      return `probability ${sayPercent(found ?? 0)}, at least ${sayPercent(limit ?? 0)}`;
  }
}

const sumOf = (rows: readonly BookDeal[]) =>
  rows.reduce((sum, { standing }) => sum + (standing.amount ?? 0), 0);

function tableOf(short: readonly Short[], unit: string): ReportTable {
  const hidden = Math.max(0, short.length - MOST);
  return {
    id: "short",
    columns: [
      { id: "name", label: "Deal", format: "text", span: 3 },
      { id: "owner", label: "Owner", format: "text", span: 2 },
      { id: "category", label: "Category", format: "text", span: 1 },
      { id: "amount", label: `Amount${unit}`, format: "money", span: 2 },
      { id: "short", label: "Falls short", format: "text", span: 4 },
    ],
    rows: short.slice(0, MOST).map(({ row, category, failed }) => ({
      key: row.standing.deal.opportunityId,
      cells: {
        name: dealName(row),
        owner: row.owner.label,
        category,
        amount: row.standing.amount,
        short: failed.map(sayFailed).join("; "),
      },
    })),
    more: sayHidden(hidden, "further deal", "in sheet Opportunities"),
    empty: "Every open deal passes the tests of its category.",
  };
}

export type CategoryCheck = {
  readonly sections: readonly Section[];
  readonly findings: readonly Omit<Finding, "due">[];
};

/** Deals that stand in a category without passing its tests. */
export function categoryCheck(book: Book, revenue: Revenue): CategoryCheck {
  const categoryOf = categoryFinder(revenue);
  const short = shortDeals(book, categoryOf);
  if (short.length === 0) return { sections: [], findings: [] };
  const isCommit = (row: BookDeal) => categoryOf(row) === "Commit";
  const commit = book.open.filter(isCommit);
  const weak = short.map(({ row }) => row).filter(isCommit);
  const amount = sumOf(weak);
  const part = share(amount, sumOf(commit));
  const unit = book.currency === "" ? "" : `, ${book.currency}`;
  const reading =
    weak.length === 0
      ? `${sayCount(short.length, "open deal")} of Best Case or Pipeline ${short.length === 1 ? "falls" : "fall"} short of the sheet Category tests; every Commit deal passes.`
      : `${sayNumber(weak.length)} of ${sayCount(commit.length, "Commit deal")}${part === undefined ? "" : ` (${sayPercent(part)} of the amount)`} ${weak.length === 1 ? "falls" : "fall"} short of the sheet Category tests.`;
  return {
    sections: [
      {
        id: "short",
        heading: "Deals short of their category",
        reading,
        table: tableOf(short, unit),
      },
    ],
    findings:
      weak.length === 0
        ? []
        : [
            {
              id: "category_tests",
              severity: (part ?? 0) > MUCH ? "medium" : "low",
              what: `${sayNumber(weak.length)} of ${sayCount(commit.length, "Commit deal")}, worth ${sayMoney(amount, book.currency)}, ${weak.length === 1 ? "does" : "do"} not pass the tests of the category.`,
              ...evidenceOf(largestFirst(weak), ({ standing }) => standing.deal.opportunityId),
              amount,
              action:
                "Go through them one by one: bring each up to the tests, or move it to a lower category.",
            },
          ],
  };
}
