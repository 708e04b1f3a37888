import type { Stage } from "../../core/pipeline/stage.ts";
import { hubspotStages, pipedriveStages, salesforceStages, zohoStages } from "./crmStages.ts";
import { lostRow, stageRows, wonRow } from "./stageRows.ts";

type StagePresetId =
  | "blueprint"
  | "gated"
  | "asb"
  | "salesforce"
  | "hubspot"
  | "zoho"
  | "pipedrive";

/** A ready-made list of stages. */
export type StagePreset = {
  readonly id: StagePresetId;
  readonly title: string;
  /** Where its numbers come from, in words. */
  readonly source: string;
  readonly stages: readonly Stage[];
};

/** Sales operations blueprint, six stages; the days are those of its author's pipeline tool. */
export const blueprintStages: readonly Stage[] = stageRows([
  {
    stage: "Lead",
    probability: 0.1,
    group: "early",
    benchmarkDays: 7,
    exitCriteria: "Contact made",
  },
  {
    stage: "Qualified",
    probability: 0.25,
    group: "early",
    benchmarkDays: 5,
    exitCriteria: "BANT confirmed",
    crmValues: ["Qualification"],
  },
  {
    stage: "Discovery",
    probability: 0.4,
    group: "mid",
    benchmarkDays: 14,
    exitCriteria: "Pain mapped",
  },
  {
    stage: "Proposal",
    probability: 0.6,
    group: "mid",
    benchmarkDays: 10,
    exitCriteria: "Quote sent",
  },
  {
    stage: "Negotiation",
    probability: 0.8,
    group: "late",
    benchmarkDays: 21,
    exitCriteria: "Terms agreed",
  },
  wonRow("Contract signed"),
  lostRow(),
]);

const gated: readonly Stage[] = stageRows([
  {
    stage: "Qualified",
    probability: 0.1,
    group: "early",
    benchmarkDays: 7,
    exitCriteria: "Discovery scheduled",
    crmValues: ["Qualification"],
  },
  {
    stage: "Discovery",
    probability: 0.2,
    group: "early",
    benchmarkDays: 14,
    exitCriteria: "Demo scheduled",
  },
  {
    stage: "Demo/Eval",
    probability: 0.4,
    group: "mid",
    benchmarkDays: 21,
    exitCriteria: "Proposal requested",
    crmValues: ["Demo", "Evaluation"],
  },
  {
    stage: "Proposal",
    probability: 0.6,
    group: "mid",
    benchmarkDays: 14,
    exitCriteria: "Delivered and reviewed",
  },
  {
    stage: "Negotiation",
    probability: 0.8,
    group: "late",
    benchmarkDays: 14,
    exitCriteria: "Contract sent",
  },
  wonRow("Customer success handoff complete"),
  lostRow("Post-mortem logged"),
]);

const asb: readonly Stage[] = stageRows([
  { stage: "Discovery", probability: 0.1, group: "early" },
  { stage: "Qualification", probability: 0.25, group: "early", crmValues: ["Qualified"] },
  { stage: "Proposal", probability: 0.5, group: "mid" },
  { stage: "Negotiation", probability: 0.7, group: "mid" },
  { stage: "Verbal", probability: 0.85, group: "late", crmValues: ["Verbal Commit"] },
  { stage: "Contract/Legal", probability: 0.95, group: "late", crmValues: ["Contract", "Legal"] },
  wonRow(),
  lostRow(),
]);

export const stagePresets: readonly StagePreset[] = [
  {
    id: "blueprint",
    title: "Six stages",
    source: "Sales operations blueprint, sales stages",
    stages: blueprintStages,
  },
  {
    id: "gated",
    title: "Seven stages with gates",
    source:
      "RevOps guide, stage requirements; probabilities and days from a sales operations rule book",
    stages: gated,
  },
  {
    id: "asb",
    title: "Six stages with verbal and contract",
    source: "Revenue operations plugin, pipeline health method",
    stages: asb,
  },
  {
    id: "salesforce",
    title: "Salesforce",
    source: "Salesforce's standard stages with the sample organisation's probabilities",
    stages: salesforceStages,
  },
  {
    id: "hubspot",
    title: "HubSpot",
    source: "HubSpot's default sales pipeline",
    stages: hubspotStages,
  },
  { id: "zoho", title: "Zoho CRM", source: "Zoho's standard stages", stages: zohoStages },
  {
    id: "pipedrive",
    title: "Pipedrive",
    source: "Pipedrive's default pipeline, which gives its stages no probability",
    stages: pipedriveStages,
  },
];

/** The stages of the CRM that data came from; the default ones for a source without stages of its own. */
export function stagePreset(source: string | undefined): readonly Stage[] {
  return stagePresets.find((preset) => preset.id === source)?.stages ?? blueprintStages;
}
