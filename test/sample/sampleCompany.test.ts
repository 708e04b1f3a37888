import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { dayFromIso, dayFromParts, isoFromDay } from "../../src/core/calendar/day.ts";
import { planImport } from "../../src/sources/planImport.ts";
import {
  type SampleCompany,
  sampleCompany,
  weeklyExports,
} from "../../workbench/sample/sampleCompany.ts";
import type { SampleFile } from "../../workbench/sample/sampleFile.ts";
import { openStages, sampleTruth } from "../../workbench/sample/truth.ts";
import { lastWorkdays, quarterEnd } from "../../workbench/sample/workingDay.ts";

const fingerprint = (files: readonly SampleFile[]) =>
  createHash("sha256").update(JSON.stringify(files)).digest("hex");

/** Rows as records by heading. */
function records(files: readonly SampleFile[], name: string): Record<string, string>[] {
  const [header = [], ...rows] = files.find((file) => file.name === name)?.rows ?? [];
  return rows.map((row) =>
    Object.fromEntries(header.map((heading, at) => [heading, row[at] ?? ""])),
  );
}

function dayOf(text: string): number {
  const [month, date, year] = text.split("/").map(Number);
  return dayFromParts(year ?? 0, month ?? 0, date ?? 0);
}

let company: SampleCompany;
let deals: Record<string, string>[];
beforeAll(() => {
  company = sampleCompany({ seed: 1 });
  deals = records(company.files, "Opportunities.csv");
});

describe("the sample company", () => {
  it("is the same for the same seed and another for another", () => {
    const small = { deals: 200, asOf: dayFromIso("2026-03-02") };
    const once = fingerprint(sampleCompany({ ...small, seed: 7 }).files);
    expect(fingerprint(sampleCompany({ ...small, seed: 7 }).files)).toBe(once);
    expect(fingerprint(sampleCompany({ ...small, seed: 8 }).files)).not.toBe(once);
  });

  it("is as large as asked for", () => {
    const twice = company.truth.spoilt.filter((one) => one.how === "duplicateDeal").length;
    expect(deals).toHaveLength(3000 + twice);
    expect(records(company.files, "Accounts.csv").length).toBeGreaterThan(500);
    expect(isoFromDay(company.asOf)).toBe("2026-11-16");
    expect(sampleCompany({ deals: 500, only: ["Leads.csv"] }).files).toHaveLength(1);
  });

  it("has rows as wide as their heading, and ids that name one record each", () => {
    for (const { name, rows } of company.files) {
      const width = rows[0]?.length;
      expect(
        rows.every((row) => row.length === width),
        name,
      ).toBe(true);
      const heading = rows[0]?.[0] ?? "";
      if (!/^(Id|.* ID)$/.test(heading) || name === "Lead Events.csv") continue;
      const ids = rows.slice(1).map((row) => row[0]);
      expect(new Set(ids).size, name).toBe(ids.length);
      expect(
        ids.every((id) => /^[0-9A-Za-z]{15}[A-Z0-5]{3}$/.test(id ?? "")),
        name,
      ).toBe(true);
    }
  });

  it("points only at records that are there", () => {
    const ids = (name: string, heading: string) =>
      new Set(records(company.files, name).map((row) => row[heading]));
    const accounts = ids("Accounts.csv", "Account ID");
    const opportunities = ids("Opportunities.csv", "Opportunity ID");
    const contacts = ids("Contacts.csv", "Contact ID");
    const leads = ids("Leads.csv", "Lead ID");
    const owners = ids("Users.csv", "Full Name");
    for (const deal of deals) {
      expect(accounts).toContain(deal["Account ID"]);
      if (deal["Opportunity Owner"] !== "") expect(owners).toContain(deal["Opportunity Owner"]);
    }
    const missing = (name: string, heading: string, known: ReadonlySet<string | undefined>) =>
      records(company.files, name).filter((row) => row[heading] !== "" && !known.has(row[heading]));
    expect(missing("OpportunityHistory.csv", "OpportunityId", opportunities)).toEqual([]);
    expect(missing("OpportunityContactRole.csv", "OpportunityId", opportunities)).toEqual([]);
    expect(missing("OpportunityContactRole.csv", "ContactId", contacts)).toEqual([]);
    expect(missing("Task.csv", "WhatId", opportunities)).toEqual([]);
    expect(missing("Lead Events.csv", "Lead ID", leads)).toEqual([]);
    expect(missing("Cases.csv", "Account ID", accounts)).toEqual([]);
  });

  it("tells one story: a deal's last history row is the stage it stands in", () => {
    const last = new Map(
      records(company.files, "OpportunityHistory.csv").map((row) => [row.OpportunityId, row]),
    );
    const odd = new Set(company.truth.spoilt.map((one) => one.id));
    for (const deal of deals) {
      const id = deal["Opportunity ID"] ?? "";
      if (odd.has(id)) continue;
      const row = last.get(id);
      expect(row?.StageName, id).toBe(deal.Stage);
      expect(row?.Amount, id).toBe(deal.Amount);
      expect(isoFromDay(dayOf(deal["Close Date"] ?? "")), id).toBe(row?.CloseDate);
      const outcome = company.truth.outcomes.get(id);
      if (deal.Closed === "1") expect(outcome?.won, id).toBe(deal.Won === "1");
      else expect(outcome?.closeDay, id).toBeGreaterThanOrEqual(company.asOf);
    }
  });

  it("is imported without a question, and every record is read", () => {
    for (const { name, rows } of company.files) {
      const plan = planImport({ file: name, rows, answers: {}, conventions: {} });
      expect(plan.questions, name).toEqual([]);
      expect(plan.rejected, name).toBe(0);
      expect(plan.read, name).toBe(rows.length - 1);
      expect(plan.main, name).toBeDefined();
    }
  });
});

