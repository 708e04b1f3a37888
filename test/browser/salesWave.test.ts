import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestPage, type TestPage } from "./page.ts";
import { reportTable, runForecast, sumOf } from "./reportTable.ts";
import {
  exportedDeals,
  type Line,
  nextWaveWeek,
  openOfQuarter,
  salesWaveWorkbook,
  WAVE_NEXT_WEEK,
} from "./salesWave.ts";
import { Sidebar } from "./sidebar.ts";

/** Stages of the file: what they are called in the sheets, and what Salesforce's own stages stand at. */
const STAGES: Readonly<Record<string, readonly [string, number]>> = {
  Qualification: ["Qualification", 0.2],
  "Needs Analysis": ["Needs Analysis", 0.3],
  "Proposal/Quote": ["Proposal/Price Quote", 0.7],
  Negotiation: ["Negotiation/Review", 0.8],
};
const chanceOf = (deal: Line | undefined): number => STAGES[deal?.StageName ?? ""]?.[1] ?? 0;
/** A large workbook on a busy machine. */
const PATIENCE = 300_000;
/** Rows of the longest report read here. */
const DEPTH = 640;
const LIST = "Deals of the period";

const weighted = (deals: readonly Line[]): number =>
  deals.reduce((all, deal) => all + Number(deal.Amount) * chanceOf(deal), 0);

