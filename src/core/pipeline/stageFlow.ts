import type { Day } from "../calendar/day.ts";
import { type Conversion, conversionOf, type StageVisit, stageVisits } from "./stageConversion.ts";
import type { StageStay } from "./stageStays.ts";
import { type TimeInStage, timeInStage } from "./timeInStage.ts";

/** What deals do in one open stage. */
export type StageFlow = {
  readonly pipeline: string;
  readonly stage: string;
  readonly order: number | undefined;
  readonly stays: readonly StageStay[];
  readonly visits: readonly StageVisit[];
  readonly conversion: Conversion;
  readonly time: TimeInStage;
};

/** Every stage that a deal has been in, by pipeline in the order of the settings; stages that these do not know last. */
export function stageFlows(stays: readonly StageStay[], asOf: Day): StageFlow[] {
  const keyOf = ({ pipeline, stage }: { pipeline: string; stage: string }) =>
    `${pipeline}\n${stage}`;
  const byStage = new Map<string, { stays: StageStay[]; visits: StageVisit[] }>();
  for (const stay of stays) {
    const known = byStage.get(keyOf(stay));
    if (known) known.stays.push(stay);
    else byStage.set(keyOf(stay), { stays: [stay], visits: [] });
  }
  for (const visit of stageVisits(stays)) byStage.get(keyOf(visit))?.visits.push(visit);
  const flows = [...byStage.values()].flatMap(({ stays: own, visits }): StageFlow[] => {
    const [first] = own;
    if (!first) return [];
    const { pipeline, stage, order } = first;
    return [
      {
        pipeline,
        stage,
        order,
        stays: own,
        visits,
        conversion: conversionOf(visits, asOf),
        time: timeInStage(own, asOf),
      },
    ];
  });
  const place = ({ order }: StageFlow) => order ?? Number.MAX_VALUE;
  const compare = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);
  return flows.sort((a, b) => compare(a.pipeline, b.pipeline) || place(a) - place(b));
}
