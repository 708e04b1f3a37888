import { describe, expect, it } from "vitest";
import { roomLeft } from "../../../src/core/history/roomLeft.ts";

describe("the room that is left", () => {
  it("follows the pace after the first day", () => {
    // 1,000 rows on the first day, then 70 a week: room for 700 more is used up in ten weeks.
    const days = [...new Array<number>(1000).fill(100)];
    for (let week = 1; week <= 4; week += 1)
      days.push(...new Array<number>(70).fill(100 + week * 7));
    expect(roomLeft(days, 700)).toEqual({ rowsAWeek: 70, fullOn: 128 + 70 });
    expect(roomLeft(days, -5)?.fullOn).toBe(128);
  });

  it("looks at the last 13 weeks alone", () => {
    const days = [0, ...new Array<number>(5000).fill(7), ...new Array<number>(13).fill(400)];
    expect(roomLeft(days, 13)).toEqual({ rowsAWeek: 1, fullOn: 491 });
  });

  it("knows nothing of one day", () => {
    expect(roomLeft([5, 5], 100)).toBeUndefined();
    expect(roomLeft([], 100)).toBeUndefined();
  });
});
