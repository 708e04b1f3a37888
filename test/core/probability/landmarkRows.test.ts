import { expect, it } from "vitest";
import { landmarkRows, wonWithin } from "../../../src/core/probability/landmarkRows.ts";
import { LAST, someLives } from "./someLives.ts";

it("looks at each open deal on the same past days, as it stood then", () => {
  const lives = someLives(200);
  const rows = landmarkRows(lives, LAST, 30);
  const days = Array.from({ length: 24 }, (_, back) => LAST - 30 - 30 * back);
  let expected = 0;
  for (const { created, ended = Number.POSITIVE_INFINITY } of lives)
    expected += days.filter((day) => day >= created && day < ended).length;
  expect(rows).toHaveLength(expected);
  for (const row of rows) {
    expect((LAST - 30 - row.day) % 30).toBe(0);
    const { outcome, ended = Number.POSITIVE_INFINITY } = row.life;
    expect(wonWithin(row, 0)).toBe(outcome === "won" && ended - row.day <= 30 ? 1 : 0);
    expect(wonWithin(row, 3)).toBe(outcome === "won" ? 1 : 0);
  }
});
