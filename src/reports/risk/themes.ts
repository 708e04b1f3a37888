import { factorName } from "../../settings/presets/riskFactors.ts";
import { share, tally, total, whole } from "../parts/tally.ts";
import { unitOf } from "../parts/unit.ts";
import type { ReportTable } from "../report.ts";
import { amountOf } from "./levels.ts";
import type { RiskBook } from "./riskDeals.ts";

/** Each factor with the open deals that it makes risky, and how many it cannot be told of. */
export function themesTable({ book, deals, model, counts }: RiskBook): ReportTable {
  const unit = unitOf(book);
  const all = whole(tally(deals, amountOf));
  const { factors, weights } = book.request.settings.risk;
  const rows = factors
    .filter(
      ({ id, points }) =>
        (points > 0 || weights.some((one) => one.id === id && (one.points ?? 0) > 0)) && counts(id),
    )
    .map((factor) => {
      const pointsOf = (one: (typeof deals)[number]) =>
        one.risk.factors.find((other) => other.factor.id === factor.id)?.points;
      const present = deals.filter((one) => (pointsOf(one) ?? 0) > 0);
      const unknown = deals.filter((one) => pointsOf(one) === undefined).length;
      const value = total(tally(present, amountOf));
      return {
        key: factor.id,
        cells: {
          factor: factorName(factor.id),
          dimension: factor.dimension,
          points: model
            ? Math.exp(model.coefficients.find(({ id }) => id === factor.id)?.coefficient ?? 0)
            : factor.points,
          // What no deal tells is unknown, not none.
          ...(unknown < deals.length
            ? { deals: present.length, value, share: share(value, all) }
            : { deals: undefined, value: undefined, share: undefined }),
          unknown,
        },
      };
    })
    .sort(
      (a, b) =>
        (b.cells.value ?? 0) - (a.cells.value ?? 0) ||
        (b.cells.deals ?? -1) - (a.cells.deals ?? -1),
    );
  return {
    id: "themes",
    columns: [
      { id: "factor", label: "Factor", format: "text", span: 4 },
      { id: "dimension", label: "Dimension", format: "text", span: 2 },
      model
        ? { id: "points", label: "Odds, times", format: "ratio", span: 1 }
        : { id: "points", label: "Points", format: "integer", span: 1 },
      { id: "deals", label: "Deals", format: "integer", span: 1 },
      { id: "value", label: `Value${unit}`, format: "money", span: 2, bar: true },
      { id: "share", label: "Share", format: "percent", span: 1 },
      { id: "unknown", label: "Unknown", format: "integer", span: 1 },
    ],
    rows: deals.length === 0 ? [] : rows,
    empty: "There is no open deal.",
  };
}
