import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  chanceOfTotal,
  forecastDistribution,
} from "../../../../src/core/forecast/distribution/forecastDistribution.ts";
import {
  type OpenDeal,
  portfolioOf,
} from "../../../../src/core/forecast/distribution/portfolio.ts";
import { scenariosOf } from "../../../../src/core/forecast/distribution/scenarios.ts";
import { atMost, bruteForce, pipelineOf, quantile, seeded } from "./bruteForce.ts";

const SHARES = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99];
const equal = (count: number, amount: number, probability: number): OpenDeal[] =>
  Array.from({ length: count }, () => ({ amount, probability }));
const deal = fc.record({
  amount: fc.double({ min: 1, max: 1e6, noNaN: true }),
  probability: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
});

// scipy 1.17: poisson_binom.cdf(range(11), [.05, .1, .2, .35, .35, .5, .6, .75, .9, .97])
const POISSON_BINOMIAL = [
  4.334850000000004e-5, 0.0021381213750000004, 0.0280574238125, 0.1494283239375, 0.4170028795625,
  0.7260221899375, 0.9208313114375, 0.9874354268125, 0.9990650366875, 0.9999759379375, 1,
];
// scipy 1.17: betabinom.ppf([.1, .5, .9], 100, 15, 35), betabinom.std
const BETA_BINOMIAL = { quantiles: [20, 30, 40], deviation: 7.859052479933758 };
// scipy 1.17: quad of norm.pdf(z) * binom.cdf(k, n, norm.cdf((norm.ppf(p) + sqrt(r) z) / sqrt(1 - r)))
const VASICEK: [number, number, number, [number, number][]][] = [
  [
    50,
    0.2,
    0.15,
    [
      [0, 0.011330553540972966],
      [5, 0.26281217147338387],
      [10, 0.594458539461311],
      [20, 0.9337015084533276],
    ],
  ],
  [
    1000,
    0.3,
    0.1,
    [
      [150, 0.07653559257934778],
      [250, 0.36054609838685847],
      [300, 0.5354908487262346],
      [450, 0.8990487421578179],
    ],
  ],
];

