import { riskRate } from "../../core/deals/riskRates.ts";
import { share, tally, total, whole } from "../parts/tally.ts";
import { unitOf } from "../parts/unit.ts";
import type { ReportTable, TableRow } from "../report.ts";
import type { RiskBook, RiskDeal } from "./riskDeals.ts";
import { riskWording } from "./wording.ts";

/** Levels with their sign, the gravest first. */
const LEVELS = ["▼ High", "● Medium", "▲ Low", "Unknown"] as const;

export function levelWord({ level }: RiskDeal): string {
  return LEVELS.find((word) => level !== undefined && word.endsWith(level)) ?? "Unknown";
}

export const LEVEL_STATUS = {
  "▼ High": "bad",
  "● Medium": "warning",
  "▲ Low": "good",
} as const;

export const amountOf = ({ deal }: RiskDeal) => deal.standing.amount;

/** What deals bring at the close rates of their levels; by a fitted risk, what is left of them after 90 days. */
export function adjusted(
  deals: readonly RiskDeal[],
  { book, model }: RiskBook,
): number | undefined {
  const known = deals.filter(({ score }) => score !== undefined);
  if (deals.length > 0 && known.length === 0) return undefined;
  const { risk } = book.request.settings;
  return total(
    tally(known, (one) => {
      const amount = amountOf(one);
      if (amount === undefined) return undefined;
      return model ? amount - (one.atRisk ?? 0) : amount * riskRate(one.score ?? 0, risk);
    }),
  );
}

/** Open deals by level of risk. */
export function levelsTable(risks: RiskBook): ReportTable {
  const { book, deals } = risks;
  const unit = unitOf(book);
  const all = whole(tally(deals, amountOf));
  const row = (key: string, list: readonly RiskDeal[], formulas: boolean): TableRow => {
    const value = total(tally(list, amountOf));
    const weighted = total(tally(list, ({ deal }) => deal.standing.weighted));
    const atRisk = total(tally(list, (one) => one.atRisk));
    const by = (column: string) => `SUMIFS({deals.${column}},{deals.level},{@level})`;
    return {
      key,
      cells: {
        level: key,
        deals: list.length,
        value,
        share: share(value, all),
        weighted,
        adjusted: adjusted(list, risks),
        atRisk,
      },
      formulas: formulas
        ? {
            deals: "COUNTIFS({deals.level},{@level})",
            ...(value === undefined ? {} : { value: by("amount") }),
            ...(weighted === undefined ? {} : { weighted: by("weighted") }),
            ...(atRisk === undefined ? {} : { atRisk: by("atRisk") }),
          }
        : {},
    };
  };
  const rows = LEVELS.map((level) =>
    row(
      level,
      deals.filter((one) => levelWord(one) === level),
      true,
    ),
  );
  return {
    id: "levels",
    columns: [
      { id: "level", label: "Risk", format: "text", span: 2, status: LEVEL_STATUS },
      { id: "deals", label: "Open deals", format: "integer", span: 1 },
      { id: "value", label: `Value${unit}`, format: "money", span: 2, bar: true },
      { id: "share", label: "Share", format: "percent", span: 1 },
      { id: "weighted", label: `Weighted${unit}`, format: "money", span: 2 },
      { id: "adjusted", label: `${riskWording(risks).adjusted}${unit}`, format: "money", span: 2 },
      { id: "atRisk", label: `At risk${unit}`, format: "money", span: 2 },
    ],
    rows: deals.length === 0 ? [] : rows,
    total:
      deals.length === 0
        ? undefined
        : {
            ...row("Total", deals, false),
            key: "total",
            formulas: { deals: "SUM({levels.deals})" },
          },
    empty: "There is no open deal.",
  };
}
