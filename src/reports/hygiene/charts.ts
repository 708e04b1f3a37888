import type { ReportChart, ReportTable } from "../report.ts";
import { unitOf } from "../unit.ts";
import { sayCount, sayMoney } from "../words.ts";

const BLUE = "#1a73e8";

/** Bars that fit with their names. */
const MOST_BARS = 10;

/** Rules by hits beside owners by value at stake; nothing is drawn when no rule is broken. */
export function hygieneCharts(
  broken: ReportTable,
  owners: ReportTable,
  currency: string,
): readonly ReportChart[] {
  const [rule] = broken.rows;
  if (rule === undefined) return [];
  // The commonest rule stands first; those that nobody broke are not drawn.
  const hitRules = broken.rows.filter(({ cells }) => Number(cells.hits ?? 0) > 0).length;
  const people = owners.rows.length;
  const unit = unitOf({ currency });
  const [owner] = owners.rows;
  const stake = Number(owner?.cells.stake ?? 0);
  const rules: ReportChart = {
    id: "rules_chart",
    kind: "bar",
    title: `${String(rule.cells.rule)} is the commonest issue: ${sayCount(Number(rule.cells.hits), "record")}`,
    subtitle:
      hitRules > MOST_BARS
        ? `Records that break the ${MOST_BARS} commonest rules`
        : "Records that break each rule",
    table: broken.id,
    category: "rule",
    first: Math.min(hitRules, MOST_BARS),
    series: [{ column: "hits", label: "Records", colour: BLUE }],
    categoryTitle: "Rule",
    valueTitle: "Records",
    format: "integer",
    place: "main",
  };
  if (stake <= 0) return [rules];
  return [
    rules,
    {
      id: "owners_chart",
      kind: "bar",
      title: `${String(owner?.cells.name)} has the most at stake: ${sayMoney(stake, currency)}`,
      subtitle: `Value of open deals with issues, ${people > MOST_BARS ? `the ${MOST_BARS} owners with the most` : "by owner"}${unit}`,
      table: owners.id,
      category: "name",
      first: Math.min(people, MOST_BARS),
      series: [{ column: "stake", label: "At stake", colour: BLUE }],
      categoryTitle: "Owner",
      valueTitle: `Amount${unit}`,
      format: "money",
      place: "side",
    },
  ];
}
