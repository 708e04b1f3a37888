import { expect, it } from "vitest";
import { BLOCK_DAYS, hazardCounts } from "../../../src/core/probability/hazardCounts.ts";
import { LAST, someLives } from "./someLives.ts";

const sum = (values: Iterable<number>) => [...values].reduce((total, one) => total + one, 0);

it("counts every day and every end once, for all deals together and stage by stage", () => {
  const lives = someLives(400);
  const counts = hazardCounts(lives, LAST, (day) => day % 3);
  const days = sum(lives.map(({ created, ended }) => (ended ?? LAST) - created));
  // Every deal stands in a known stage on each of its days, so these are counted twice.
  expect(sum(counts.exposure)).toBe(2 * days);
  const moved = (from: string, next: string) =>
    sum(
      counts.moves
        .filter((move) => counts.states[move.from]?.stage === from && move.next === next)
        .flatMap((move) => [...move.counts]),
    );
  const won = lives.filter(({ outcome }) => outcome === "won").length;
  expect(moved("", "won")).toBe(won);
  expect(moved("Proposal", "won")).toBe(won);
  expect(moved("Discovery", "/proposal")).toBe(
    lives.filter(({ versions }) => versions.length > 1).length,
  );
  expect(counts.blocks).toBe(
    Math.floor((LAST - Math.min(...lives.map(({ created }) => created))) / BLOCK_DAYS) + 1,
  );
});
