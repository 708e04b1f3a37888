import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Rate } from "../../src/core/money/rate.ts";
import type { Stage } from "../../src/core/pipeline/stage.ts";
import { calendar } from "../../src/settings/calendar.ts";
import { subjectList } from "../../src/settings/catalog.ts";
import { context } from "../../src/settings/context.ts";
import { currency } from "../../src/settings/currency.ts";
import { plainName } from "../../src/settings/name.ts";
import { reportOptions } from "../../src/settings/reportOptions.ts";
import { requiredFields } from "../../src/settings/requiredFields.ts";
import { risk } from "../../src/settings/risk.ts";
import { scoring } from "../../src/settings/scoring.ts";
import { stages } from "../../src/settings/stages.ts";
import type { Subject } from "../../src/settings/subject.ts";

const share = fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const name = fc
  .string({ minLength: 1, maxLength: 20 })
  .map((text) => text.replace(/[;\s]/g, "x"))
  .filter((text) => plainName(text) !== "");
const blankOrName = fc.oneof(fc.constant(""), name);
const day = fc.integer({ min: 0, max: 40000 });
const ascending = (count: number, max: number) =>
  fc
    .array(fc.integer({ min: 1, max }), { minLength: count, maxLength: count })
    .map((values) => values.sort((a, b) => a - b));

const stage: fc.Arbitrary<Stage> = fc.record({
  pipeline: blankOrName,
  stage: name,
  order: fc.integer({ min: 1, max: 99 }),
  probability: optional(share),
  status: fc.constantFrom("open", "won", "lost"),
  category: optional(fc.constantFrom("Commit", "Best Case", "Pipeline", "Omitted", "Closed")),
  group: optional(fc.constantFrom("early", "mid", "late")),
  benchmarkDays: optional(fc.integer({ min: 0, max: 300 })),
  staleMultiple: fc.integer({ min: 1, max: 10 }),
  wipLimit: optional(fc.integer({ min: 1, max: 50 })),
  exitCriteria: blankOrName,
  crmValues: fc.array(name, { maxLength: 3 }),
});

function survives<Value>(subject: Subject<Value>, values: fc.Arbitrary<Value>) {
  fc.assert(
    fc.property(values, (value) => {
      const { value: read, issues } = subject.read(subject.toCells(value));
      expect(issues).toEqual([]);
      expect(read).toEqual(value);
    }),
    { numRuns: 60 },
  );
}

