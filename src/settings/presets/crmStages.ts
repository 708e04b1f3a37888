import type { Stage } from "../../core/pipeline/stage.ts";
import { lostRow, stageRows, wonRow } from "./stageRows.ts";

/** Salesforce's standard stages. */
export const salesforceStages: readonly Stage[] = stageRows([
  { stage: "Prospecting", probability: 0.1, category: "Pipeline", group: "early" },
  { stage: "Qualification", probability: 0.2, category: "Pipeline", group: "early" },
  { stage: "Needs Analysis", probability: 0.3, category: "Pipeline", group: "early" },
  {
    stage: "Value Proposition",
    probability: 0.5,
    category: "Best Case",
    group: "mid",
    crmValues: ["Value Prop"],
  },
  { stage: "Id. Decision Makers", probability: 0.6, category: "Best Case", group: "mid" },
  { stage: "Perception Analysis", probability: 0.7, category: "Best Case", group: "mid" },
  {
    stage: "Proposal/Price Quote",
    probability: 0.7,
    category: "Best Case",
    group: "late",
    crmValues: ["Proposal/Quote", "Proposal"],
  },
  {
    stage: "Negotiation/Review",
    probability: 0.8,
    category: "Commit",
    group: "late",
    crmValues: ["Negotiation"],
  },
  wonRow(),
  lostRow(),
]);

/** HubSpot's standard stages. */
export const hubspotStages: readonly Stage[] = stageRows([
  {
    stage: "Appointment Scheduled",
    probability: 0.2,
    group: "early",
    crmValues: ["appointmentscheduled"],
  },
  { stage: "Qualified To Buy", probability: 0.4, group: "early", crmValues: ["qualifiedtobuy"] },
  {
    stage: "Presentation Scheduled",
    probability: 0.6,
    group: "mid",
    crmValues: ["presentationscheduled"],
  },
  {
    stage: "Decision Maker Bought-In",
    probability: 0.8,
    group: "mid",
    crmValues: ["decisionmakerboughtin"],
  },
  { stage: "Contract Sent", probability: 0.9, group: "late", crmValues: ["contractsent"] },
  wonRow("", ["closedwon", "Won"]),
  lostRow("", ["closedlost", "Lost"]),
]);

/** Zoho CRM's standard stages. */
export const zohoStages: readonly Stage[] = stageRows([
  { stage: "Qualification", probability: 0.1, group: "early" },
  { stage: "Needs Analysis", probability: 0.2, group: "early" },
  { stage: "Value Proposition", probability: 0.4, group: "mid" },
  {
    stage: "Identify Decision Makers",
    probability: 0.6,
    group: "mid",
    crmValues: ["Id. Decision Makers"],
  },
  { stage: "Proposal/Price Quote", probability: 0.75, group: "late" },
  { stage: "Negotiation/Review", probability: 0.9, group: "late" },
  wonRow(),
  lostRow("", ["Lost", "Closed Lost to Competition", "Closed-Lost to Competition"]),
]);

/** Pipedrive's standard stages. */
export const pipedriveStages: readonly Stage[] = stageRows([
  { stage: "Qualified", group: "early" },
  { stage: "Contact Made", group: "early" },
  { stage: "Demo Scheduled", group: "mid" },
  { stage: "Proposal Made", group: "mid" },
  { stage: "Negotiations Started", group: "late" },
  wonRow(),
  lostRow(),
]);
