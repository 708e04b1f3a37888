import fc from "fast-check";
import { expect, it } from "vitest";
import { rankAuc } from "../../../src/core/accuracy/rankAuc.ts";

const calls = fc.array(
  fc.record({
    chance: fc.integer({ min: 0, max: 10 }).map((tenth) => tenth / 10),
    won: fc.boolean(),
  }),
  { minLength: 2, maxLength: 30 },
);

it("is the share of pairs in the right order, ties by half", () => {
  fc.assert(
    fc.property(calls, (list) => {
      const came = list.filter(({ won }) => won);
      const missed = list.filter(({ won }) => !won);
      if (came.length === 0 || missed.length === 0) {
        expect(rankAuc(list)).toBeUndefined();
        return;
      }
      let pairs = 0;
      for (const one of came)
        for (const other of missed)
          pairs += one.chance > other.chance ? 1 : one.chance === other.chance ? 0.5 : 0;
      expect(rankAuc(list)).toBeCloseTo(pairs / (came.length * missed.length), 12);
    }),
  );
});
