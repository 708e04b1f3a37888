import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { AddonHost } from "../addonHost.ts";
import { sampleHost } from "../sampleHost.ts";

const manifest = JSON.parse(readFileSync("appsscript.json", "utf8")) as { oauthScopes: string[] };
const SCOPE = "https://www.googleapis.com/auth/script.scriptapp";
const WEEKLY = { every: "week", hour: 6, weekDay: 5, digest: true } as const;

/** The sample company, in the hands of a person who has granted what everybody grants and no more. */
function opened(more: object = { ungranted: [SCOPE] }): AddonHost {
  return sampleHost({ manifest, ...more });
}

describe("a person who never switched a schedule on", () => {
  it("uses everything else without the right to run by itself", () => {
    const host = opened();
    host.open();
    expect(host.ask("revopsReports").schedule).toEqual({});
    host.ask("revopsReport", { name: "forecast" });
    host.ask("revopsHealth");
    host.runMenu("Take a snapshot");
    host.runMenu("Schedule snapshots and digests");
    expect(host.ask("revopsSidebarStart").panel).toBe("schedule");
    expect(host.events.filter(({ kind }) => kind === "alert")).toEqual([]);
    expect(host.workbook.triggers).toBeUndefined();
  });

  it("is sent to Google for the right first; until it is granted nothing is switched on", () => {
    const host = opened();
    const first = host.ask("revopsSetSchedule", { choice: WEEKLY });
    expect(first.allow).toMatch(/^https:\/\/accounts\.google\.com\//);
    expect(first.schedule).toEqual({});
    expect(host.ask("revopsReports").schedule).toEqual({});
    expect(host.workbook.triggers).toBeUndefined();
    host.grant(SCOPE);
    expect(host.ask("revopsSetSchedule", { choice: WEEKLY })).toEqual({
      schedule: { choice: WEEKLY },
    });
    expect(host.workbook.triggers).toMatchObject([
      { handler: "revopsScheduledRun", weeks: 1, weekDay: "FRIDAY", hour: 6 },
    ]);
  });

  it("is told where the publisher left the right out", () => {
    const host = opened({ manifest: { oauthScopes: manifest.oauthScopes.slice(0, 2) } });
    expect(host.refusal("revopsSetSchedule", { choice: WEEKLY })).toContain(
      "may not run by itself",
    );
  });
});

describe("a schedule", () => {
  it("takes a snapshot and writes the digest when its hour comes, and tells how it went", () => {
    const host = opened({});
    host.ask("revopsSetSchedule", { choice: WEEKLY });
    const before = host.cells("Snapshots").length;
    host.person(`const deals = book.getSheetByName("Opportunities");
      const column = deals.getDataRange().getValues()[0].indexOf("Amount") + 1;
      deals.getRange(2, column).setValue(987654);`);
    host.runTriggers();
    const { last } = host.ask("revopsReports").schedule;
    expect(last).toMatchObject({ isFine: true });
    expect(last?.text).toMatch(
      /^Snapshot of .*: 1 of \d+ deals stand differently from before\. Digest /,
    );
    expect(host.cells("Snapshots")).toHaveLength(before + 1);
    const [digest] = host.workbook.sheets.filter(({ name }) => name.startsWith("Digest "));
    const words = host.cells(digest!.name).flat().join("\n");
    for (const part of ["Forecast", "Quota", "Hygiene", "The first digest of this period"])
      expect(words).toContain(part);
    expect(
      host.ask("revopsHealth").checks.find(({ title }) => title === "Automatic runs"),
    ).toMatchObject({
      state: "good",
      text: expect.stringContaining("Every week a snapshot and a digest. Last run"),
    });
    host.person(`const deals = book.getSheetByName("Opportunities");
      const column = deals.getDataRange().getValues()[0].indexOf("Amount") + 1;
      deals.getRange(2, column).setValue(1987654);`);
    expect(host.ask("revopsRunSchedule").last?.text).toMatch(
      /headline figures changed since \d{4}-/,
    );
    expect(host.calls().length).toBeLessThanOrEqual(80);
  });

  describe("whose digest takes longer than a run may", () => {
    /** The hour has come, and minutes pass with every report that the digest looks at. */
    const slowly = (host: AddonHost) =>
      host.person(`let now = 1.7e12; Date.now = () => (now += 250000); revopsScheduledRun();`);
    const digests = (host: AddonHost) =>
      host.workbook.sheets.filter(({ name }) => name.startsWith("Digest "));

    it("goes on every hour until it is written once, with one snapshot, and then has its own hour again", () => {
      const host = opened({});
      host.ask("revopsSetSchedule", { choice: WEEKLY });
      const snapshots = host.cells("Snapshots").length;
      const logged = () => host.cells("Import log").length;
      const before = logged();
      let turns = 0;
      const reports = 5;
      for (const schedule = () => host.ask("revopsReports").schedule; turns < 20; ) {
        slowly(host);
        turns += 1;
        if (!schedule().pending) break;
        expect(schedule().last).toMatchObject({ isFine: true });
        expect(schedule().last?.text).toContain(`${turns} of ${reports} parts are made`);
        expect(host.workbook.triggers).toMatchObject([{ handler: "revopsScheduledRun", hours: 1 }]);
        expect(digests(host)).toEqual([]);
        // Somebody changes nothing of the deals; a second snapshot would still be logged or said.
        expect(logged()).toBeLessThanOrEqual(before + 1);
      }
      expect(turns).toBe(reports);
      expect(digests(host)).toHaveLength(1);
      expect(host.cells("Snapshots")).toHaveLength(snapshots);
      expect(host.ask("revopsReports").schedule.last?.text).toMatch(
        /Digest .*headline figures of 5/,
      );
      expect(host.workbook.triggers).toMatchObject([{ weeks: 1, weekDay: "FRIDAY", hour: 6 }]);
      expect(host.sheet("RevOps upload")).toBeUndefined();
    });

    it("says what a digest in one go says", () => {
      const [slow, quick] = [opened({}), opened({})];
      for (const host of [slow, quick]) host.ask("revopsSetSchedule", { choice: WEEKLY });
      slowly(slow);
      slow.runTriggers();
      quick.runTriggers();
      const shown = (host: AddonHost) => host.cells(digests(host)[0]?.name ?? "");
      expect(shown(slow)).toEqual(shown(quick));
    });

    it("gives up in the end where the deals never stand still", () => {
      const host = opened({});
      host.ask("revopsSetSchedule", { choice: WEEKLY });
      const deals = host.cells("Opportunities");
      const amount = deals[0]?.indexOf("Amount") ?? -1;
      // Three deals are as restless as all of them.
      host.person(`book.getSheetByName("Opportunities").deleteRows(5, ${deals.length - 4})`);
      for (let turn = 1; turn <= 6; turn++) {
        host.person(
          `book.getSheetByName("Opportunities").getRange(2, ${amount + 1}).setValue(${turn})`,
        );
        slowly(host);
      }
      const { last, pending } = host.ask("revopsReports").schedule;
      expect(last).toMatchObject({ isFine: false });
      expect(last?.text).toContain("takes longer than one run may");
      expect(pending).toBeUndefined();
      expect(host.workbook.triggers).toMatchObject([{ weeks: 1, hour: 6 }]);
    });
  });

  it("keeps a failure for the person to see, and leaves the workbook as it was", () => {
    const host = opened({});
    host.ask("revopsSetSchedule", { choice: { ...WEEKLY, every: "day" } });
    host.foreignLocks.add("document");
    const before = JSON.stringify(host.workbook.sheets);
    host.runTriggers();
    expect(JSON.stringify(host.workbook.sheets)).toBe(before);
    expect(host.ask("revopsReports").schedule.last).toMatchObject({
      isFine: false,
      text: expect.stringContaining("Another import or report is running"),
    });
    host.foreignLocks.clear();
    expect(
      host.ask("revopsHealth").checks.find(({ title }) => title === "Automatic runs")?.state,
    ).toBe("bad");
  });

  it("is changed in place and removes its clock when it is switched off", () => {
    const host = opened({});
    host.ask("revopsSetSchedule", { choice: WEEKLY });
    host.ask("revopsSetSchedule", { choice: { ...WEEKLY, every: "day", hour: 7 } });
    expect(host.workbook.triggers).toMatchObject([{ days: 1, hour: 7 }]);
    expect(host.ask("revopsSetSchedule", {})).toEqual({ schedule: {} });
    expect(host.workbook.triggers).toEqual([]);
    expect(host.ask("revopsReports").schedule).toEqual({});
  });

  it("is refused where its time makes no sense", () => {
    const host = opened({});
    for (const wrong of [{ hour: 24 }, { hour: 6.5 }, { weekDay: 0 }, { every: "hour" as never }])
      expect(host.refusal("revopsSetSchedule", { choice: { ...WEEKLY, ...wrong } })).toContain(
        "Choose every day or every week",
      );
    expect(host.workbook.triggers).toBeUndefined();
  });
});
