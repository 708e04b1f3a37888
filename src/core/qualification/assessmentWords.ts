import type { Assessment } from "./assessment.ts";
import type { Framework } from "./frameworks.ts";
import type { QualificationLevel } from "./qualificationLevel.ts";

/** A low score of which questions are open is no verdict yet: what was not asked earns nothing. */
export function verdictWords(level: QualificationLevel | undefined, open: number): string {
  if (level === undefined) return "";
  return level === "Disqualify" && open > 0 ? " so far" : `, ${level.toLowerCase()}`;
}

/** What answers come to, in words: `55 of 100, weak, 2 not asked`, `3 of 7 done`; undefined without an answer. */
export function assessmentWords(
  { kind, questions }: Pick<Framework, "kind" | "questions">,
  { score, level, open }: Assessment,
): string | undefined {
  if (score === undefined) return undefined;
  const rest = open.length === 0 ? "" : `, ${open.length} not asked`;
  if (kind === "score") return `${score} of 100${verdictWords(level, open.length)}${rest}`;
  if (kind === "checklist") return `${score} of ${questions.length} done`;
  return score === 0
    ? `None holds${rest}`
    : `${score} ${score === 1 ? "holds" : "hold"}: do not pursue`;
}
