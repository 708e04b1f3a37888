import { beforeEach, describe, expect, it } from "vitest";
import { DEALS, type ReportHost, reportHost } from "../reportHost.ts";

describe("the data quality report", () => {
  let host: ReportHost;
  beforeEach(() => {
    host = reportHost([...DEALS, ["0066", "Fox audit", "Ana Ruiz", 0, "2017-03-01"]]);
  });
  const run = () => {
    const { figures, report } = host.report("data-quality", { whole: true });
    const rows = report?.sections.flatMap(({ table }) => table?.rows ?? []) ?? [];
    return {
      figure: (id: string) => figures.find((one) => one.id === id)?.value,
      check: (id: string) => rows.find(({ key }) => key === id)?.cells.failing,
    };
  };
  const list = () => {
    const [header = [], ...rows] = host.sheet("Clean-up list").values;
    const at = (label: string) => header.indexOf(label);
    return rows
      .filter((row) => row?.[at("Record")] !== undefined && row[at("Record")] !== null)
      .map((row) => (label: string) => row?.[at(label)]);
  };
  const itemOf = (record: string, check: string) =>
    list().find((item) => item("Record") === record && item("Check") === check);

  it("writes a clean-up list and an audit beside its own sheet", () => {
    // 0066 closes before the as-of day, as 0063 does, and has no amount above 0.
    const first = run();
    expect([first.check("bad_amount"), first.figure("records")]).toEqual([1, 6]);
    expect(itemOf("0066", "overdue")?.("Proposed Value")).toMatch(/^2017-\d\d-\d\d$/);
    expect(itemOf("0066", "overdue")?.("State")).toBe("open");
    expect(host.sheet("Quality audits").values[1]?.[0]).toBe("2017-Q2");
    // As the very first report it also makes the register and the hidden sheets that all later ones use.
    expect(host.calls().length).toBeLessThanOrEqual(68);
    run();
    expect(host.calls().length).toBeLessThanOrEqual(40);
  });

  it("keeps to what a person decided, in whatever row it stands", () => {
    run();
    const at = list().findIndex((item) => item("Record") === "0066" && item("Check") === "overdue");
    host.person(
      `book.getSheetByName('Clean-up list').getRange('A${at + 2}:B${at + 2}').setValues([['accept', 'June it is']])`,
    );
    run();
    const item = itemOf("0066", "overdue");
    expect([item?.("Decision"), item?.("Note")]).toEqual(["accept", "June it is"]);
    expect(item?.("State")).toBe("accepted: enter it in the CRM");
  });

  it("follows the Hygiene rules sheet, and never touches the CRM rows", () => {
    run();
    const before = JSON.stringify(host.sheet("Opportunities").values);
    const { values } = host.sheet("Hygiene rules");
    const row = values.findIndex((cells) => cells?.[1] === "Amount not above zero") + 1;
    expect(row).toBeGreaterThan(1);
    host.person(`book.getSheetByName('Hygiene rules').getRange('C${row}').setValue('off')`);
    expect(run().check("bad_amount")).toBeUndefined();
    expect(itemOf("0066", "bad_amount")?.("State")).toBe("no longer found");
    const found = itemOf("0066", "overdue")?.("First Found");
    expect(itemOf("0066", "bad_amount")?.("Gone On")).toBe(found);
    const { report } = host.report("hygiene", { whole: true });
    const rules = report?.sections.find(({ id }) => id === "by_rule")?.table?.rows ?? [];
    expect(rules.map(({ key }) => key)).not.toContain("bad_amount");
    host.person(`book.getSheetByName('Hygiene rules').getRange('C${row}').setValue('medium')`);
    run();
    expect(itemOf("0066", "bad_amount")?.("State")).toBe("open");
    expect([null, ""]).toContain(itemOf("0066", "bad_amount")?.("Gone On") ?? null);
    expect(JSON.stringify(host.sheet("Opportunities").values)).toBe(before);
  });
});
