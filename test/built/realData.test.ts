import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { ReportRunResult } from "../../src/addon/calls/requests.ts";
import type { Host } from "../../workbench/host/host.ts";
import { ask, openSession } from "../../workbench/session.ts";
import { uploadAll } from "../../workbench/upload.ts";
import { type KnownDataSet, knownDataSets, lines, type PlainDeal } from "./knownDataSets.ts";

const data = process.env.REVOPS_DATA ?? "";

type Span = { readonly start: string; readonly end: string };

/** First and last day of `2017`, `2017-Q2` or `2017-06` in calendar years. */
function spanOf(label: string): Span {
  const year = Number(label.slice(0, 4));
  const [first, last] = label.includes("Q")
    ? [Number(label.at(-1)) * 3 - 2, Number(label.at(-1)) * 3]
    : label.length === 7
      ? [Number(label.slice(5)), Number(label.slice(5))]
      : [1, 12];
  const iso = (time: number) => new Date(time).toISOString().slice(0, 10);
  return { start: iso(Date.UTC(year, first - 1, 1)), end: iso(Date.UTC(year, last, 0)) };
}

const labelsOf = (asOf: string) => {
  const [year, month] = [asOf.slice(0, 4), asOf.slice(0, 7)];
  return { quarter: `${year}-Q${Math.ceil(Number(asOf.slice(5, 7)) / 3)}`, month, year };
};

const sum = (deals: readonly PlainDeal[], value = (deal: PlainDeal) => deal.amount ?? 0) =>
  deals.reduce((total, deal) => total + value(deal), 0);

/** Monday to Friday, both ends included. */
function workingDays({ start, end }: Span): number {
  let count = 0;
  for (let time = Date.parse(start); time <= Date.parse(end); time += 86_400_000) {
    if (new Date(time).getUTCDay() % 6 !== 0) count++;
  }
  return count;
}

/** The five lines: what the definitions say of the deals of one file. */
function expectedForecast(
  { has }: KnownDataSet,
  deals: readonly PlainDeal[],
  asOf: string,
  { start, end }: Span,
) {
  const won = deals.filter(
    (deal) =>
      deal.status === "won" && deal.close >= start && deal.close <= (asOf < end ? asOf : end),
  );
  const open = deals.filter((deal) => deal.status === "open" && deal.close !== "");
  const inside = open.filter((deal) => deal.close >= start && deal.close <= end);
  const overdue = open.filter((deal) => deal.close < asOf);
  const named = (category: string) => sum(inside.filter((deal) => deal.category === category));
  return {
    won: sum(won),
    won_count: won.length,
    open_pipeline: sum(inside),
    open_count: inside.length,
    overdue_in_period: sum(overdue.filter((deal) => deal.close >= start && deal.close <= end)),
    overdue_count: overdue.filter((deal) => deal.close >= start && deal.close <= end).length,
    overdue_earlier: sum(overdue.filter((deal) => deal.close < start)),
    overdue_earlier_count: overdue.filter((deal) => deal.close < start).length,
    no_close_date_count: deals.filter((deal) => deal.status === "open" && deal.close === "").length,
    ...(has.category
      ? {
          commit: named("Commit"),
          best_case: named("Best Case"),
          pipeline_category: named("Pipeline"),
        }
      : {}),
    ...(has.probability
      ? { weighted_open: sum(inside, (deal) => (deal.amount ?? 0) * (deal.probability ?? 0)) }
      : {}),
  };
}

function expectedQuota(deals: readonly PlainDeal[], asOf: string, span: Span) {
  const from = new Date(Date.parse(asOf) - 29 * 86_400_000).toISOString().slice(0, 10);
  const recent = deals.filter(
    (deal) => deal.status === "won" && deal.close >= from && deal.close <= asOf,
  );
  const until = asOf < span.end ? asOf : span.end;
  const closed = sum(
    deals.filter(
      (deal) => deal.status === "won" && deal.close >= span.start && deal.close <= until,
    ),
  );
  const [all, passed] = [workingDays(span), workingDays({ start: span.start, end: until })];
  const perDay = sum(recent) / workingDays({ start: from, end: asOf });
  return {
    closed,
    closed_recent: sum(recent),
    expected_share: passed / all,
    projected: closed + (all - passed) * perDay,
  };
}

