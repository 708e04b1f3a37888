import { expect, it } from "vitest";
import { evaluate } from "./formula.ts";

const F = "{420;480;510;550;520;580}";
const A = "{445;460;525;510;540;560}";
const AMOUNTS = "{75000;45000;120000;35000;200000;25000;150000;15000;95000;65000}";
const STAGES =
  '{"Negotiation";"Proposal";"Discovery";"Qualified";"Negotiation";"Lead";"Proposal";"Discovery";"Qualified";"Lead"}';
const PEER_TABLE = '{"Lead",0.1;"Qualified",0.2;"Discovery",0.4;"Proposal",0.6;"Negotiation",0.8}';
/** Open deals of the peer's pipeline sample, D001 to D016, in thousands. */
const PEER_OPEN = "{85;42;120;35;95;28;58;31;48;110;55;67;250;43;38}";
const ALL_TEN =
  '{"Economic Buyer Met","Champion Left","Created Date","Competitor","Stage Entered","Activity Change","Discount %","POC Issue","Contact Count","Budget Confirmed","Stage";' +
  'FALSE,TRUE,DATE(2026,1,1),"Rival",DATE(2026,1,1),"-70%",0.2,TRUE,1,FALSE,"Proposal"}';
const NONE_OF_TEN =
  '{"Economic Buyer Met","Champion Left","Created Date","Competitor","Stage Entered","Activity Change","Discount %","POC Issue","Contact Count","Budget Confirmed","Stage";' +
  'TRUE,FALSE,DATE(2026,4,1),"None",DATE(2026,4,28),0,0,FALSE,5,TRUE,"Proposal"}';

