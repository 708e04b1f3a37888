import type { Day } from "../core/calendar/day.ts";
import type { Deal } from "../core/deals/deal.ts";
import { dealStatus } from "../core/deals/dealStatus.ts";
import { stageIndex } from "../core/deals/stageIndex.ts";
import { upperFirst } from "../core/firstLetter.ts";
import type { Stage } from "../core/pipeline/stage.ts";
import { disqualifiers } from "../core/qualification/disqualified.ts";
import { opportunities } from "../tables/opportunities.ts";
import type { Cells, CustomFunction } from "./customFunction.ts";
import { asOfParam } from "./deals.ts";
import { readRecords } from "./params/readRecords.ts";
import { riskErrors } from "./params/riskParams.ts";
import { stagesParam } from "./params/stagesParam.ts";

const INPUTS: readonly (keyof Deal & string)[] = [
  "pipeline",
  "stage",
  "isClosed",
  "isWon",
  "activityCount",
  "champion",
  "timeline",
  "lastContacted",
  "meddicMetrics",
  "meddicEconomicBuyer",
  "meddicDecisionCriteria",
  "meddicDecisionProcess",
  "meddicPain",
  "meddicChampion",
  "stopCondition",
  "stopDate",
];

export const disqualifiedFunctions: readonly CustomFunction[] = [
  {
    name: "DISQUALIFIED",
    family: "Qualification",
    shape: "records",
    about:
      "Why each open deal should no longer be worked: no champion after 3 activities, no timeline after 2, no contact for more than two weeks, a complete MEDDIC score below 40, its own stop condition once the stop date is over.",
    params: [
      {
        name: "deals",
        kind: "records",
        about:
          "The deals with their header row; columns are found by name: Stage, Champion, Timeline, Activity Count, Last Contacted, Stop Condition, Stop Date, and the six MEDDIC columns with points as in MEDDIC_SCORE",
      },
      asOfParam,
      stagesParam,
    ],
    returns:
      "The reasons, one text per deal; blank when none holds and for closed deals. What the range does not hold is no reason.",
    errors: riskErrors,
    example: {
      formula: '=DISQUALIFIED({"Champion", "Activity Count"; "", 4})',
      result: "No champion after 4 activities",
    },
    source: "Lean qualification, no-go list; MEDDIC below 40",
    compute: (cells: Cells, asOf: Day | undefined, stages: readonly Stage[]) => {
      const { entries, fields } = readRecords("deals", opportunities, cells, INPUTS);
      const index = stageIndex(stages);
      return entries.map(({ record }) => {
        if (!record) return [undefined];
        if (dealStatus(record, index.find(record.pipeline, record.stage)) !== "open")
          return [undefined];
        const reasons = disqualifiers(record, asOf, (field) => fields.has(field)).join("; ");
        return [reasons === "" ? undefined : upperFirst(reasons)];
      });
    },
  },
];