/** Hits of the rules that need nothing but the deal itself, by their printed conditions. */
function expectedHits(deals: readonly PlainDeal[], asOf: string, { start, end }: Span) {
  const open = deals.filter((deal) => deal.status === "open");
  const closed = deals.filter(
    (deal) => deal.status !== "open" && deal.close >= start && deal.close <= end,
  );
  return {
    records: open.length + closed.length,
    overdue: open.filter((deal) => deal.close !== "" && deal.close < asOf).length,
    no_amount: open.filter((deal) => deal.amount === undefined).length,
    bad_amount: open.filter((deal) => deal.amount !== undefined && deal.amount <= 0).length,
    no_close_date: open.filter((deal) => deal.close === "").length,
    created_in_future: [...open, ...closed].filter((deal) => deal.created > asOf).length,
    closed_before_created: [...open, ...closed].filter(
      (deal) => deal.close !== "" && deal.created > deal.close,
    ).length,
  };
}

const hosts = new Map<string, Promise<Host>>();

/** A workbook with the files of a folder, made once: what follows only looks, or imports the same again. */
function imported(folder: string): Promise<Host> {
  const known = hosts.get(folder);
  if (known) return known;
  const host = openSession();
  const done = uploadAll(host, [{ path: join(data, folder), date: undefined }], {});
  const made = done.then(() => host);
  hosts.set(folder, made);
  return made;
}

const results = new Map<string, ReportRunResult>();

/** A report on the workbook of a folder, made once: nothing here changes the deals. */
function reportOf(
  host: Host,
  folder: string,
  asked: { name: string; asOf?: string | undefined; period?: string | undefined },
): ReportRunResult {
  const { name, asOf, period } = asked;
  const key = [folder, name, asOf, period].join("|");
  const known = results.get(key);
  const result =
    known ??
    ask<ReportRunResult>(host, "revopsReport", { name, asOf, period, preview: true, whole: true });
  results.set(key, result);
  return result;
}

describe.skipIf(data === "").each(knownDataSets)("$folder", (set) => {
  let host: Host;
  let deals: PlainDeal[];
  const run = (name: string, period?: string) =>
    reportOf(host, set.folder, { name, asOf: set.asOf, period });
  /** The forecast of the quarter that holds the as-of date. */
  const forecastNow = () => run("forecast");
  const figuresOf = ({ figures }: ReportRunResult) =>
    Object.fromEntries(figures.map(({ id, value }) => [id, value ?? undefined])) as Record<
      string,
      number | undefined
    >;

  beforeAll(async () => {
    deals = set.deals();
    host = await imported(set.folder);
  });

  it.skipIf(data === "")("changes nothing when it is imported again", async () => {
    const again = await uploadAll(host, [{ path: join(data, set.folder), date: undefined }], {});
    // The first file alone knows a rep's manager, the second the name: the later file stands, both times.
    const changed = again.filter(
      ({ result }) => result && result.new + result.changed + result.gone > 0,
    );
    expect(changed.map(({ file }) => file)).toEqual([]);
  });

  it.skipIf(data === "")(
    "looks from a day on which something happened, with nothing closed after it",
    () => {
      const { asOf } = forecastNow();
      expect(deals.filter((deal) => deal.status !== "open" && deal.close > asOf)).toEqual([]);
      expect(run("hygiene").asOf).toBe(asOf);
    },
  );

  it.skipIf(data === "").each(["quarter", "month", "year"] as const)(
    "forecasts the %s as a short script does",
    (grain) => {
      const { asOf } = forecastNow();
      const label = labelsOf(asOf)[grain];
      const result =
        grain === "quarter"
          ? forecastNow()
          : run("forecast", grain === "year" ? `FY${label}` : label);
      const figures = figuresOf(result);
      const expected = expectedForecast(set, deals, asOf, spanOf(label));
      for (const [id, value] of Object.entries(expected)) {
        // Blank stands for "not known": only where the sum has nothing to add.
        if (figures[id] === undefined) expect([id, value]).toEqual([id, 0]);
        else expect([id, figures[id]?.toFixed(2)]).toEqual([id, value.toFixed(2)]);
      }
      for (const check of result.report?.checks ?? [])
        expect([check.label, check.value.toFixed(6)]).toEqual([check.label, (0).toFixed(6)]);
    },
  );

  it.skipIf(data === "")("measures against quota as a short script does", () => {
    const result = run("quota");
    const figures = figuresOf(result);
    const expected = expectedQuota(deals, result.asOf, spanOf(labelsOf(result.asOf).quarter));
    for (const [id, value] of Object.entries(expected)) {
      if (figures[id] === undefined) expect([id, value]).toEqual([id, 0]);
      else expect([id, figures[id]?.toFixed(4)]).toEqual([id, value.toFixed(4)]);
    }
  });

  it.skipIf(data === "")("counts hygiene issues as a short script does", () => {
    const result = run("hygiene");
    const { records, ...hits } = expectedHits(
      deals,
      result.asOf,
      spanOf(labelsOf(result.asOf).quarter),
    );
    expect(figuresOf(result).records).toBe(records);
    const rows = result.report?.sections.find(({ id }) => id === "by_rule")?.table?.rows ?? [];
    const counted = Object.fromEntries(rows.map(({ key, cells }) => [key, cells.hits]));
    for (const [rule, count] of Object.entries(hits)) {
      if (counted[rule] !== undefined) expect([rule, counted[rule]]).toEqual([rule, count]);
    }
    expect(Object.keys(counted)).toEqual(expect.arrayContaining(["overdue", "no_close_date"]));
  });

  it.skipIf(data === "")(
    "counts blank fields, odd dates and open value as a short script does",
    () => {
      const result = run("data-quality");
      const open = deals.filter((deal) => deal.status === "open");
      expect((figuresOf(result).value_before ?? 0).toFixed(2)).toBe(sum(open).toFixed(2));
      const rows = (result.report?.sections ?? []).flatMap(({ table }) => table?.rows ?? []);
      const counted = Object.fromEntries(rows.map(({ key, cells }) => [key, cells.failing]));
      const { asOf } = result;
      const { records: _, ...hits } = expectedHits(deals, asOf, spanOf(labelsOf(asOf).quarter));
      const expected: Record<string, number> = {
        "Opportunities.blank.amount": hits.no_amount,
        "Opportunities.blank.closeDate": hits.no_close_date,
        "Opportunities.blank.owner": open.filter((deal) => deal.owner === "").length,
        bad_amount: hits.bad_amount,
        created_in_future: hits.created_in_future,
        closed_before_created: hits.closed_before_created,
      };
      const compared = Object.keys(expected).filter((id) => counted[id] !== undefined);
      expect(compared).toContain("bad_amount");
      for (const id of compared) expect([id, counted[id]]).toEqual([id, expected[id]]);
    },
  );
});

