import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { chunkRows } from "../../../sidebar/files/chunkRows.ts";
import type { Answer, ReportRunResult } from "../../../src/addon/calls/requests.ts";
import { isoFromDay } from "../../../src/core/calendar/day.ts";
import { parseWorkbook } from "../../../workbench/host/host.ts";
import { sampleCompany } from "../../../workbench/sample/sampleCompany.ts";
import { type AddonHost, addonHost } from "../addonHost.ts";

const company = sampleCompany({
  deals: 200,
  only: ["Opportunities.csv", "OpportunityHistory.csv"],
});
const KEPT = "RevOps upload";

const now = () => Date.UTC(2026, 10, 21, 15);

function filled(): AddonHost {
  const host = addonHost({ now });
  for (const { name, rows } of company.files) {
    const token = `upload-${name}`;
    for (const chunk of chunkRows(rows))
      host.ask("revopsStageRows", { token, file: name, ...chunk });
    host.ask("revopsImport", {
      from: { token },
      file: name,
      date: isoFromDay(company.asOf),
      answers: {},
    });
  }
  return host;
}

const accuracy = (host: AddonHost) => host.ask("revopsReport", { name: "forecast-accuracy" });
/** Runs a function of the add-on while so much time passes whenever the script asks for it. */
const slowly = (host: AddonHost, ms: number, call: string) =>
  host.person(`let now = 1.7e12; Date.now = () => (now += ${ms}); return ${call};`);
const slowAccuracy = (host: AddonHost) =>
  slowly(host, 5000, 'revopsReport({ name: "forecast-accuracy" })') as Answer<ReportRunResult>;

describe("work that takes longer than one run may", () => {
  let host: AddonHost;
  let whole: ReturnType<typeof accuracy>;
  let saved: string;
  beforeAll(() => {
    host = filled();
    whole = accuracy(host);
    saved = host.save();
  }, 120_000);
  beforeEach(() => {
    host = addonHost({ now, workbook: parseWorkbook(saved) });
  });

  it("leaves nothing behind when one run is enough", () => {
    expect(host.sheet(KEPT)).toBeUndefined();
  });

  it("stops in time, goes on from there, and comes to the same as in one go", () => {
    let answer = slowAccuracy(host);
    let runs = 1;
    for (; !answer.ok && runs < 20; runs++) {
      expect(answer.message).toMatch(
        /takes longer than one run may\. \d+ of \d+ parts are done and kept/,
      );
      expect(host.sheet(KEPT)?.hidden).toBe(true);
      answer = slowAccuracy(host);
    }
    expect(answer.ok && answer.value.figures).toEqual(whole.figures);
    expect(runs).toBeGreaterThan(2);
    expect(runs).toBeLessThan(20);
    expect(host.sheet(KEPT)).toBeUndefined();
  }, 120_000);

  it("answers how far it is after as many seconds as it was given", () => {
    const answer = slowly(
      host,
      5000,
      'revopsReport({ name: "forecast-accuracy", seconds: 60 })',
    ) as Answer<ReportRunResult>;
    if (answer.ok) throw new Error("It was done at once.");
    // The clock is asked at the start and before each part but the first, 5 s later each time: 65 s before the 14th.
    expect(answer.unfinished?.done).toBe(13);
    // Of every part there is: one for each day that a run in one go looks at.
    let all = answer;
    for (let runs = 0; runs < 40; runs++) {
      const next = slowAccuracy(host);
      if (next.ok) break;
      all = next;
    }
    expect(all.unfinished?.of).toBe(answer.unfinished?.of);
    expect(all.unfinished?.done).toBeLessThanOrEqual(all.unfinished?.of ?? 0);
    expect(host.sheet(KEPT)).toBeUndefined();
  }, 120_000);

  it("makes its parts anew when a deal has changed in between", () => {
    const parts = () => {
      const answer = slowAccuracy(host);
      return Number(/(\d+) of \d+ parts/.exec(answer.ok ? "" : answer.message)?.[1]);
    };
    const first = parts();
    expect(parts()).toBeGreaterThan(first);
    const sheet = host.cells("Opportunities");
    const amount = (sheet[0] ?? []).indexOf("Amount");
    host.person(`book.getSheetByName("Opportunities").getRange(2, ${amount + 1}).setValue(123456)`);
    expect(parts()).toBe(first);
  }, 120_000);

  it.each(["duplicates", "data-quality"])(
    "does so in the report %s",
    (name) => {
      const known = host.ask("revopsReport", { name, preview: true });
      const again = () =>
        slowly(
          host,
          250_000,
          `revopsReport({ name: "${name}", preview: true })`,
        ) as Answer<ReportRunResult>;
      let answer = again();
      let runs = 1;
      for (; !answer.ok && runs < 20; runs++) {
        expect(answer.message).toMatch(
          /takes longer than one run may\. \d+ parts? (?:is|are) done/,
        );
        answer = again();
      }
      expect(answer.ok && answer.value.figures).toEqual(known.figures);
      expect(runs).toBeGreaterThan(1);
    },
    120_000,
  );

  it("keeps the parts of a fit too", () => {
    const said = () => JSON.stringify(host.events.slice(-1));
    slowly(host, 200_000, "revopsFitWinModel()");
    expect(said()).toContain(
      "Fitting the win probabilities takes longer than one run may. 2 of 3 parts",
    );
    expect(said()).toContain("Open the panel?");
    expect(host.sheet("Win Model")).toBeUndefined();
    host.call("revopsFitWinModel");
    expect(said()).toMatch(/Fitted on \d+ decided deals/);
  }, 120_000);
});