describe("a few deals", () => {
  it("are those of the hand-worked example", () => {
    const three = forecastDistribution([
      { amount: 100, probability: 0.5 },
      { amount: 200, probability: 0.25 },
      { amount: 50, probability: 0.8 },
    ]);
    expect(three.mean).toBe(140);
    // sqrt(2500 + 7500 + 400)
    expect(three.deviation).toBeCloseTo(Math.sqrt(10_400), 10);
    expect([0.1, 0.5, 0.9].map(three.quantile)).toEqual([50, 150, 300]);
    expect(three.atLeast(150)).toBeCloseTo(0.55, 12);
  });

  it.each([2, 5, 9, 13, 16])("%i agree with every set of them", (count) => {
    const deals = pipelineOf(count, count);
    const all = bruteForce(deals);
    const found = forecastDistribution(deals);
    expect(found.method).toBe("exact");
    for (const share of SHARES) {
      const expected = quantile(all, share);
      expect(found.quantile(share) / expected || 1).toBeCloseTo(1, 12);
      expect(found.atMost(expected)).toBeCloseTo(atMost(all, expected), 12);
      expect(found.atLeast(expected)).toBeCloseTo(1 - atMost(all, expected - 1e-6), 12);
    }
  });

  it("agree with every set of them whatever the amounts are", () => {
    const amount = fc.oneof(
      fc.integer({ min: -9, max: 9 }),
      fc.double({ min: -50, max: 50, noNaN: true }),
    );
    const any = fc.record({ amount, probability: fc.constantFrom(0, 0.1, 0.5, 0.9, 1) });
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 9 }), (deals) => {
        const all = bruteForce(deals);
        const found = forecastDistribution(deals);
        for (const { total } of all)
          expect(found.atMost(total + 1e-6)).toBeCloseTo(atMost(all, total + 1e-6), 10);
        for (const share of SHARES) {
          const x = found.quantile(share);
          expect(atMost(all, x + 1e-7)).toBeGreaterThanOrEqual(share - 1e-9);
          expect(atMost(all, x - 1e-7)).toBeLessThan(share + 1e-9);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("count an amount that misses the target by rounding alone", () => {
    const deals = [
      { amount: 0.1, probability: 0.5 },
      { amount: 0.2, probability: 0.5 },
    ];
    expect(forecastDistribution(deals).atLeast(0.3)).toBeCloseTo(0.25, 12);
    expect(forecastDistribution(deals).atLeast(0.3 * (1 + 1e-10))).toBe(0);
  });
});

describe("what is certain", () => {
  it("moves the distribution, and what is impossible does not count", () => {
    const found = forecastDistribution([
      { amount: 70, probability: 1 },
      { amount: 1e9, probability: 0 },
      { amount: 0, probability: 0.5 },
      { amount: 10, probability: 0.5 },
    ]);
    expect([found.quantile(0.5), found.quantile(0.6), found.mean]).toEqual([70, 80, 75]);
    expect([found.atLeast(70), found.atLeast(80), found.atLeast(81)]).toEqual([1, 0.5, 0]);
  });

  it("is all there is when nothing is open", () => {
    const none = forecastDistribution([]);
    expect([none.mean, none.deviation, none.quantile(0.1), none.quantile(0.9)]).toEqual([
      0, 0, 0, 0,
    ]);
    expect([none.atLeast(0), none.atLeast(1)]).toEqual([1, 0]);
  });
});

describe("many deals of one amount", () => {
  // scipy 1.17: binom.ppf([.05,.1,.5,.9,.95], n, p), binom.sf(k - 1, n, p)
  it.each<[number, number, number[], number, number]>([
    [200, 0.3, [49, 52, 60, 68, 71], 65, 0.24209445918946476],
    [5000, 0.37, [1794, 1806, 1850, 1894, 1906], 1900, 0.07372832323290522],
  ])("%i at %d are binomial", (count, probability, expected, from, chance) => {
    for (const amount of [1, 1234.56, Math.PI * 1e4]) {
      const found = forecastDistribution(equal(count, amount, probability));
      const won = [0.05, 0.1, 0.5, 0.9, 0.95].map((share) => found.quantile(share) / amount);
      won.forEach((value, at) => {
        expect(value).toBeCloseTo(expected[at]!, 8);
      });
      expect(found.atLeast(from * amount)).toBeCloseTo(chance, 10);
    }
  });

  it("of different probabilities are Poisson-binomial", () => {
    const chances = [0.05, 0.1, 0.2, 0.35, 0.35, 0.5, 0.6, 0.75, 0.9, 0.97];
    const found = forecastDistribution(chances.map((probability) => ({ amount: 1, probability })));
    POISSON_BINOMIAL.forEach((expected, wins) => {
      expect(found.atMost(wins)).toBeCloseTo(expected, 12);
    });
  });
});

describe("many deals", () => {
  it.each([100, 400, 3000])("%i on thousands: the series agrees with adding up", (count) => {
    const next = seeded(count);
    const deals = Array.from({ length: count }, () => ({
      amount: 1000 * Math.ceil(40 * next()),
      probability: [0.1, 0.25, 0.6][Math.floor(3 * next())]!,
    }));
    const sum = forecastDistribution(deals);
    expect(sum.method).toBe(count < 3000 ? "exact" : "inverted");
    // One deal of an odd amount, which hardly ever comes, takes the lattice away.
    const off = forecastDistribution([...deals, { amount: Math.E, probability: 1e-13 }]);
    expect(off.method).not.toBe("exact");
    for (const share of [0.1, 0.5, 0.9]) {
      const x = sum.quantile(share);
      expect(Math.abs(off.atMost(x + 500) - sum.atMost(x))).toBeLessThan(1e-4);
    }
  });

  it.each([100, 1000])("%i lognormal ones lie between the bounds of a grid", (count) => {
    const deals = pipelineOf(count, count);
    const found = forecastDistribution(deals);
    expect(found.method).toBe("inverted");
    const step = found.deviation / 5000;
    const rounded = (round: (x: number) => number) =>
      forecastDistribution(
        deals.map((one) => ({ ...one, amount: round(one.amount / step) * step })),
      );
    const [down, up] = [rounded(Math.floor), rounded(Math.ceil)];
    for (const share of SHARES) {
      const x = found.quantile(share);
      expect(x).toBeGreaterThan(down.quantile(share));
      expect(x).toBeLessThan(up.quantile(share));
    }
  });

  it("with one giant have both humps", () => {
    const others = pipelineOf(120, 5);
    const rest = forecastDistribution(others);
    const amount = 100 * rest.mean;
    const found = forecastDistribution([...others, { amount, probability: 0.3 }]);
    for (const share of [0.1, 0.5, 0.9]) {
      expect(Math.abs(found.quantile(0.7 * share) - rest.quantile(share))).toBeLessThan(
        1e-6 * rest.deviation,
      );
      expect(
        Math.abs(found.quantile(0.7 + 0.3 * share) - amount - rest.quantile(share)),
      ).toBeLessThan(1e-6 * rest.deviation);
    }
  });

  it("between are bracketed for certain, and the answer lies inside", () => {
    for (const count of [40, 60]) {
      const found = forecastDistribution(pipelineOf(count, count));
      for (const share of [0.1, 0.5, 0.9]) {
        const [low, high] = found.bounds(share);
        expect(low).toBeLessThanOrEqual(found.quantile(share));
        expect(high).toBeGreaterThanOrEqual(found.quantile(share));
        expect(high - low).toBeLessThan(1e-3 * found.deviation);
      }
    }
  });

  it.each([150, 1000])("%i agree with a seeded simulation within its 99.9%% band", (count) => {
    const deals = pipelineOf(count, 77);
    const found = forecastDistribution(deals);
    const next = seeded(4);
    const runs = 4000;
    const totals = Array.from({ length: runs }, () =>
      deals.reduce(
        (sum, { amount, probability }) => (next() < probability ? sum + amount : sum),
        0,
      ),
    ).sort((a, b) => a - b);
    // Dvoretzky-Kiefer-Wolfowitz
    const band = Math.sqrt(Math.log(2 / 0.001) / (2 * runs));
    totals.forEach((total, at) => {
      if (at % 50 === 0)
        expect(Math.abs(found.atMost(total) - at / runs)).toBeLessThan(band + 1 / runs);
    });
  });
});

describe("every distribution", () => {
  it("has the mean and variance of its deals, from its own quantiles", () => {
    for (const count of [12, 90, 500]) {
      const deals = pipelineOf(count, 3 * count);
      const found = forecastDistribution(deals);
      const mean = deals.reduce((sum, one) => sum + one.amount * one.probability, 0);
      const variance = deals.reduce(
        (sum, one) => sum + one.amount ** 2 * one.probability * (1 - one.probability),
        0,
      );
      expect(found.mean / mean).toBeCloseTo(1, 12);
      expect(found.deviation / Math.sqrt(variance)).toBeCloseTo(1, 12);
      const many = 4000;
      let [sum, square] = [0, 0];
      for (let k = 0; k < many; k++) {
        const x = found.quantile((k + 0.5) / many) - mean;
        sum += x / many;
        square += (x * x) / many;
      }
      expect(Math.abs(sum)).toBeLessThan(2e-3 * found.deviation);
      expect(Math.sqrt(square) / found.deviation).toBeCloseTo(1, 2);
    }
  });

  it("does not depend on the order or on the unit", () => {
    fc.assert(
      fc.property(
        fc.array(deal, { minLength: 1, maxLength: 30 }),
        fc.constantFrom(0, 0.1),
        (deals, correlation) => {
          const found = forecastDistribution(deals, { correlation });
          const turned = forecastDistribution([...deals].reverse(), { correlation });
          const scaled = forecastDistribution(
            deals.map((one) => ({ ...one, amount: one.amount * Math.PI })),
            { correlation },
          );
          for (const share of [0.1, 0.5, 0.9]) {
            const close = 1e-3 * found.deviation + 1e-9;
            const x = found.quantile(share);
            expect(turned.atMost(x + close)).toBeGreaterThan(share - 1e-6);
            expect(scaled.atMost((x + close) * Math.PI)).toBeGreaterThan(share - 1e-6);
            expect(scaled.atMost((x - close) * Math.PI)).toBeLessThan(
              share + 1e-3 + found.atMost(x) - found.atMost(x - close),
            );
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it("is the same each time", () => {
    const deals = pipelineOf(300, 1);
    const once = forecastDistribution(deals, { correlation: 0.1 }).quantile(0.3);
    expect(forecastDistribution(deals, { correlation: 0.1 }).quantile(0.3)).toBe(once);
  });
});

describe("a common factor", () => {
  it.each(VASICEK)(
    "mixes binomials: %i deals at %d, correlation %d",
    (count, p, correlation, rows) => {
      const found = forecastDistribution(equal(count, 250, p), { correlation });
      for (const [wins, chance] of rows)
        expect(found.atMost(250 * wins)).toBeCloseTo(chance, count > 300 ? 4 : 9);
    },
  );

  it.each([12, 35, 90, 250, 600])(
    "of correlation 0 is none; near it hardly any (%i deals)",
    (count) => {
      const deals = pipelineOf(count, 9);
      const alone = forecastDistribution(deals);
      const zero = forecastDistribution(deals, { correlation: 0 });
      const tiny = forecastDistribution(deals, { correlation: 1e-9 });
      for (const share of [0.1, 0.5, 0.9]) {
        expect(zero.quantile(share)).toBe(alone.quantile(share));
        expect(
          Math.abs(tiny.atMost(alone.quantile(share)) - alone.atMost(alone.quantile(share))),
        ).toBeLessThan(2e-3);
      }
    },
  );

  it("of correlation 1 lets one number decide all", () => {
    const deals = [
      { amount: 100, probability: 0.5 },
      { amount: 200, probability: 0.25 },
      { amount: 50, probability: 0.8 },
    ];
    const one = forecastDistribution(deals, { correlation: 1 });
    // u < .25: all; < .5: 150; < .8: 50; else nothing.
    expect([0.1, 0.2, 0.21, 0.5, 0.51, 0.75, 0.76].map(one.quantile)).toEqual([
      0, 0, 50, 50, 150, 150, 350,
    ]);
    expect(one.mean).toBeCloseTo(140, 12);
    const near = forecastDistribution(deals, { correlation: 0.999 });
    for (const x of [0, 60, 160]) expect(near.atMost(x)).toBeCloseTo(one.atMost(x), 1);
  });

  it.each([15, 60, 150, 500, 2000])("keeps the mean and widens the spread (%i deals)", (count) => {
    const deals = pipelineOf(count, 21);
    const alone = forecastDistribution(deals);
    const together = forecastDistribution(deals, { correlation: 0.2 });
    expect(together.mean / alone.mean).toBeCloseTo(1, 9);
    expect(together.deviation).toBeGreaterThan(alone.deviation);
    for (const share of [0.1, 0.5, 0.9])
      expect(together.atMost(together.quantile(share))).toBeGreaterThan(share - 1e-6);
  });

  it("of many deals agrees with working out every deal in every state", () => {
    const deals = pipelineOf(1500, 8);
    const found = forecastDistribution(deals, { correlation: 0.4 });
    const doubled = deals.flatMap(({ amount, probability }) => [
      { amount, probability },
      { amount: 1e-3, probability: 0.5 },
    ]);
    const expanded = forecastDistribution(doubled, { correlation: 0.4 });
    expect(found.method).not.toBe("expanded");
    expect(expanded.method).toBe("expanded");
    for (const share of SHARES)
      expect(Math.abs(expanded.atMost(found.quantile(share)) - share)).toBeLessThan(1e-4);
  });
});

describe("what is not known", () => {
  it("about the probabilities widens as a Beta-binomial does", () => {
    const deals = equal(100, 10, 0.3).map((one) => ({ ...one, evidence: 50 }));
    const found = forecastDistribution(deals);
    expect(found.mean).toBeCloseTo(300, 6);
    expect(found.deviation / 10 / BETA_BINOMIAL.deviation).toBeCloseTo(1, 1);
    [0.1, 0.5, 0.9].forEach((share, at) => {
      expect(
        Math.abs(found.quantile(share) / 10 - BETA_BINOMIAL.quantiles[at]!),
      ).toBeLessThanOrEqual(1);
    });
  });

  it("about a cohort is shared by all of its deals", () => {
    // Two stages measured together are as uncertain as one of the mean probability, apart they are less so.
    const half = (probability: number) =>
      equal(60, 10, probability).map((one) => ({ ...one, evidence: 30 }));
    const apart = forecastDistribution([...half(0.3), ...half(0.301)]);
    const together = forecastDistribution(
      [...half(0.3), ...half(0.301)].map((one) => ({ ...one, cohort: "Proposal" })),
    );
    const one = forecastDistribution(
      equal(120, 10, 0.3).map((deal) => ({ ...deal, evidence: 30 })),
    );
    expect(together.deviation / one.deviation).toBeCloseTo(1, 2);
    expect(apart.deviation).toBeLessThan(0.85 * together.deviation);
    expect(together.mean).toBeCloseTo(apart.mean, 6);
  });

  it("about new deals is a compound Poisson sum", () => {
    // scipy 1.17: poisson.cdf(k, 3.5); 100 small deals make the sum smooth and add 0.01 at most.
    const dust = equal(100, 1e-4, 0.5).map((one, at) => ({
      ...one,
      amount: 1e-4 * (1 + at / 300),
    }));
    const found = forecastDistribution(dust, { newBusiness: { amounts: [1], count: 3.5 } });
    expect(found.mean).toBeCloseTo(3.5, 1);
    expect(found.deviation).toBeCloseTo(Math.sqrt(3.5), 3);
    const deals = pipelineOf(300, 2);
    const more = forecastDistribution(deals, {
      newBusiness: { amounts: [20_000, 20_000, 20_000, 60_000], count: 40 },
    });
    const plain = forecastDistribution(deals);
    expect(more.mean - plain.mean).toBeCloseTo(1_200_000, 3);
    expect(more.deviation ** 2 - plain.deviation ** 2).toBeCloseTo(
      30 * 20_000 ** 2 + 10 * 60_000 ** 2,
      -3,
    );
    expect(more.atMost(more.quantile(0.8))).toBeCloseTo(0.8, 9);
  });

  it("about the amounts is a share of them", () => {
    const deals = pipelineOf(200, 6);
    const shares = [
      { share: 1, weight: 0.6 },
      { share: 0.8, weight: 0.4 },
    ];
    const found = forecastDistribution(deals, { shares });
    expect(found.mean / forecastDistribution(deals).mean).toBeCloseTo(0.92, 12);
    expect(found.atMost(found.quantile(0.2))).toBeCloseTo(0.2, 9);
    const whole = forecastDistribution(deals, {
      shares: [
        { share: 1, weight: 0.5 },
        { share: 1, weight: 0.5 },
      ],
    });
    expect(whole.quantile(0.3)).toBeCloseTo(forecastDistribution(deals).quantile(0.3), 2);
  });
});

it("gives the chance of a total in given states of the factor", () => {
  const portfolio = portfolioOf(equal(2, 10, 0.5));
  expect(chanceOfTotal(portfolio, scenariosOf(portfolio, 0), 10)).toBeCloseTo(0.75, 12);
});