describe.skipIf(data === "")("stage histories", () => {
  const qualityOf = async (folder: string, asOf?: string) => {
    const host = await imported(folder);
    const { figures } = reportOf(host, folder, { name: "data-quality", asOf });
    return Object.fromEntries(figures.map(({ id, value }) => [id, value]));
  };
  /** Moves of each deal: how far along the order of stages; lost has no place. */
  const movesOf = (
    rows: readonly { deal: string; at: string; tie: number; stage: string }[],
    order: Readonly<Record<string, number>>,
  ) => {
    const byDeal = new Map<string, (typeof rows)[number][]>();
    for (const row of rows) byDeal.set(row.deal, [...(byDeal.get(row.deal) ?? []), row]);
    const found = { next: 0, stage_skips: 0, stage_regressions: 0, reopened: 0 };
    for (const list of byDeal.values()) {
      list.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.tie - b.tie));
      list.forEach(({ stage }, at) => {
        const before = list[at - 1]?.stage;
        if (before === undefined || before === stage || /lost/i.test(stage)) return;
        if (/lost|won/i.test(before)) found.reopened++;
        else {
          const steps = (order[stage] ?? 0) - (order[before] ?? 0);
          if (steps === 1) found.next++;
          else if (steps > 1) found.stage_skips++;
          else if (steps < 0) found.stage_regressions++;
        }
      });
    }
    const { next, ...counts } = found;
    const all = next + counts.stage_skips + counts.stage_regressions;
    return { ...counts, stage_adherence: next / all };
  };

  it.skipIf(data === "")("of sales_wave have the moves that a short script counts", async () => {
    const rows = lines("sales_wave/OpportunityHistory.csv").map((line) => ({
      deal: line["Opportunity.External_Id__c"] ?? "",
      at: line.CreatedDate__c ?? "",
      // Of equal times the higher number comes first, as the data's own page says.
      tie: -Number(line.External_Id__c?.split(".")[1]),
      stage: line.StageName__c ?? "",
    }));
    const stages = [
      ...["Qualification", "Needs Analysis", "Proposal/Quote", "Negotiation", "Closed Won"],
    ];
    const order = Object.fromEntries(stages.map((stage, at) => [stage, at]));
    expect(await qualityOf("sales_wave", "2017-06-01")).toMatchObject(movesOf(rows, order));
  });

  it.skipIf(data === "")(
    "of pe_deal_pipeline follow the order that its own column gives",
    async () => {
      const file = lines("pe_deal_pipeline/stage_history.csv");
      const order = Object.fromEntries(
        file.map(({ stage, stage_order }) => [stage ?? "", Number(stage_order)]),
      );
      const rows = file.map(({ deal_id, stage, stage_date }, tie) => ({
        deal: deal_id ?? "",
        at: stage_date ?? "",
        tie,
        stage: stage ?? "",
      }));
      expect(await qualityOf("pe_deal_pipeline")).toMatchObject(movesOf(rows, order));
    },
  );
});

