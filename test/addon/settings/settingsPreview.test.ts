import { beforeEach, describe, expect, it } from "vitest";
import { type AddonHost, addonHost } from "../addonHost.ts";

let host: AddonHost;
beforeEach(() => {
  host = addonHost();
});

/** Puts rows on a new sheet, as a person who pastes them. */
function paste(name: string, rows: readonly (readonly (string | number | boolean)[])[]): void {
  host.person(`
    const sheet = book.insertSheet(${JSON.stringify(name)});
    const rows = ${JSON.stringify(rows)};
    sheet.getRange(1, 1, rows.length, rows[0].length).setNumberFormat("@").setValues(rows);
  `);
}

describe("what edited stages would mean", () => {
  const header = [
    "Opportunity ID",
    "Pipeline",
    "Stage",
    "Amount",
    "Probability",
    "Close Date",
    "Created Date",
  ];
  const rows = [
    ["1", "New", "Proposal", 1000, "", "2026-06-20", "2026-06-01"],
    ["2", "Renewal", "proposal ", 2000, "", "2026-09-20", "2026-06-01"],
    ["3", "New", "Proposal", 4000, "90%", "2026-06-20", "2026-06-01"],
    ["4", "New", "Closed Won", 8000, "", "2026-05-20", "2026-06-01"],
    ["5", "New", "Verbal", 16000, "", "2026-06-20", "2026-06-01"],
  ];
  const proposal = (value: unknown) => {
    const { stages } = host.ask("revopsStages");
    return stages.rows.map((row) =>
      row[1] === "Proposal" ? row.map((cell, at) => (at === 3 ? (value as string) : cell)) : row,
    );
  };

  it("is the weighted forecast of the quarter and of all open deals, before and after", () => {
    paste("Opportunities", [header, ...rows]);
    const preview = host.ask("revopsPreviewStages", proposal("50%"));
    expect(preview.period).toBe("Q2 2026, Apr-Jun 2026");
    // By hand: won 8000; deal 1 1000 x 60% or 50%; deal 3 has its own 90% of 4000; deal 5 has no probability.
    expect(preview.forecast[0]).toBeCloseTo(8000 + 600 + 3600, 6);
    expect(preview.forecast[1]).toBeCloseTo(8000 + 500 + 3600, 6);
    // Without the won deal, with deal 2 of the quarter after.
    expect(preview.weighted[0]).toBeCloseTo(600 + 1200 + 3600, 6);
    expect(preview.weighted[1]).toBeCloseTo(500 + 1000 + 3600, 6);
    expect(preview.ownProbability).toBe(1);
    expect(preview.deals).toBe(5);
  });

  it("says for each row how many deals it holds, by the spellings of the data", () => {
    paste("Opportunities", [header, ...rows]);
    const { stages } = host.ask("revopsStages");
    const preview = host.ask("revopsPreviewStages", stages.rows);
    expect(preview.uses).toHaveLength(stages.rows.length);
    const use = preview.uses[stages.rows.findIndex((row) => row[1] === "Proposal")]!;
    expect(use).toMatchObject({ openDeals: 3, amount: 7000 });
    expect(use.values).toEqual([
      { pipeline: "New", value: "Proposal", deals: 2, openDeals: 2 },
      { pipeline: "Renewal", value: "proposal", deals: 1, openDeals: 1 },
    ]);
    expect(preview.unknown).toEqual([{ pipeline: "New", value: "Verbal", deals: 1, openDeals: 1 }]);
  });

  it("prefers a pipeline's own stage", () => {
    paste("Opportunities", [header, ...rows]);
    const { stages } = host.ask("revopsStages");
    const own = ["Renewal", "Proposal", 9, "10%", "open", "", "", "", 2, "", "", ""];
    const preview = host.ask("revopsPreviewStages", [...stages.rows, own]);
    expect(preview.uses[stages.rows.length]).toMatchObject({ openDeals: 1, amount: 2000 });
    expect(preview.weighted[1]).toBeCloseTo(600 + 200 + 3600, 6);
  });

  it("keeps counts beside their rows when a row cannot be read", () => {
    paste("Opportunities", [header, ...rows]);
    const { stages } = host.ask("revopsStages");
    const nameless = stages.rows.map((row, at) =>
      at === 0 ? row.map((cell, column) => (column === 1 ? "" : cell)) : row,
    );
    const preview = host.ask("revopsPreviewStages", nameless);
    expect(preview.problems).toMatchObject([{ subject: "stages", row: 0, column: "Stage" }]);
    expect(preview.uses[stages.rows.findIndex((row) => row[1] === "Proposal")]?.openDeals).toBe(3);
  });

  it("warns of missing won and lost stages and of probabilities", () => {
    const row = (name: string) => ["", name, 1, "", "open", "", "", "", 2, "", "", ""];
    expect(host.ask("revopsPreviewStages", [row("Only")]).warnings).toEqual([
      "No stage is won, so deals count as won only where the CRM says so.",
      "No stage is lost, so deals count as lost only where the CRM says so.",
      "Without a probability, so left out of weighted figures: Only.",
    ]);
  });

  it("writes nothing", () => {
    host.ask("revopsPreviewStages", proposal("50%"));
    expect(host.workbook.sheets.map(({ name }) => name)).toEqual(["Sheet1"]);
  });
});

