import type { Assessment } from "./assessment.ts";
import { bantCount } from "./bantCount.ts";
import type { Framework } from "./frameworks.ts";

/** A lead is sales qualified with so many of budget, authority, need and timeline. */
export const SALES_QUALIFIED = 2;

/** What a lead still lacks to be sales qualified. A part is confirmed by more than half of its points: our own reading. */
export function salesReady(
  { questions }: Pick<Framework, "questions">,
  { points }: Pick<Assessment, "points">,
): { readonly confirmed: number; readonly lacking: number; readonly open: readonly string[] } {
  const answers = questions.map(({ choices }, at) => {
    const earned = points[at];
    const most = choices.reduce((best, choice) => Math.max(best, choice.points), 0);
    return earned === undefined ? undefined : 2 * earned > most;
  });
  const confirmed = bantCount(answers) ?? 0;
  const open = questions.flatMap(({ id }, at) => (answers[at] ? [] : [id]));
  return { confirmed, lacking: Math.max(0, SALES_QUALIFIED - confirmed), open };
}
