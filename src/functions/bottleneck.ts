import { plainText, stageIndex } from "../core/deals/stageIndex.ts";
import { bottlenecks } from "../core/pipeline/bottleneck.ts";
import type { Stage } from "../core/pipeline/stage.ts";
import type { CustomFunction, FunctionResult } from "./customFunction.ts";
import { stagesParam } from "./params/stagesParam.ts";

type Load = { stage: string; settings: Stage | undefined; days: number[]; inactive: number[] };

export const bottleneckFunctions: readonly CustomFunction[] = [
  {
    name: "BOTTLENECK",
    family: "Pipeline",
    shape: "aggregate",
    spills: "table",
    about:
      "Stages in which open deals pile up: on average more than 1.5 times the stage's benchmark days, or more than 30 % of its deals without activity for more than 7 days. The stage that has cost most days beyond its benchmark comes first.",
    params: [
      {
        name: "deal_stages",
        kind: "text",
        takes: "paired",
        about: "The column of the open deals' stages; won and lost ones are left out",
      },
      {
        name: "days",
        kind: "number",
        unit: "days",
        takes: "paired",
        about:
          "The column of days in the stage, such as the results of DAYS_IN_STAGE; days below 0 are unknown",
      },
      {
        name: "inactive",
        kind: "number",
        unit: "days",
        optional: true,
        default: "activity is not judged",
        takes: "paired",
        about: "The column of days since each deal's last activity",
      },
      { ...stagesParam, about: "The Stages settings (REVOPS_STAGES) with their benchmark days" },
    ],
    returns:
      "A header row, then one row a stage: deals, average days, benchmark, average over benchmark, share without activity, days beyond the benchmark in all, and why it is a bottleneck; blank where it is none.",
    errors: ["A cell that is no number.", "Columns of different heights."],
    example: {
      formula: '=INDEX(BOTTLENECK({"Lead"; "Proposal"; "Proposal"}, {5; 18; 14}), 2, 8)',
      result: "Slow",
    },
    source:
      "Pipeline tools: >30 % of a stage inactive for 7 days, or average days > 1.5 x typical; the order is our own",
    compute: (
      names: (string | undefined)[],
      days: (number | undefined)[],
      inactive: (number | undefined)[] | undefined,
      stages: readonly Stage[],
    ): FunctionResult[][] => {
      const { find } = stageIndex(stages);
      const loads = new Map<string, Load>();
      names.forEach((name, row) => {
        if (name === undefined) return;
        const settings = find(undefined, name);
        if (settings !== undefined && settings.status !== "open") return;
        const key = plainText(settings?.stage ?? name);
        const load = loads.get(key) ?? {
          stage: settings?.stage ?? name,
          settings,
          days: [],
          inactive: [],
        };
        loads.set(key, load);
        const [spent, silent] = [days[row], inactive?.[row]];
        if (spent !== undefined && spent >= 0) load.days.push(spent);
        if (silent !== undefined) load.inactive.push(silent);
      });
      const rows = bottlenecks(
        [...loads.values()].map((load) => ({ ...load, benchmark: load.settings?.benchmarkDays })),
      );
      return [
        [
          ...["Stage", "Deals", "Average days", "Benchmark", "Times"],
          ...["Inactive", "Days over", "Bottleneck"],
        ],
        ...rows.map((row) => [
          ...[row.stage, row.deals, row.meanDays, row.benchmark, row.times],
          ...[row.inactiveShare, row.daysOver, row.why],
        ]),
      ];
    },
  },
];
