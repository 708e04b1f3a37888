import { describe, expect, it } from "vitest";
import { evaluate } from "./formula.ts";

const DEALS = '{"Stage", "Amount"; "Proposal", 100; "Discovery", 200; "Closed Won", 900}';

describe("FORECAST_WHATIF", () => {
  it("spills base, levers and scenario, of open deals alone", () => {
    const table = evaluate(
      `=FORECAST_WHATIF(${DEALS}, {"Slippage", 0.25; "Deal size", 0.1}, "", "", "", 200, 0)`,
    ) as unknown[][];
    expect(table.map(([what]) => what)).toEqual([
      null,
      "Base",
      "Deal size",
      "Slippage",
      "Scenario",
    ]);
    // 100 x 60 % + 200 x 40 % = 140; x 1.1 = 154; x .75 = 115.5
    expect(table.slice(1).map((row) => row[2])).toEqual(
      [140, 14, -38.5, 115.5].map((x) => expect.closeTo(x, 9)),
    );
    // 200 or more takes the second deal: 40 %, 40 % x .75
    expect([table[1]![6], table[4]![6]]).toEqual([0.4, 0.3].map((x) => expect.closeTo(x, 9)));
  });

  it("leaves deals without an amount or a chance out, and is blank when that leaves none", () => {
    const scenario = (deals: string) =>
      evaluate(`=FORECAST_WHATIF({"Stage", "Amount"; ${deals}}, {"Deal size", 0.1})`);
    expect(scenario('"Proposal", ""; "Nowhere", 5')).toBeNull();
    const closed = scenario('"Closed Won", 100') as unknown[][];
    expect(closed.at(-1)).toEqual(["Scenario", null, 0, 0, 0, 0, null]);
  });

  it.each([
    ['{"Stage", "Amount"; "Proposal", "lots"}', /lots/],
    ['{"Stage", "Amount", "Currency"; "Proposal", 1, "EUR"; "Proposal", 2, "USD"}', /EUR and USD/],
    ['{"Colour"; "blue"}', /heading/],
  ])("refuses %s", (deals, why) => {
    expect(() => evaluate(`=FORECAST_WHATIF(${deals}, {"Slippage", 0.1})`)).toThrow(why);
  });
});

it("refuses a lever that it does not know", () => {
  const growth = `=FORECAST_WHATIF(${DEALS}, {"Growth", 0.1})`;
  expect(() => evaluate(growth)).toThrow(/expected one of pipeline growth/);
});

describe("FORECAST_TORNADO and FORECAST_GRID", () => {
  const same = (ofDeals: string, ofColumns: string) =>
    expect(evaluate(`=${ofDeals}`)).toEqual(evaluate(`=${ofColumns}`));

  it("say of a table of deals what the functions of its columns say", () => {
    // Of the stage table: Proposal 60 %, Discovery 40 %.
    const columns = "{100; 200}, {0.6; 0.4}";
    same(`FORECAST_TORNADO(${DEALS})`, `FORECAST_SENSITIVITY(${columns})`);
    same(
      `FORECAST_TORNADO(${DEALS}, 0.3, "", "", "", 200, 0)`,
      `FORECAST_SENSITIVITY(${columns}, 0.3, 200, 0)`,
    );
    const levers = '"Win rate", {-0.5; 0; 1}, "Slippage", {0; 0.5}';
    same(`FORECAST_GRID(${DEALS}, ${levers})`, `FORECAST_TWO_WAY(${columns}, ${levers})`);
    same(
      `FORECAST_GRID(${DEALS}, ${levers}, "chance", "", "", "", 200, 0)`,
      `FORECAST_TWO_WAY(${columns}, ${levers}, "chance", 200, 0)`,
    );
  });

  it("refuse a row that cannot be read", () => {
    expect(() => evaluate('=FORECAST_TORNADO({"Stage", "Amount"; "Proposal", "lots"})')).toThrow(
      /lots/,
    );
  });
});

describe("sensitivity", () => {
  it("refuses the same lever twice, an unknown measure and an impossible setting", () => {
    const of = (more: string) => () => evaluate(`=FORECAST_TWO_WAY({100}, {0.5}, ${more})`);
    expect(of('"Slippage", {0.1}, "slippage", {0.2}')).toThrow(/expected two/);
    expect(of('"Slippage", {0.1}, "Hiring", {0.2}, "mode"')).toThrow(/mean, p10/);
    expect(of('"Slippage", {1.5}, "Hiring", {0.2}')).toThrow(/0% to 100%/);
  });

  it("is blank without deals", () => {
    expect(evaluate('=FORECAST_SENSITIVITY({""}, {""})')).toBeNull();
  });
});
