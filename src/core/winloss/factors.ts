import { amountQuarters } from "../deals/amountQuarters.ts";
import type { Deal } from "../deals/deal.ts";
import { competitorNames } from "./competitorNames.ts";
import type { DecidedDeal } from "./decidedDeal.ts";

export type FactorDeal = DecidedDeal & { readonly deal: Deal };

/** What decided deals can be sorted by. */
export type Factor = {
  readonly word: string;
  readonly label: string;
  readonly field: keyof Deal & string;
  /** True for what is filled in as a deal goes on: won deals have more of it in any case. */
  readonly grows?: boolean;
  /** The groups of a deal, of all deals that are compared; none where its field is blank. */
  readonly namer: (rows: readonly FactorDeal[]) => (row: FactorDeal) => readonly string[];
};

type TextField =
  | "segment"
  | "owner"
  | "team"
  | "region"
  | "territory"
  | "product"
  | "leadSource"
  | "type";
type TickField = "economicBuyerMet" | "championLeft" | "budgetConfirmed" | "pocIssue";

const NO_COMPETITOR = "No competitor named";

const byText = (word: string, label: string, field: TextField): Factor => ({
  word,
  label,
  field,
  namer:
    () =>
    ({ deal }) => {
      const text = deal[field]?.trim() ?? "";
      return text === "" ? [] : [text];
    },
});

const byTick = (word: string, label: string, field: TickField): Factor => ({
  word,
  label,
  field,
  grows: true,
  namer:
    () =>
    ({ deal }) => {
      const tick = deal[field];
      return tick === undefined ? [] : [tick ? "Yes" : "No"];
    },
});

/** Of two digits, so that `20 M` says the limit as it is. */
const limit = (amount: number): number => Number(amount.toPrecision(2));

function shortly(amount: number): string {
  if (Math.abs(amount) >= 1e6) return `${amount / 1e6} M`;
  return Math.abs(amount) >= 1e3 ? `${amount / 1e3} k` : String(amount);
}

function sizeName(bounds: readonly number[], amount: number): string {
  const place = bounds.filter((bound) => amount >= bound).length;
  const [from, to] = [bounds[place - 1], bounds[place]].map(
    (bound) => bound !== undefined && shortly(bound),
  );
  if (!from) return `Below ${to}`;
  return to ? `${from} to below ${to}` : `${from} and above`;
}

/** A deal in which nobody is named counts as uncontested; a deal counts with each competitor it names. */
export const FACTORS: readonly Factor[] = [
  {
    word: "competitor",
    label: "Competitor",
    field: "competitor",
    grows: true,
    namer: () => (row) => {
      const names = competitorNames(row.deal.competitor);
      return names.length === 0 ? [NO_COMPETITOR] : names;
    },
  },
  byText("segment", "Segment", "segment"),
  {
    word: "size",
    label: "Size",
    field: "amount",
    namer: (rows) => {
      const valued = rows.filter(({ amount }) => amount !== undefined);
      // Where only won or only lost deals have an amount, size would tell nothing but the outcome.
      if (new Set(valued.map(({ won }) => won)).size < 2) return () => [];
      const quarters = amountQuarters(valued.map(({ amount = 0 }) => amount));
      const bounds = [...new Set(quarters.map(limit))];
      return ({ amount }) =>
        amount === undefined || bounds.length === 0 ? [] : [sizeName(bounds, amount)];
    },
  },
  byText("source", "Lead source", "leadSource"),
  byText("type", "Type", "type"),
  byText("product", "Product", "product"),
  byText("owner", "Owner", "owner"),
  byText("team", "Team", "team"),
  byText("region", "Region", "region"),
  byText("territory", "Territory", "territory"),
  byTick("economic buyer met", "Economic buyer met", "economicBuyerMet"),
  byTick("champion left", "Champion left", "championLeft"),
  byTick("budget confirmed", "Budget confirmed", "budgetConfirmed"),
  byTick("poc issue", "POC issue", "pocIssue"),
];
