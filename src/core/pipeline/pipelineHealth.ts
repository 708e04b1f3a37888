/** What the health of a pipeline is told from; what is not known is undefined. */
export type HealthInputs = {
  /** Open pipeline over remaining quota. */
  readonly coverage?: number;
  /** The largest deviation of the stage mix from its bands, in percentage points. */
  readonly mixDeviation?: number;
  /** Days to win over the benchmark's days. */
  readonly velocity?: number;
  /** Pipeline of the last 30 days over remaining quota. */
  readonly freshness?: number;
  /** Win rate less its benchmark, in percentage points. */
  readonly winRateDelta?: number;
  /** Share of open deals older than 90 days. */
  readonly aged?: number;
};

export type HealthPart = {
  readonly name: keyof HealthInputs;
  readonly value: number | undefined;
  /** Points of the part's own; undefined when its value is not known. */
  readonly points: number | undefined;
  readonly most: number;
  /** What it adds to the score: its points, and its share of those that unknown parts leave. */
  readonly adds: number | undefined;
};

export type HealthBand = "Green" | "Yellow" | "Orange" | "Red";

export type PipelineHealth = {
  /** 0 to 100: the sum of what the parts add. Undefined when less than half of the points can be judged. */
  readonly score: number | undefined;
  readonly band: HealthBand | undefined;
  readonly parts: readonly HealthPart[];
};

type Rule = {
  readonly name: keyof HealthInputs;
  readonly most: number;
  readonly points: (value: number) => number;
};

/** The points of the first limit that the value does not exceed. */
const upTo =
  (limits: readonly (readonly [number, number])[], beyond: number) =>
  (value: number): number =>
    limits.find(([limit]) => value <= limit)?.[1] ?? beyond;

/** The points of the first limit that the value lies below. */
const below =
  (limits: readonly (readonly [number, number])[], beyond: number) =>
  (value: number): number =>
    limits.find(([limit]) => value < limit)?.[1] ?? beyond;

const RULES: readonly Rule[] = [
  {
    name: "coverage",
    most: 25,
    points: (value) =>
      value > 5
        ? 15
        : below(
            [
              [2, 0],
              [3, 10],
              [4, 20],
            ],
            25,
          )(value),
  },
  {
    name: "mixDeviation",
    most: 20,
    points: upTo(
      [
        [5, 20],
        [10, 15],
        [20, 10],
      ],
      5,
    ),
  },
  {
    // A pipeline faster than 0.8 of its benchmark is given no points in print: no less than a normal one is our reading.
    name: "velocity",
    most: 20,
    points: upTo(
      [
        [1.2, 20],
        [1.4, 15],
        [1.6, 10],
      ],
      5,
    ),
  },
  {
    name: "freshness",
    most: 15,
    points: below(
      [
        [0.1, 3],
        [0.2, 8],
        [0.3, 12],
      ],
      15,
    ),
  },
  {
    // Between 2 and 3 points below, which no band in print holds, counts as 3 to 5 below.
    name: "winRateDelta",
    most: 10,
    points: (value) => {
      if (value > 0) return 10;
      if (value >= -2) return 8;
      return value >= -5 ? 5 : 2;
    },
  },
  {
    name: "aged",
    most: 10,
    points: (value) => {
      if (value > 0.3) return 1;
      return below(
        [
          [0.1, 10],
          [0.2, 7],
        ],
        4,
      )(value);
    },
  },
];

export const HEALTH_BANDS: readonly (readonly [number, HealthBand])[] = [
  [80, "Green"],
  [60, "Yellow"],
  [40, "Orange"],
];

/** How healthy a pipeline is, 0 to 100, in six parts that add up exactly. */
export function pipelineHealth(inputs: HealthInputs): PipelineHealth {
  const judged = RULES.filter(({ name }) => inputs[name] !== undefined);
  const possible = judged.reduce((sum, { most }) => sum + most, 0);
  const isKnown = possible >= 50;
  const parts = RULES.map(({ name, most, points }): HealthPart => {
    const value = inputs[name];
    const own = value === undefined ? undefined : points(value);
    const adds = own === undefined || !isKnown ? undefined : (own * 100) / possible;
    return { name, value, points: own, most, adds };
  });
  if (!isKnown) return { score: undefined, band: undefined, parts };
  const score = parts.reduce((sum, { adds }) => sum + (adds ?? 0), 0);
  return { score, band: HEALTH_BANDS.find(([from]) => score >= from)?.[1] ?? "Red", parts };
}
