import { expect, it } from "vitest";
import { monthlySeries } from "../../../bench/monthlySeries.ts";
import { BASELINES, baselineScore, ourScore, relativeTo } from "../../../bench/seriesScore.ts";

const data = process.env.REVOPS_DATA;
const LONG = 300_000;

// All series, lengths and horizons: `npm run bench`
it.skipIf(!data)(
  "36 months of every third series of the M3 competition tell the next six, and how far off that is",
  () => {
    const all = monthlySeries(data ?? "").filter((_, at) => at % 3 === 0);
    const setting = { points: 36, ahead: 6, season: 12 };
    const ours = ourScore(all, setting);
    expect(ours.series).toBe(476);
    expect(relativeTo(baselineScore(BASELINES.naive!, all, setting), ours)).toBeLessThan(0.74);
    expect(ours.coverage).toBeGreaterThan(0.76);
    expect(ours.coverage).toBeLessThan(0.84);
  },
  LONG,
);
