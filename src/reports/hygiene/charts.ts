import { unitOf } from "../parts/unit.ts";
import { sayCount, sayMoney } from "../parts/words.ts";
import type { ReportChart, ReportTable } from "../report.ts";

const BLUE = "#1a73e8";

/** Bars that fit with their names. */
const MOST_BARS = 10;

type Unplaced = Omit<ReportChart, "place">;

/** Rules by hits beside owners by value at stake; a single bar says no more than the sentence above it. */
export function hygieneCharts(
  broken: ReportTable,
  owners: ReportTable,
  currency: string,
): readonly ReportChart[] {
  return [...rulesChart(broken), ...ownersChart(owners, currency)].map(
    (chart, at): ReportChart => ({ ...chart, place: at === 0 ? "main" : "side" }),
  );
}

function rulesChart(broken: ReportTable): Unplaced[] {
  const [rule] = broken.rows;
  // The commonest rule stands first; those that nobody broke are not drawn.
  const hitRules = broken.rows.filter(({ cells }) => Number(cells.hits ?? 0) > 0).length;
  if (rule === undefined || hitRules < 2) return [];
  return [
    {
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
    },
  ];
}

/** By value at stake; by records where none of them has an amount. */
function ownersChart(owners: ReportTable, currency: string): Unplaced[] {
  const [owner] = owners.rows;
  const people = owners.rows.length;
  const stake = Number(owner?.cells.stake ?? 0);
  const bad = Number(owner?.cells.bad ?? 0);
  if (owner === undefined || bad === 0) return [];
  const unit = unitOf({ currency });
  const name = String(owner.cells.name);
  const which = people > MOST_BARS ? `the ${MOST_BARS} owners with the most` : "by owner";
  const common = {
    id: "owners_chart",
    kind: "bar" as const,
    table: owners.id,
    category: "name",
    first: Math.min(people, MOST_BARS),
    categoryTitle: "Owner",
  };
  if (stake > 0) {
    return [
      {
        ...common,
        title: `${name} has the most at stake: ${sayMoney(stake, currency)}`,
        subtitle: `Value of open deals with issues, ${which}${unit}`,
        series: [{ column: "stake", label: "At stake", colour: BLUE }],
        valueTitle: `Amount${unit}`,
        format: "money",
      },
    ];
  }
  if (people < 2) return [];
  return [
    {
      ...common,
      title: `${name} has the most to put right: ${sayCount(bad, "record")}`,
      subtitle: `Records with issues, ${which}`,
      series: [{ column: "bad", label: "With issues", colour: BLUE }],
      valueTitle: "Records",
      format: "integer",
    },
  ];
}