describe("what edited scoring rules would mean", () => {
  it("agrees with LEAD_SCORE and IS_MQL over the same leads", () => {
    paste("Leads", [
      ["Lead ID", "Last Name", "Company", "Employees", "Title", "Created Date"],
      ["L1", "Ann", "Acme", "150", "VP Sales", "2026-06-01"],
      ["L2", "Bob", "Beta", "8", "Student", "2026-06-01"],
      ["L3", "Cleo", "", "", "", "2026-06-01"],
    ]);
    paste("Lead Events", [
      ["Lead ID", "Event", "Event Date"],
      ["L1", "demo request", "2026-06-10"],
      ["L1", "pricing page", "2026-06-10"],
    ]);
    const { scoring, presets } = host.ask("revopsScoring");
    const preview = host.ask("revopsPreviewScoring", scoring.rows);
    host.ask("revopsSaveSettings", [
      { subject: "scoring", rows: scoring.rows, basedOn: scoring.hash },
    ]);
    const scores = host.evaluate(
      "=LEAD_SCORE(Leads!A1:F4, 'Lead Events'!A1:C3, DATE(2026,6,10), REVOPS_SCORING)",
    ) as unknown as { rows: { value?: number }[][] };
    const bands = new Array(10).fill(0);
    for (const [cell] of scores.rows) {
      if (typeof cell?.value === "number") bands[Math.min(9, Math.floor(cell.value / 10))] += 1;
    }
    expect(preview.distribution.after).toEqual(bands);
    expect(preview.distribution.before).toEqual(bands);
    expect(preview.leads).toBe(3);
    expect(preview.changing).toBe(0);
    const easy = scoring.rows.map((row) => {
      if (row[1] === "MQL threshold" || row[1] === "Least engagement points")
        return row.map((cell, at) => (at === 3 ? 1 : cell));
      return row;
    });
    const lowered = host.ask("revopsPreviewScoring", easy);
    expect(lowered.mqls[1] - lowered.mqls[0]).toBe(
      lowered.changes.filter(({ isMql }) => isMql).length,
    );
    expect(presets.map(({ id }) => id)).toContain("plg-lifecycle");
  });

  it("warns when negatives are missing, events are, or an attribute is no column", () => {
    const rule = ["fit", "shoe size", "is", "44", 10, "", "", true, ""];
    expect(host.ask("revopsPreviewScoring", [rule]).warnings).toEqual([
      "No negative rule is active, so students, competitors and bounced addresses score like buyers.",
      "There are no lead events, so engagement is unknown and adds nothing.",
      "No column of leads is called shoe size; rules on it never hold.",
    ]);
  });

  it("says which rule lacks its value", () => {
    const rule = ["fit", "employees", "between", "", 10, "", "", true, ""];
    expect(host.ask("revopsPreviewScoring", [rule]).problems).toMatchObject([
      { row: 0, column: "Value" },
    ]);
  });
});

