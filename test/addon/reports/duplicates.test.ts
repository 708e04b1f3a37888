import { beforeEach, describe, expect, it } from "vitest";
import { DEALS, type ReportHost, reportHost } from "../reportHost.ts";

describe("the duplicates report", () => {
  let host: ReportHost;
  beforeEach(() => {
    host = reportHost([...DEALS, ["0066", "ACME Renewal", "Ana Ruiz", 120000, "2017-06-19"]]);
  });
  const figure = (id: string) => {
    const { figures } = host.report("duplicates");
    return figures.find((one) => one.id === id)?.value;
  };

  it("writes pairs and proposals beside its own sheet, and costs little more than another report", () => {
    expect(figure("duplicates")).toBe(1);
    // The pairs, the proposals and the Action register are made as well.
    expect(host.calls().length).toBeLessThanOrEqual(65);
    const [header, pair] = host.sheet("Duplicate pairs").values;
    expect(header?.slice(0, 4)).toEqual(["Decision", "Note", "Probability", "Verdict"]);
    expect(pair?.slice(3, 6)).toEqual(["same", "Opportunities", "0061"]);
    expect(host.sheet("Merge proposals").values.length).toBeGreaterThan(1);
    expect(figure("duplicates")).toBe(1);
    expect(host.calls().length).toBeLessThanOrEqual(40);
  });

  it("keeps to a person's decision and leaves it where it stands", () => {
    expect(figure("duplicates")).toBe(1);
    host.person(
      "book.getSheetByName('Duplicate pairs').getRange('A2:B2').setValues([['not same', 'two sites']])",
    );
    expect(figure("duplicates")).toBe(0);
    const [, pair] = host.sheet("Duplicate pairs").values;
    expect(pair?.slice(0, 2)).toEqual(["not same", "two sites"]);
    expect(pair?.[3]).toBe("decided: not same");
    const [header, proposal] = host.sheet("Merge proposals").values;
    expect(proposal?.[header?.indexOf("State") ?? -1]).toBe("no longer proposed");
  });

  it("never touches the CRM rows", () => {
    const before = JSON.stringify(host.sheet("Opportunities").values);
    host.report("duplicates");
    expect(JSON.stringify(host.sheet("Opportunities").values)).toBe(before);
  });
});
