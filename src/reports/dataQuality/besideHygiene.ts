import { lowerFirst } from "../../core/firstLetter.ts";
import { dealRules } from "../../core/hygiene/dealRules.ts";
import type { Inspection } from "../hygiene/inspect.ts";
import { hygieneScore } from "../hygiene/score.ts";
import { sayCount, sayNumber } from "../parts/words.ts";
import { isAboutData } from "./ruleDimensions.ts";

/** From so many points on, two scores of the same deals ask for a word (our own number). */
const FAR_APART = 25;

const ofHygiene = new Set(dealRules.map(({ id }) => id));

/** The rule that most records break. */
function commonest(ids: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** Why the Hygiene report gives the same deals another mark; blank where the two are near each other. */
export function besideHygiene({ records, checked }: Inspection, quality: number): string {
  const held = records.map(({ deal, hits }) => ({
    deal,
    hits: hits.filter(({ rule }) => ofHygiene.has(rule.id)),
  }));
  const { score, withIssues, byCount } = hygieneScore(held);
  if (score === undefined || Math.abs(score - 100 * quality) < FAR_APART) return "";
  const what = byCount ? "every open deal" : "the whole amount of every open deal";
  const said = ` Hygiene is at ${sayNumber(score, 0)} of 100: it counts ${what} that breaks a rule, this report single values.`;
  const atWork = held.filter(
    ({ hits }) => hits.length > 0 && hits.every(({ rule }) => !isAboutData(rule.id)),
  );
  if (atWork.length * 2 < withIssues) return said;
  const most = commonest(atWork.flatMap(({ hits }) => hits.map(({ rule }) => rule.id)));
  const label = checked.find(({ id }) => id === most)?.label ?? "";
  return `${said} ${sayNumber(atWork.length, 0)} of its ${sayCount(withIssues, "record")} break only rules about the work on the deal, most often ${lowerFirst(label)}.`;
}