describe.skipIf(!process.env.REVOPS_DATA)(
  "finance's path through a quarter of the demo company",
  { timeout: PATIENCE, shuffle: false },
  () => {
    const deals = process.env.REVOPS_DATA ? exportedDeals() : [];
    const open = openOfQuarter(deals);
    const [won, lost, larger, putOff, held] = open;
    const wonToDate = deals
      .filter(
        ({ StageName, CloseDate = "" }) =>
          StageName === "Closed Won" && CloseDate >= "2017-04-01" && CloseDate <= "2017-06-01",
      )
      .reduce((all, { Amount }) => all + Number(Amount), 0);
    let opened: TestPage;
    let sidebar: Sidebar;
    beforeAll(async () => {
      opened = await openTestPage(await salesWaveWorkbook());
      opened.context.setDefaultTimeout(PATIENCE);
      sidebar = new Sidebar(opened.tab);
    }, PATIENCE);
    afterAll(() => opened?.stop());

    const forecast = () => runForecast(opened.tab);
    const tableOf = (sheet: string, heading: string, last: string) =>
      reportTable(opened.tab, sheet, heading, last, DEPTH);
    /** Every check of the sheet, by its words. */
    const checks = async (sheet: string): Promise<ReadonlyMap<string, number>> => {
      const all = await opened.tab.values(sheet, 12, DEPTH);
      const from = all.findIndex(([first]) => first === "Checks");
      return new Map(
        all
          .slice(from + 2)
          .filter((row) => String(row[11]).includes("right"))
          .map((row) => [String(row[0]), Number(row.find((cell) => typeof cell === "number"))]),
      );
    };

    it("traces the middle estimate to stages, and a stage to its deals", async () => {
      const sheet = await forecast();
      const made = await tableOf(sheet, "What the middle estimate is made of", "Middle estimate");
      const brings = made.column(/^Brings/);
      expect(sumOf(made.parts, brings)).toBeCloseTo(Number(made.total[brings]), 4);
      expect(made.parts[0]?.[brings]).toBeCloseTo(wonToDate, 4);
      // The list of deals is the last of the sheet.
      const rows = await opened.tab.values(sheet, 12, DEPTH);
      const [heading, ...list] = rows.slice(2 + rows.findIndex(([first]) => first === LIST));
      const amount = (heading ?? []).findIndex((cell) => String(cell).startsWith("Amount"));
      for (const [crm, [stage, chance]] of Object.entries(STAGES)) {
        const own = open.filter(({ StageName }) => StageName === crm);
        expect(own.length).toBeGreaterThan(0);
        const row = made.parts.find(([part]) => part === `Open: ${stage}`) ?? [];
        expect(row[made.column(/^Deals/)]).toBe(own.length);
        expect(row[brings]).toBeCloseTo(weighted(own), 4);
        const listed = list.filter((deal) => deal.includes(stage) && deal.includes("Open"));
        expect(listed).toHaveLength(own.length);
        expect(sumOf(listed, amount) * chance).toBeCloseTo(weighted(own), 4);
      }
      expect([...(await checks(sheet)).values()].every((value) => value === 0)).toBe(true);
    });

    it("moves a quota and a lever in cells, and range and chance follow by formula", async () => {
      const { tab } = opened;
      await tab.menu("RevOps", "Make the scenarios");
      await tab.arrives("Scenarios");
      /** Mean, low, middle, high and chance of a line of the comparison. */
      const line = async (row: number) =>
        ((await tab.values("Scenarios", 6, row))[row - 1] ?? []).slice(1).map(Number);
      const wait = { timeout: PATIENCE };
      await expect.poll(async () => (await line(17))[2], wait).toBeGreaterThan(wonToDate);
      const [mean = 0] = await line(13);
      // Nobody doubts the quota of the data: it is out of reach.
      expect((await line(13))[4]).toBeLessThan(0.001);
      await tab.type("C8", "17500000");
      await expect.poll(async () => (await line(17))[4], wait).toBeGreaterThan(0.2);
      const before = await line(17);
      expect(before[0]).toBeCloseTo(mean, 4);
      await tab.type("B57", "10%");
      await expect.poll(async () => (await line(17))[4], wait).toBeGreaterThan(before[4] ?? 1);
      const now = await line(17);
      for (const [at, was] of before.entries()) expect(now[at]).toBeGreaterThan(was);
      // A tenth more of each open deal is a tenth more of all of them.
      expect((now[0] ?? 0) - mean).toBeCloseTo(weighted(open) / 10, 2);
      // The next tests change data that its formulas read, each time for seconds.
      await tab.deleteSheet("Scenarios");
    });

    it("submits a call and holds a deal otherwise, which the report tells apart", async () => {
      const { tab } = opened;
      await sidebar.open("Forecast");
      await sidebar.choose("Whose number", "Jeremy Diaz");
      await sidebar.type("Deal", held?.External_Id__c ?? "");
      await sidebar.click("Show");
      await sidebar.says(new RegExp(`^${held?.Name}: `));
      await sidebar.type("Call", "1900000");
      await sidebar.type("Note", "Two of the large ones");
      await sidebar.click("Submit the call");
      await sidebar.says(/Call .*1[.,]9.*Two of the large ones/);
      await sidebar.type("Amount", String(Number(held?.Amount) - 100_000));
      await sidebar.type("Reason", "One site less");
      await sidebar.click("Save the override");
      await sidebar.says(/^Held otherwise/);
      const sheet = await forecast();
      const calls = await tableOf(sheet, "What the team calls", "All");
      const row = calls.rows.find(([who]) => String(who).endsWith("Jeremy Diaz")) ?? [];
      expect(row[calls.column(/^Own call/)]).toBe(1_900_000);
      const overrides = await tableOf(sheet, "Deals that people hold otherwise", "All overrides");
      const change = -100_000 * chanceOf(held);
      expect(overrides.total[overrides.column(/^Change/)]).toBeCloseTo(change, 4);
      expect(await tab.sheets()).toContain("Forecast Submissions");
    });

    it("accounts for every unit of change after next week's file", async () => {
      await sidebar.open("Import");
      await sidebar.give("Opportunity.csv", nextWaveWeek(deals));
      await sidebar.says("New: 1");
      await sidebar.type("Day of the export", WAVE_NEXT_WEEK);
      await sidebar.click("Update the preview");
      await sidebar.click(/^Import [\d,]+ records/);
      await sidebar.says(/^Opportunities: 1 new, 4 changed/);
      const sheet = await forecast();
      const title = "What changed since the last forecast";
      const bridge = await tableOf(sheet, title, `Expected on ${WAVE_NEXT_WEEK}`);
      const amount = bridge.column(/^Amount/);
      const step = (words: string) =>
        bridge.parts.find(([what]) => String(what).startsWith(words))?.[amount];
      const stood = (deal?: Line) => weighted(deal ? [deal] : []);
      const first = wonToDate + weighted(open);
      expect(step("Expected on")).toBeCloseTo(first, 4);
      expect(step("Won")).toBeCloseTo(Number(won?.Amount) - stood(won), 4);
      expect(step("Lost")).toBeCloseTo(-stood(lost), 4);
      expect(step("Amounts of deals")).toBeCloseTo(100_000 * chanceOf(larger), 4);
      expect(step("Close date moved out")).toBeCloseTo(-stood(putOff), 4);
      expect(step("New deals")).toBeCloseTo(35_000, 4);
      // Six lines, and nothing besides.
      expect(bridge.parts).toHaveLength(6);
      expect(sumOf(bridge.parts, amount)).toBeCloseTo(Number(bridge.total[amount]), 4);

      const middle = await tableOf(
        sheet,
        "From that forecast's middle estimate to this one",
        "Middle estimate",
      );
      const [before, after, change] = [/^On /, /^Now/, /^Change/].map(middle.column);
      const from = Number(middle.total[before ?? -1]);
      const to = Number(middle.total[after ?? -1]);
      expect(sumOf(middle.parts, change ?? -1)).toBeCloseTo(to - from, 4);
      const found = await checks(sheet);
      expect(found.size).toBeGreaterThanOrEqual(6);
      for (const [words, value] of found) expect(value, words).toBe(0);
      expect(opened.complaints).toEqual([]);
    });
  },
);