// Published examples and runs of other tools on their own samples; DATE(…) and ranges stand for cells.
it.each<[string, unknown]>([
  ["=COVERAGE(12500000, 8000000)", 1.5625],
  ["=COVERAGE(1105000, 500000)", 2.21],
  ["=COVERAGE(1105000, 500000, 163000)", 3.2789],
  ["=COVERAGE(1105000, 500000, {72000; 91000})", 3.2789],
  ["=COVERAGE_STATUS(COVERAGE(1105000, 500000))", "At Risk"],
  ["=COVERAGE_GAP(12500000, 8000000, 3)", 11500000],
  ["=PIPELINE_HEALTH(3.4, 0, 1.3, 0.22, 1, 0.15)", 84],
  ["=PIPELINE_HEALTH(1.56, 22, 1.21, 0.1, -4, 0.34)", 34],
  ["=PIPELINE_HEALTH_10({2;5;8;15;22;1;3;9;4;30})", 4.8],
  ["=PIPELINE_REQUIRED(8000000, 0.25)", 32000000],
  ["=PIPELINE_REQUIRED(8000000, 25)", 32000000],
  [`=WEIGHTED_FORECAST(${AMOUNTS}, ${STAGES}, ${PEER_TABLE})`, 426000],
  [`=WEIGHTED_FORECAST(${AMOUNTS}, ${STAGES})`, 432500],
  ["=WEIGHTED_FORECAST({12.3;18.7;22.1;14.9}, {0.85;0.45;0.18;0.05})", 23.593],
  ["=WEIGHTED_FORECAST({12.3;18.7;22.1;14.9}, {85;45;18;5})", 23.593],
  [`=MAPE(${F}, ${A})`, 0.04656869],
  [`=WMAPE(${F}, ${A})`, 0.04605263],
  // The peer's forecast sample by rep and by segment: 19.9 % and 4.2 %.
  ["=MAPE({60;185;125;210}, {40;160;135;225})", (20 / 40 + 25 / 160 + 10 / 135 + 15 / 225) / 4],
  ["=MAPE({80;320;180}, {75;310;175})", (5 / 75 + 10 / 310 + 5 / 175) / 3],
  // Its pipeline sample: 250,000 of 1,105,000 is the largest deal.
  [`=CONCENTRATION(${PEER_OPEN})`, 250 / 1105],
  [`=HIT_RATE(${F}, ${A}, 0.05)`, 0.6667],
  ["=INDEX(FORECAST_INTERVAL({100;200;50}, {0.5;0.25;0.8}, 0.8), 1, 3)", 140],
  ["=INDEX(FORECAST_INTERVAL({100;200;50}, {0.5;0.25;0.8}, 80%), 1, 4)", 101.9804],
  ["=FORECAST_QUANTILE({100;200;50}, {0.5;0.25;0.8}, 0.1)", 50],
  ["=FORECAST_QUANTILE({100;200;50}, {50;25;80}, 50%)", 150],
  ["=FORECAST_QUANTILE({100;200;50}, {0.5;0.25;0.8}, 0.9)", 300],
  ["=PROB_OF_TARGET({100;200;50}, {0.5;0.25;0.8}, 150)", 0.55],
  ["=ENSEMBLE_FORECAST({23.6;25.9;24.3;24.1}, {0.4;0.3;0.2;0.1})", 24.48],
  ["=ENSEMBLE_FORECAST({9.2;9.8;8.9}, {0.5;0.3;0.2})", 9.32],
  // Errors of 10 and 20 in four periods: 65 % and 35 %
  [
    "=ENSEMBLE_FORECAST({100;200}, {1;1}, {110,120;110,120;110,120;110,120}, {100;100;100;100})",
    135,
  ],
  [
    "=INDEX(ENSEMBLE_FORECAST_EXPLAIN({100;200}, {1;1}, {110,120;110,120;110,120;110,120}, {100;100;100;100}), 2, 2)",
    0.35,
  ],
  [
    '=INDEX(CATEGORY_ROLLUP({100;60;40}, {"Commit";"Best Case";"Pipeline"}, 50%, "Cumulative"), 1, 3)',
    160,
  ],
  [
    '=INDEX(CATEGORY_ROLLUP({100;60;40}, {"Commit";"Best Case";"Pipeline"}, 50%, "single"), 1, 3)',
    60,
  ],
  ["=FORECAST_CAPACITY(15, 2.4, 0.92)", 33.12],
  // Quartiles 10.5 and 15.5, so the upper fence is 15.5 + 1.5 x 5 = 23.
  ['=IS_OUTLIER(23, {8; 10; 12; 14; 16; 400}, "1.5 IQR")', false],
  ['=IS_OUTLIER(24, {8; 10; 12; 14; 16; 400}, "1.5 iqr")', true],
  ["=IS_OUTLIER(24, {8; 10; 12; 14; 16; 400})", false],
  [`=FORECAST_BIAS(${F}, ${A}, "total")`, 0.006579],
  [`=FORECAST_BIAS(${F}, ${A}, "mean")`, 0.005973],
  ["=MAPE({8.2;8.8;9.1}, {8.5;8.4;9.3})", 0.034806],
  [`=DEAL_RISK(${NONE_OF_TEN}, DATE(2026,5,1))`, 20],
  [`=DEAL_RISK(${ALL_TEN}, DATE(2026,5,1))`, 100],
  [
    '=DEAL_RISK({"Economic Buyer Met","Created Date","Contact Count";FALSE,DATE(2026,1,1),2}, DATE(2026,5,1))',
    85,
  ],
  ["=RISK_ADJUSTED({8.4;11.2;14.8}, {70;50;20})", 21.92],
  ["=RISK_ADJUSTED({8.4;11.2;14.8}, {70;50;20}, {0.4;0.6;0.8})", 21.92],
  ["=MEDDIC_SCORE(20, 25, 15, 15, 10, 15)", 100],
  ["=BANT_SCORE(25, 30, 25, 20)", 100],
  ["=PROPENSITY(18, 20, 21, 12, 12)", 83],
  ["=QUOTA_ATTAINMENT(522000, 600000)", 0.87],
  ["=QUOTA_PACE(522, 600, DATE(2026,1,1), DATE(2026,4,10), DATE(2026,3,21))", 0.0875],
  [
    '=PROJECTED_ATTAINMENT(522, 600, DATE(2026,1,1), DATE(2026,3,31), 7.2, DATE(2026,3,13), "amount")',
    651.6,
  ],
  [
    "=PROJECTED_ATTAINMENT(522, 600, DATE(2026,1,1), DATE(2026,3,31), 7.2, DATE(2026,3,13))",
    651.6 / 600,
  ],
  ["=DECAYED_POINTS(20, DATE(2026,1,1), 5, 7, DATE(2026,1,22))", 5],
  ["=DECAYED_POINTS(20, DATE(2026,1,1), 5, 7, DATE(2026,3,1))", 0],
  ["=SCORE_BLEND(60, 40, -10, 100, 100, {0.5;0.5})", 40],
  ["=SCORE_BLEND(60, 40, -10)", 40],
])("%s", (formula, expected) => {
  const result = evaluate(formula);
  if (typeof expected === "number")
    expect(result as number).toBeCloseTo(expected, expected > 1000 ? 4 : 4);
  else expect(result).toBe(expected);
});

it("sells 4,594.20 a day in the peer's sample pipeline", () => {
  // 17 deals worth 1,268,000 in all, 2 of them won, 552 days together.
  expect(evaluate(`=SALES_VELOCITY(17, ${1268000 / 17}, ${2 / 17}, ${552 / 17})`)).toBeCloseTo(
    4594.2,
    1,
  );
});