describe.skipIf(data === "")("hygiene of pe_deal_pipeline, which has no close dates", () => {
  // One id stands twice; the first row of it is the one that is taken.
  const seen = new Set<string>();
  const deals = (data === "" ? [] : lines("pe_deal_pipeline/pipeline_deals.csv")).filter((line) => {
    const isNew = !seen.has(line.deal_id ?? "");
    seen.add(line.deal_id ?? "");
    return isNew;
  });
  // The file calls neither its passed deals closed nor, in this column, active.
  const open = deals.filter((line) => line.is_active === "TRUE");
  const isBlank = (text = "") => text === "" || text === "NA";

  it.each(["2024-12-31", "2025-06-30"])("on %s counts as a short script does", async (asOf) => {
    const host = await imported("pe_deal_pipeline");
    const { figures, report } = reportOf(host, "pe_deal_pipeline", { name: "hygiene", asOf });
    const rows = report?.sections.find(({ id }) => id === "by_rule")?.table?.rows ?? [];
    const hits = Object.fromEntries(rows.map(({ key, cells }) => [key, cells.hits]));
    const amounts = open.filter((line) => !isBlank(line.deal_size_usd));
    expect(hits).toMatchObject({
      no_amount: open.length - amounts.length,
      bad_amount: amounts.filter((line) => Number(line.deal_size_usd) <= 0).length,
      no_owner: open.filter((line) => isBlank(line.deal_owner)).length,
      no_stage: open.filter((line) => isBlank(line.deal_stage)).length,
      created_in_future: open.filter((line) => (line.date_sourced ?? "").slice(0, 10) > asOf)
        .length,
    });
    expect(Number(hits.created_in_future)).toBeGreaterThan(0);
    const value = (id: string) => figures.find((figure) => figure.id === id)?.value;
    expect(value("records")).toBe(open.length);
    const sum = amounts.reduce((all, line) => all + Number(line.deal_size_usd), 0);
    expect(Number(value("open_value"))).toBeCloseTo(sum, 2);
    // A deal created after the day or without an amount is at stake, the latter with the median of the others.
    const sizes = amounts.map((line) => Number(line.deal_size_usd)).sort((a, b) => a - b);
    const half = sizes.length / 2;
    const usual = ((sizes[Math.ceil(half) - 1] ?? 0) + (sizes[Math.floor(half)] ?? 0)) / 2;
    const unknown = (open.length - amounts.length) * usual;
    const future = amounts.filter((line) => (line.date_sourced ?? "").slice(0, 10) > asOf);
    const stake = future.reduce((all, line) => all + Number(line.deal_size_usd), 0);
    expect(Number(value("score"))).toBeCloseTo(100 * (1 - (stake + unknown) / (sum + unknown)), 9);
  });
});

describe.skipIf(!knownDataSets.some(({ folder }) => folder === "sales_wave"))("sales_wave", () => {
  it.skipIf(data === "")(
    "has the quota, attainment and silent deals of an independent script",
    async () => {
      const host = await imported("sales_wave");
      const run = (name: string) => {
        const { figures, report } = reportOf(host, "sales_wave", { name, asOf: "2017-06-01" });
        return { figures: Object.fromEntries(figures.map(({ id, value }) => [id, value])), report };
      };
      // Monthly quotas of 17 reps, April to June; User.csv and Quota.csv disagree on names, so only ids are joined.
      const quota = lines("sales_wave/Quota.csv")
        .filter((line) => /^2017-0[456]/.test(line.StartDate__c ?? ""))
        .reduce((total, line) => total + Number(line.QuotaAmount__c), 0);
      expect(quota).toBe(26_350_000);
      const forecast = run("forecast").figures;
      expect(forecast).toMatchObject({
        quota,
        won: 7_606_750,
        open_pipeline: 13_126_359,
        commit: 1_896_436,
        best_case: 8_784_306,
      });
      expect(forecast.coverage).toBeCloseTo(13_126_359 / (quota - 7_606_750), 9);
      const { attainment, pace, reps } = run("quota").figures;
      expect(reps).toBe(17);
      expect(attainment).toBeCloseTo(7_606_750 / quota, 9);
      // 44 of 65 working days from 1 April through 1 June 2017.
      expect(pace).toBeCloseTo(7_606_750 / ((quota * 44) / 65) - 1, 9);
      const hygiene = run("hygiene");
      // Counted by a Python script over Opportunity.csv, Task.csv and Event.csv.
      expect(hygiene.figures).toMatchObject({
        records_with_issues: 106,
        issues: 109,
        value_at_stake: 11_735_555,
        open_value: 24_396_699,
      });
    },
  );
});
