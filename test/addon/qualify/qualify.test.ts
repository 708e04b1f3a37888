import { describe, expect, it } from "vitest";
import { addonHost } from "../addonHost.ts";

const SHEETS = `
  const put = (name, rows) => {
    book.insertSheet(name).getRange(1, 1, rows.length, rows[0].length).setNumberFormat("@").setValues(rows);
  };
  put("Opportunities", [
    ["Opportunity ID", "Opportunity Name", "Stage", "Account Name", "Economic Buyer", "Budget Confirmed"],
    ["006A", "Acme rollout", "Discovery", "Acme", "", "Yes"],
    ["006B", "Beta", "Closed Won", "Beta", "Bo", "Yes"],
  ]);
  put("Leads", [["Lead ID", "First Name", "Last Name", "Lead Status"], ["00Q1", "Cleo", "Park", "Working"]]);
`;

const opened = () => {
  const host = addonHost();
  host.person(SHEETS);
  return host;
};

describe("qualifying a record", () => {
  it("shows a deal with what its next stage lacks, and a lead", () => {
    const host = opened();
    const deal = host.ask("revopsQualify", { recordId: "006A" });
    expect(deal.record).toEqual({
      id: "006A",
      name: "Acme rollout",
      kind: "deal",
      state: "Discovery",
    });
    expect(deal.next?.stage).toBe("Proposal");
    expect(deal.next?.missing).toEqual(["Economic Buyer"]);
    expect(deal.frameworks.map(({ says }) => says)).toEqual(Array(7).fill(undefined));
    const lead = host.ask("revopsQualify", { recordId: "00Q1" });
    expect(lead.record).toMatchObject({ name: "Cleo Park", kind: "lead", state: "Working" });
    expect(lead.next?.stage).toBe("sales qualified (2 of 4 of BANT)");
    expect(lead.next?.missing).toEqual(["2 of Budget, Authority, Need, Timeline"]);
    const framework = "BANT";
    const asked = (answers: Record<string, string>) =>
      host.ask("revopsSaveQualification", { recordId: "00Q1", framework, answers }).next?.missing;
    expect(asked({ Budget: "Confirmed", Authority: "Manager" })).toEqual([
      "1 of Authority, Need, Timeline",
    ]);
    expect(asked({ Authority: "Vice president or above" })).toEqual([]);
    expect(host.ask("revopsQualify", { recordId: "006B" }).next).toBeUndefined();
    expect(host.refusal("revopsQualify", { recordId: "nothing" })).toContain(
      "No deal and no lead has the record id nothing",
    );
  });

  it("takes the selected row", () => {
    const host = opened();
    host.person(`book.setActiveSheet(book.getSheetByName("Opportunities"));
      book.getSheetByName("Opportunities").getRange("C2").activate();`);
    expect(host.ask("revopsQualify", { recordId: "" }).record?.id).toBe("006A");
    host.person(`book.getSheetByName("Opportunities").getRange("C1").activate();`);
    expect(host.ask("revopsQualify", { recordId: "" }).record).toBeUndefined();
  });

  it("asks what the Qualification rules say, frameworks of one's own too", () => {
    const host = opened();
    host.person(`
      const sheet = book.insertSheet("Qualification rules");
      const rows = [
        ["Framework", "Question", "Ask", "Answers", "Area most"],
        ["GPCT", "Goals", "What do they want?", "Open = 0; Agreed = 40", "40"],
      ];
      sheet.getRange(1, 1, 2, 5).setNumberFormat("@").setValues(rows);`);
    expect(host.ask("revopsQualify", { recordId: "006A" }).frameworks).toMatchObject([
      { id: "GPCT", questions: [{ id: "Goals", ask: "What do they want?" }] },
    ]);
    const saved = host.ask("revopsSaveQualification", {
      recordId: "006A",
      framework: "GPCT",
      answers: { Goals: "Agreed" },
    });
    expect(saved.frameworks[0]).toMatchObject({ says: "40 of 100, weak" });
    expect(
      host.refusal("revopsSaveQualification", { recordId: "006A", framework: "BANT", answers: {} }),
    ).toContain("There is no framework BANT");
  });

  it("keeps answers on the Qualification sheet, changes them in place and takes them back", () => {
    const host = opened();
    const save = (answers: Record<string, string>, framework = "MEDDIC") =>
      host.ask("revopsSaveQualification", { recordId: "006A", framework, answers });
    const view = save({ Champion: "Sells for us", Pain: "Pressing" });
    expect(view.frameworks[0]).toMatchObject({ says: "25 of 100 so far, 4 not asked" });
    save({ Champion: "Friendly" });
    save({ "Custom work": "Yes" }, "Stop");
    const rows = host.cells("Qualification").map((row) => row.slice(0, 5));
    expect(rows).toEqual([
      ["Record ID", "Framework", "Question", "Answer", "Points"],
      ["006A", "MEDDIC", "Pain", "Pressing", 10],
      ["006A", "MEDDIC", "Champion", "Friendly", 8],
      ["006A", "Stop", "Custom work", "Yes", 1],
    ]);
    const after = save({ Pain: "" });
    expect(after.frameworks[0]).toMatchObject({ says: "8 of 100 so far, 5 not asked" });
    expect(after.frameworks.at(-1)).toMatchObject({ says: "1 holds: do not pursue", tone: "bad" });
    expect(host.cells("Qualification")).toHaveLength(3);
    expect(host.ask("revopsQualify", { recordId: "00Q1" }).frameworks[0]?.says).toBeUndefined();
  });

  it("refuses answers that no question has", () => {
    const host = opened();
    const request = { recordId: "006A", framework: "MEDDIC", answers: { Champion: "=1+1" } };
    expect(host.refusal("revopsSaveQualification", request)).toBe('Champion has no answer "=1+1".');
    expect(host.cells("Qualification")).toEqual([]);
  });
});
