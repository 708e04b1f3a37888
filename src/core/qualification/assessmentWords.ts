import type { Assessment } from "./assessment.ts";
import type { Framework } from "./frameworks.ts";

/** What answers come to, in words: `55 of 100, weak, 2 not asked`, `3 of 7 done`; undefined without an answer. */
export function assessmentWords(
  { kind, questions }: Pick<Framework, "kind" | "questions">,
  { score, level, open }: Assessment,
): string | undefined {
  if (score === undefined) return undefined;
  const rest = open.length === 0 ? "" : `, ${open.length} not asked`;
  if (kind === "score") return `${score} of 100, ${level?.toLowerCase()}${rest}`;
  if (kind === "checklist") return `${score} of ${questions.length} done`;
  return score === 0
    ? `None holds${rest}`
    : `${score} ${score === 1 ? "holds" : "hold"}: do not pursue`;
}
