import { weightWords } from "../../core/deals/riskWeights.ts";
import { factorName } from "../../settings/presets/riskFactors.ts";
import { sayCount, sayList } from "../parts/words.ts";
import type { RiskBook } from "./riskDeals.ts";

const MOST = 8;

/** Which factors weigh otherwise in a stage or segment, and for how many open deals; nothing without such rows. */
export function weightsNote({ book, deals, model }: RiskBook): readonly string[] {
  const { weights, factors } = book.request.settings.risk;
  if (weights.length === 0) return [];
  if (model) {
    return [
      "The weights by stage and segment of the Risk settings do not count: a fitted risk has learned how the stages differ.",
    ];
  }
  const said = weights.slice(0, MOST).map((weight) => {
    const general = factors.find(({ id }) => id === weight.id);
    const used = deals.filter(({ risk }) => risk.factors.some((one) => one.weight === weight));
    const points = `${weight.points ?? general?.points ?? 0} instead of ${general?.points ?? 0}`;
    const count = used.length === 0 ? "no open deal" : sayCount(used.length, "open deal");
    return `${factorName(weight.id).toLowerCase()} ${points} ${weightWords(weight)} (${count})`;
  });
  const more = weights.length > MOST ? ` and ${weights.length - MOST} more` : "";
  return [`Own weights by the Risk settings: ${sayList(said)}${more}.`];
}
