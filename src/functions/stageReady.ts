import type { Deal } from "../core/deals/deal.ts";
import { dealStatus } from "../core/deals/dealStatus.ts";
import { stageIndex } from "../core/deals/stageIndex.ts";
import { type Readiness, stageEvidence, stageReadiness } from "../core/hygiene/stageReadiness.ts";
import type { Stage } from "../core/pipeline/stage.ts";
import { readRequiredFields } from "../settings/requiredFields.ts";
import { dealRequirements } from "../settings/requirements.ts";
import type { RequiredField } from "../settings/settings.ts";
import { opportunities } from "../tables/opportunities.ts";
import type { Cells, CustomFunction, Param } from "./customFunction.ts";
import { readRecords } from "./params/readRecords.ts";
import { settingsArgument } from "./params/settingsArgument.ts";
import { stagesParam } from "./params/stagesParam.ts";

const family = "Qualification";
const SOURCE = "Fields by stage of the RevOps guide, as the Required fields sheet has them";

const params: readonly Param[] = [
  {
    name: "deals",
    kind: "records",
    about:
      "The deals with their header row; columns are found by name: Stage, and every field that the Required fields sheet asks for",
  },
  stagesParam,
  {
    name: "required_fields",
    kind: "settings",
    optional: true,
    default: "the standard fields by stage",
    about: "The Required fields settings (REVOPS_REQUIRED_FIELDS)",
    read: settingsArgument("required_fields", readRequiredFields),
  },
];

const errors = [
  "A first row without column headings of opportunities.",
  "Two columns that claim one field.",
  "A setting that cannot be read.",
];

type Arguments = [cells: Cells, stages: readonly Stage[], required: readonly RequiredField[]];

/** What each open deal lacks, by the question that is asked. */
function answers(
  [cells, stages, required]: Arguments,
  ask: typeof stageReadiness,
  say: (readiness: Readiness) => string,
): (readonly (string | undefined)[])[] {
  const index = stageIndex(stages);
  const requirements = dealRequirements(required, index);
  const wanted: (keyof Deal & string)[] = ["pipeline", "stage", "isClosed", "isWon"];
  for (const { field } of requirements) if (!wanted.includes(field)) wanted.push(field);
  const { entries, fields } = readRecords("deals", opportunities, cells, wanted);
  const has = (field: string) => fields.has(field);
  return entries.map(({ record }) => {
    if (!record) return [undefined];
    if (dealStatus(record, index.find(record.pipeline, record.stage)) !== "open")
      return [undefined];
    const found = ask(record, index, requirements, has);
    return [found && found.looked > 0 ? say(found) : undefined];
  });
}

const lacks = ({ missing }: Readiness) => `Missing: ${missing.join(", ")}`;

export const stageReadyFunctions: readonly CustomFunction[] = [
  {
    name: "STAGE_READY",
    family,
    shape: "records",
    about:
      "Whether each open deal has what its next stage needs by the Required fields sheet, and what it still lacks. A yes-or-no field that says no counts as lacking.",
    params,
    returns:
      "Ready for the next stage, or Missing: with the fields, one per deal. Fields whose column is not in the range are not judged; blank for closed deals, unknown stages, and where nothing can be judged.",
    errors,
    example: {
      formula:
        '=STAGE_READY({"Stage", "Account Name", "Lead Source", "Economic Buyer", "Budget Confirmed"; "Discovery", "Acme", "Web", "", TRUE})',
      result: "Missing: Economic Buyer",
    },
    source: SOURCE,
    compute: (...args: Arguments) =>
      answers(args, stageReadiness, (found) =>
        found.missing.length === 0 ? `Ready for ${found.stage.stage}` : lacks(found),
      ),
  },
  {
    name: "STAGE_EVIDENCE",
    family,
    shape: "records",
    about:
      "What each open deal lacks of the fields that the stage it stands in already needs: whether the stage is believable.",
    params,
    returns:
      "Complete, or Missing: with the fields, one per deal. Fields whose column is not in the range are not judged; blank for closed deals, unknown stages, and where nothing can be judged.",
    errors,
    example: {
      formula: '=STAGE_EVIDENCE({"Stage", "Amount", "Budget Confirmed"; "Proposal", 5000, FALSE})',
      result: "Missing: Budget Confirmed",
    },
    source: SOURCE,
    compute: (...args: Arguments) =>
      answers(args, stageEvidence, (found) =>
        found.missing.length === 0 ? "Complete" : lacks(found),
      ),
  },
];
