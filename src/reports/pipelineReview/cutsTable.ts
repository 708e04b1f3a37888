import { groupBy } from "../../core/groupBy.ts";
import { share, tally, whole } from "../parts/tally.ts";
import { unitOf } from "../parts/unit.ts";
import type { ReportTable, TableRow } from "../report.ts";
import { amountOf, type ReviewDeal } from "./dealSignals.ts";
import { type Dimension, STANDING_CUTS } from "./dimensions.ts";
import type { Review } from "./review.ts";

/** Values of a dimension that have a row of their own. */
const MOST_VALUES = 4;
const NOT_KNOWN = "Not known";

/** Rows of one dimension, the largest first; undefined where all deals are alike in it or nothing is known. */
function valuesOf(deals: readonly ReviewDeal[], of: Dimension["of"]) {
  const groups = groupBy(deals, ({ deal }) => of(deal)?.trim() || NOT_KNOWN);
  if ([...groups.keys()].filter((name) => name !== NOT_KNOWN).length < 2) return undefined;
  const ranked = [...groups].sort(
    ([, a], [, b]) => (amountOf(b) ?? 0) - (amountOf(a) ?? 0) || b.length - a.length,
  );
  const few = ranked.length <= MOST_VALUES + 1;
  const shown = few ? ranked : ranked.slice(0, MOST_VALUES);
  const others = few ? [] : ranked.slice(MOST_VALUES);
  return others.length === 0
    ? shown
    : [...shown, [`${others.length} others`, others.flatMap(([, own]) => own)] as const];
}

/** The open pipeline cut by what deals are alike in; the rows of each cut add up to all that is open. */
export function cutsTable({ book, deals }: Review): ReportTable {
  const all = whole(tally(deals, ({ amount }) => amount));
  const unit = unitOf(book);
  return {
    id: "cuts",
    columns: [
      { id: "by", label: "By", format: "text", span: 2 },
      { id: "name", label: "Value", format: "text", span: 3 },
      { id: "deals", label: "Open deals", format: "integer", span: 1 },
      { id: "amount", label: `Open${unit}`, format: "money", span: 2, bar: true },
      { id: "share", label: "Share", format: "percent", span: 1 },
      { id: "at_risk", label: `Of it at risk${unit}`, format: "money", span: 3 },
    ],
    rows: STANDING_CUTS.flatMap(({ name: by, of }) =>
      (valuesOf(deals, of) ?? []).map(([name, own], at): TableRow => {
        const amount = amountOf(own);
        return {
          key: `${by}/${at}/${name}`,
          cells: {
            by,
            name,
            deals: own.length,
            amount,
            share: share(amount, all),
            at_risk: amountOf(own.filter(({ isAtRisk }) => isAtRisk)),
          },
        };
      }),
    ),
    empty: "The data tells no segment, region, pipeline, type or source that open deals differ in.",
  };
}
