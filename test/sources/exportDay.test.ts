import { describe, expect, it } from "vitest";
import { dayFromIso, isoFromDay } from "../../src/core/calendar/day.ts";
import { exportDay } from "../../src/sources/exportDay.ts";

const told = (line: string, order?: "MDY" | "DMY") => {
  const found = exportDay(["Pipeline by owner", line], order);
  return found && (found.day === undefined ? "in doubt" : isoFromDay(found.day));
};

describe("the day that a report's title lines tell", () => {
  it.each([
    ["As of 2025-04-03", "2025-04-03"],
    ["As of 2025-04-03 14:02:11 Pacific Standard Time/PST", "2025-04-03"],
    ["As of 4/23/2025", "2025-04-23"],
    ["As of 4/23/2025 10:05 AM", "2025-04-23"],
    ["As of 23.04.2025", "2025-04-23"],
    ["as of: April 3, 2025", "2025-04-03"],
    ["As of 3.4.2025", "2025-04-03"],
    ["As of 4/4/2025", "2025-04-04"],
  ])("%s is %s", (line, day) => {
    expect(told(line)).toBe(day);
  });

  it("is in doubt where day and month may be exchanged, unless the file's own dates tell", () => {
    expect(told("As of 4/3/2025")).toBe("in doubt");
    expect(told("As of 4/3/2025", "MDY")).toBe("2025-04-03");
    expect(told("As of 4/3/2025", "DMY")).toBe("2025-03-04");
  });

  it.each(["As of yesterday", "As of 45/77/2025", "Fiscal year 2025-04-03", ""])(
    "is not in %j",
    (line) => {
      expect(told(line)).toBeUndefined();
    },
  );

  it("is a civil day, without the time", () => {
    expect(exportDay(["As of 2025-04-03 23:59"], undefined)?.day).toBe(dayFromIso("2025-04-03"));
  });
});