describe("its true parameters", () => {
  it("stage chances: of the deals that enter a stage, as many are won as their chances say", () => {
    const entered = new Map<string, Set<string>>();
    // The future belongs to it: every deal's outcome is known to the truth.
    for (const row of records(company.files, "OpportunityHistory.csv")) {
      const stage = row.StageName ?? "";
      if (!entered.has(stage)) entered.set(stage, new Set());
      entered.get(stage)?.add(row.OpportunityId ?? "");
    }
    company.truth.stageWinChance.forEach(({ stage, chance }) => {
      const ids = [...(entered.get(stage) ?? [])];
      const won = ids.filter((id) => company.truth.outcomes.get(id)?.won).length;
      // Four standard errors of a share, plus what deals still to come into the stage may shift.
      const error = 4 * Math.sqrt((chance * (1 - chance)) / ids.length) + 0.01;
      expect(Math.abs(won / ids.length - chance), `${stage} ${won}/${ids.length}`).toBeLessThan(
        error,
      );
    });
  });

  it("wins crowd into the last six working days of a quarter, losses do not", () => {
    const late = (day: number) => lastWorkdays(quarterEnd(day), 6).includes(day);
    const share = (wanted: string) => {
      const closed = deals.filter((deal) => deal.Closed === "1" && deal.Won === wanted);
      return closed.filter((deal) => late(dayOf(deal["Close Date"] ?? ""))).length / closed.length;
    };
    // Six of about 65 working days would be 9 %.
    expect(share("1")).toBeGreaterThan(0.18);
    expect(share("0")).toBeLessThan(0.13);
  });

  it("amounts have their segments' medians", () => {
    for (const segment of ["SMB", "Mid-Market", "Enterprise"] as const) {
      const amounts = deals
        .filter(
          (deal) => deal.Segment === segment && deal.Type === "New Business" && deal.Closed === "1",
        )
        .map((deal) => Number(deal["List Amount"]))
        .sort((a, b) => a - b);
      const median = amounts[Math.floor(amounts.length / 2)] ?? 0;
      expect(median / sampleTruth.amount[segment], segment).toBeGreaterThan(0.9);
      expect(median / sampleTruth.amount[segment], segment).toBeLessThan(1.1);
    }
  });

  it("dirt is where the truth says it is, about as often", () => {
    const { spoilt } = company.truth;
    const count = (how: string) => spoilt.filter((one) => one.how === how).length;
    const blank = deals.filter((deal) => deal.Amount === "");
    const known = new Set(spoilt.filter((one) => one.how === "missingAmount").map((one) => one.id));
    const twice = new Set(spoilt.filter((one) => one.how === "duplicateDeal").map((one) => one.id));
    const original = blank.filter((deal) => !twice.has(deal["Opportunity ID"] ?? ""));
    expect(original.every((deal) => known.has(deal["Opportunity ID"] ?? ""))).toBe(true);
    expect(original).toHaveLength(known.size);
    expect(count("missingAmount") / 3000).toBeGreaterThan(sampleTruth.dirt.missingAmount / 3);
    expect(count("duplicateDeal")).toBeGreaterThan(0);
    const overdue = deals.filter(
      (deal) => deal.Closed === "0" && dayOf(deal["Close Date"] ?? "") < company.asOf,
    );
    const open = deals.filter((deal) => deal.Closed === "0");
    expect(overdue.length / open.length).toBeGreaterThan(0.03);
    expect(overdue.length / open.length).toBeLessThan(0.25);
  });

  it("without dirt nothing is spoilt", () => {
    const clean = sampleCompany({ deals: 400, dirt: false });
    expect(clean.truth.spoilt).toEqual([]);
    const rows = records(clean.files, "Opportunities.csv");
    expect(rows).toHaveLength(400);
    const names = new Set<string>([...openStages, "Closed Won", "Closed Lost"]);
    expect(rows.every((deal) => names.has(deal.Stage ?? "") && deal.Amount !== "")).toBe(true);
  });
});

describe("weekly exports", () => {
  it("show one company growing, and end as it stands", () => {
    const request = { seed: 3, deals: 300 };
    const weeks = weeklyExports({ ...request, weeks: 5 });
    const now = sampleCompany({ ...request, only: ["Opportunities.csv"] });
    expect(weeks.map((week) => isoFromDay(week.asOf))).toEqual([
      "2026-10-19",
      "2026-10-26",
      "2026-11-02",
      "2026-11-09",
      "2026-11-16",
    ]);
    expect(weeks.at(-1)?.files).toEqual(now.files);
    for (const [index, week] of weeks.entries()) {
      const before = records(weeks[index - 1]?.files ?? [], "Opportunities.csv");
      const rows = new Map(
        records(week.files, "Opportunities.csv").map((row) => [row["Opportunity ID"], row]),
      );
      for (const old of before) {
        const fresh = rows.get(old["Opportunity ID"]);
        if (old.Closed === "1") expect(fresh).toEqual(old);
        else if (fresh)
          expect(Number(fresh["Push Count"])).toBeGreaterThanOrEqual(Number(old["Push Count"]));
      }
    }
  });
});