describe("what an edited calendar would mean", () => {
  it("shows the quarters of the fiscal year with their weeks and working days", () => {
    const { calendar, currency, options } = host.ask("revopsCalendar");
    const preview = host.ask("revopsPreviewCalendar", {
      calendar: calendar.rows,
      currency: currency.rows,
      options: options.rows,
    });
    // NETWORKDAYS of 2026's quarters without holidays: 64, 65, 66, 66.
    expect(preview.periods.map(({ text }) => text)).toEqual([
      "2026-01-01 to 2026-03-31, 64 working days",
      "2026-04-01 to 2026-06-30, 65 working days",
      "2026-07-01 to 2026-09-30, 66 working days",
      "2026-10-01 to 2026-12-31, 66 working days",
    ]);
    expect(preview.missingRates).toEqual([]);
  });

  it("names the currencies without a rate, with the days on which one is needed", () => {
    paste("Opportunities", [
      ["Opportunity ID", "Stage", "Amount", "Currency", "Close Date", "Created Date"],
      ["1", "Proposal", 1, "EUR", "2026-09-01", "2026-06-01"],
      ["2", "Closed Won", 1, "EUR", "2026-02-01", "2026-06-01"],
      ["3", "Proposal", 1, "USD", "2026-09-01", "2026-06-01"],
      ["4", "Proposal", 1, "JPY", "2026-09-01", "2026-06-01"],
    ]);
    paste("Quotas", [
      ["Rep ID", "Period Start", "Quota Amount", "Currency"],
      ["R1", "2026-01-01", 100, "JPY"],
    ]);
    const { calendar, currency, options } = host.ask("revopsCalendar");
    const home = options.rows.map((row) => (row[0] === "Home currency" ? [row[0], "usd"] : row));
    const ask = (rates: (string | number)[][]) =>
      host.ask("revopsPreviewCalendar", {
        calendar: calendar.rows,
        currency: rates,
        options: home,
      });
    expect(currency.rows).toEqual([]);
    expect(ask([]).homeCurrency).toBe("USD");
    expect(ask([]).missingRates).toEqual([
      { currency: "EUR", records: 2, from: "2026-02-01", to: "2026-06-01" },
      { currency: "JPY", records: 2, from: "2026-01-01", to: "2026-06-01" },
    ]);
    expect(ask([["EUR", "2026-05-01", 1.1, ""]]).missingRates[0]).toEqual({
      currency: "EUR",
      records: 1,
      from: "2026-02-01",
      to: "2026-02-01",
    });
  });
});

describe("holidays", () => {
  it("are read from a pasted list in the locale's order, with their names left aside", () => {
    host = addonHost({ locale: "en_GB" });
    const { days, unread } = host.ask("revopsHolidays", {
      text: "Christmas Day 25/12/2026\n2026-12-28\n1 January 2027\n\nno date\n31/02/2026",
    });
    expect(days).toEqual(["2026-12-25", "2026-12-28", "2027-01-01"]);
    expect(unread).toHaveLength(1);
    expect(unread[0]).toContain("31/02/2026");
  });

  it("are read from a range of date cells, each day once", () => {
    host.person(`
      const sheet = book.getSheets()[0].setName("Days off");
      sheet.getRange("B2:B4").setValues([[new Date(Date.UTC(2026, 11, 25, 12))], ["2026-12-25"], ["Boxing Day"]]);
    `);
    expect(host.ask("revopsHolidays", { range: "Days off!B2:B9" }).days).toEqual(["2026-12-25"]);
  });

  it("refuse a range that is not there, in one sentence", () => {
    expect(host.refusal("revopsHolidays", { range: "<b>!A1" })).toBe(
      "There is no range <b>!A1; expected one like Holidays!A2:A20.",
    );
  });
});

describe("the context", () => {
  it("offers nothing where everything is as it suggests", () => {
    expect(host.ask("revopsContext").offers).toEqual([]);
  });

  it("offers the scoring and stage presets that fit edited values, and says what is wrong in them", () => {
    const { context } = host.ask("revopsContext");
    const edited = (values: Readonly<Record<string, string>>) =>
      context.rows.map(([name, value]) => [name as string, values[name as string] ?? value ?? ""]);
    const { offers } = host.ask(
      "revopsContext",
      edited({ "Average contract value": "60000", CRM: "Salesforce" }),
    );
    expect(offers.map(({ subject, preset }) => [subject, preset.id])).toEqual([
      ["scoring", "enterprise"],
      ["stages", "salesforce"],
    ]);
    for (const { subject, preset, basedOn } of offers) {
      expect(host.ask("revopsSaveSettings", [{ subject, rows: preset.rows, basedOn }]).saved).toBe(
        true,
      );
    }
    expect(
      host.ask("revopsScoring").scoring.rows.find((row) => row[1] === "MQL threshold")?.[3],
    ).toBe(75);
    expect(
      host.ask("revopsContext", edited({ "Sales cycle in days": "soon" })).problems[0],
    ).toMatchObject({
      column: "Value",
      message: 'Found "soon", expected a whole number from 1 to 3650.',
    });
  });
});