describe("what is written to a settings sheet is read back the same", () => {
  it("context", () => {
    survives(
      context,
      fc.record({
        motion: fc.constantFrom("sales-led", "product-led", "hybrid"),
        salesModel: fc.constantFrom("inside", "field", "hybrid"),
        crm: optional(fc.constantFrom("Salesforce", "HubSpot", "Other")),
        contractValue: optional(fc.integer({ min: 0, max: 1e7 })),
        cycleDays: optional(fc.integer({ min: 1, max: 700 })),
        yearTarget: optional(fc.integer({ min: 0, max: 1e9 })),
        leadToMql: share,
        mqlToSql: share,
        sqlToOpportunity: share,
        winRate: share,
      }),
    );
  });

  it("stages", () => {
    const key = (one: Stage) => `${plainName(one.pipeline)}|${plainName(one.stage)}`;
    survives(stages, fc.uniqueArray(stage, { minLength: 1, maxLength: 12, selector: key }));
  });

  it("calendar", () => {
    survives(
      calendar,
      fc.record({
        startMonth: fc.integer({ min: 1, max: 12 }),
        pattern: fc.constantFrom("months", "4-4-5", "4-5-4", "5-4-4"),
        weekStart: fc.integer({ min: 1, max: 7 }),
        workingWeekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        holidays: fc.uniqueArray(day).map((days) => days.sort((a, b) => a - b)),
        openingHour: fc.integer({ min: 0, max: 11 }),
        closingHour: fc.integer({ min: 12, max: 24 }),
        timeZone: fc.constantFrom("", "Europe/Berlin", "America/New_York"),
      }),
    );
  });

  it("currency", () => {
    const rate: fc.Arbitrary<Rate> = fc.record({
      currency: fc.constantFrom("EUR", "GBP", "JPY"),
      from: day,
      rate: fc.integer({ min: 1, max: 1e6 }).map((n) => n / 1000),
    });
    survives(
      currency,
      fc.array(rate).map((rates) => rates.sort((a, b) => a.from - b.from)),
    );
  });

  it("scoring", () => {
    survives(
      scoring,
      fc.record({
        fitWeight: fc.constant(0.3),
        engagementWeight: fc.constant(0.7),
        fitMax: fc.integer({ min: 1, max: 300 }),
        engagementMax: fc.integer({ min: 1, max: 300 }),
        threshold: fc.integer({ min: 0, max: 100 }),
        fitMinimum: fc.integer({ min: 0, max: 100 }),
        engagementMinimum: fc.integer({ min: 0, max: 100 }),
        highIntent: fc.boolean(),
        rules: fc.array(
          fc.record({
            kind: fc.constantFrom("fit", "engagement", "negative"),
            attribute: name,
            operator: fc.constantFrom("is", "one of", "between", "happened", "not since"),
            value: name,
            points: fc.integer({ min: -100, max: 100 }),
            decayPoints: fc.integer({ min: 0, max: 20 }),
            decayDays: fc.integer({ min: 0, max: 90 }),
            active: fc.boolean(),
          }),
        ),
      }),
    );
  });

  it("risk", () => {
    const factor = (standard: (typeof risk.defaults.factors)[number]) =>
      fc.record({
        id: fc.constant(standard.id),
        points: fc.integer({ min: 0, max: 60 }),
        limit:
          standard.limit === undefined ? fc.constant(undefined) : fc.integer({ min: 0, max: 400 }),
        dimension: fc.constantFrom("engagement", "competitive", "timeline", "process"),
        action: name,
        ownerRole: name,
        windowDays: fc.integer({ min: 0, max: 60 }),
      });
    survives(
      risk,
      fc
        .record({
          base: fc.integer({ min: 0, max: 50 }),
          cap: fc.integer({ min: 50, max: 200 }),
          bands: ascending(2, 200),
          rates: ascending(3, 10),
          factors: fc.tuple(...risk.defaults.factors.map(factor)),
          weights: fc.uniqueArray(
            fc.record({
              id: fc.constantFrom(...risk.defaults.factors.map(({ id }) => id)),
              stage: fc.constantFrom("Proposal", "Negotiation", "4. Close"),
              segment: fc.constantFrom("", "SMB"),
              points: optional(fc.integer({ min: 0, max: 60 })),
              limit: optional(fc.integer({ min: 0, max: 400 })),
              action: blankOrName,
              ownerRole: blankOrName,
              windowDays: optional(fc.integer({ min: 0, max: 60 })),
            }),
            { selector: ({ id, stage, segment }) => `${id} ${stage} ${segment}` },
          ),
        })
        .map(({ bands: [mediumFrom = 0, highFrom = 0], rates, ...rest }) => {
          const [highRate = 0, mediumRate = 0, lowRate = 0] = rates.map((rate) => rate / 10);
          return { ...rest, mediumFrom, highFrom, lowRate, mediumRate, highRate };
        }) as fc.Arbitrary<typeof risk.defaults>,
    );
  });

  it("required fields", () => {
    survives(
      requiredFields,
      fc.array(
        fc.record({
          object: name,
          stage: blankOrName,
          field: name,
          severity: fc.constantFrom("high", "medium", "low"),
        }),
      ),
    );
  });

  it("report options", () => {
    survives(
      reportOptions,
      fc
        .record({
          asOf: optional(day),
          homeCurrency: optional(fc.constantFrom("EUR", "USD")),
          useConvertedAmount: fc.boolean(),
          splitMovementAmounts: fc.boolean(),
          coverage: ascending(4, 100),
          categories: ascending(3, 100),
          quota: ascending(3, 300),
          days: fc.integer({ min: 1, max: 400 }),
        })
        .map(
          ({
            asOf,
            homeCurrency,
            useConvertedAmount,
            splitMovementAmounts,
            coverage,
            categories,
            quota,
            days,
          }) => ({
            ...reportOptions.defaults,
            asOf,
            homeCurrency,
            useConvertedAmount,
            splitMovementAmounts,
            coverageCritical: coverage[0] ?? 0,
            coverageAtRisk: coverage[1] ?? 0,
            coverageHealthy: coverage[2] ?? 0,
            coverageStrong: coverage[3] ?? 0,
            pipelineFrom: (categories[0] ?? 0) / 100,
            bestCaseFrom: (categories[1] ?? 0) / 100,
            commitFrom: (categories[2] ?? 0) / 100,
            quotaAtRisk: (quota[0] ?? 0) / 100,
            quotaOnTrack: (quota[1] ?? 0) / 100,
            quotaExceeding: (quota[2] ?? 0) / 100,
            inactiveDays: days,
            closeAgeDays: days,
          }),
        ),
    );
  });

  it("every default, and a missing or empty range is the default", () => {
    for (const subject of subjectList) {
      expect(subject.read(subject.toCells(subject.defaults))).toEqual({
        value: subject.defaults,
        issues: [],
      });
      expect(subject.read(undefined)).toEqual({ value: subject.defaults, issues: [] });
      expect(
        subject.read([
          ["", null],
          [undefined, " "],
        ]),
      ).toEqual({
        value: subject.defaults,
        issues: [],
      });
    }
  });
});

it("sheets, ranges and headings are told apart, and every setting says what it is and where it comes from", () => {
  const sheets = subjectList.map((subject) => subject.sheet);
  expect(new Set(sheets).size).toBe(subjectList.length);
  expect(new Set(subjectList.map((subject) => subject.range)).size).toBe(subjectList.length);
  for (const subject of subjectList) {
    const labels = subject.columns.map((column) => plainName(column.label));
    expect(new Set(labels).size).toBe(labels.length);
    expect(subject.toCells(subject.defaults)[0]).toEqual(subject.columns.map((one) => one.label));
    for (const line of subject.lines) {
      expect(line.about.length, line.label).toBeGreaterThan(10);
      expect(line.source.length, line.label).toBeGreaterThan(2);
    }
    for (const row of subject.toCells(subject.defaults)) {
      expect(row.length).toBe(subject.columns.length);
    }
  }
});
