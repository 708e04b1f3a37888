import type { Day } from "../calendar/day.ts";
import type { Framework } from "./frameworks.ts";
import { type QualificationLevel, qualificationLevel } from "./qualificationLevel.ts";

/** One answered question about one deal or lead. */
export type QualificationAnswer = {
  readonly recordId: string;
  readonly framework: string;
  readonly question: string;
  readonly answer?: string;
  readonly points?: number;
  readonly assessedOn?: Day;
  readonly by?: string;
};

export type Assessment = {
  /** Sum of the points, area by area up to its most; undefined when no question is answered. */
  readonly score: number | undefined;
  readonly level: QualificationLevel | undefined;
  /** In step with the framework's questions; undefined: not answered. */
  readonly points: readonly (number | undefined)[];
  /** What the areas' most points take off, 0 or negative. */
  readonly cap: number;
  readonly open: readonly string[];
  /** The last day on which the newest answer holds. */
  readonly validUntil: Day | undefined;
  readonly isExpired: boolean;
};

const same = (one: string, other: string) =>
  one.trim().toLowerCase() === other.trim().toLowerCase();

/** What the answers about one record come to in a framework; points count as they stand, at most those of the best answer. */
export function assess(
  framework: Framework,
  answers: readonly QualificationAnswer[],
  asOf: Day | undefined,
): Assessment {
  const own = answers.filter((one) => same(one.framework, framework.id));
  let newest: Day | undefined;
  for (const { assessedOn } of own)
    if (assessedOn !== undefined) newest = Math.max(newest ?? assessedOn, assessedOn);
  const areas = new Map<string, number>();
  const points = framework.questions.map(({ id, area, choices }) => {
    const found = own.find((one) => same(one.question, id));
    const most = choices.reduce((best, choice) => Math.max(best, choice.points), 0);
    const earned =
      found?.points ?? choices.find(({ words }) => same(words, found?.answer ?? ""))?.points;
    if (earned === undefined) return undefined;
    const kept = Math.max(0, Math.min(most, earned));
    areas.set(area, (areas.get(area) ?? 0) + kept);
    return kept;
  });
  let [sum, cap] = [0, 0];
  for (const total of areas.values()) {
    sum += total;
    cap += Math.min(0, framework.areaMost - total);
  }
  const score = areas.size === 0 ? undefined : sum + cap;
  const validUntil = newest === undefined ? undefined : newest + framework.validDays;
  return {
    score,
    level:
      score === undefined || framework.kind !== "score" ? undefined : qualificationLevel(score),
    points,
    cap,
    open: framework.questions.filter((_, at) => points[at] === undefined).map(({ id }) => id),
    validUntil,
    isExpired: asOf !== undefined && validUntil !== undefined && asOf > validUntil,
  };
}
