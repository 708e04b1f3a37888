import { isAssumed } from "../../core/pipeline/assumedProbability.ts";
import { subjects } from "../../settings/catalog.ts";
import type { Settings } from "../../settings/settings.ts";
import type { Issue } from "../../tables/reading/issue.ts";
import { namedStages } from "../imports/namedStages.ts";
import type { SetupItem } from "./startTypes.ts";

/** What is known of a workbook when the sidebar opens. */
export type WorkbookFacts = {
  readonly settings: Settings;
  /** What could not be read in the settings sheets. */
  readonly issues: readonly Issue[];
  readonly deals: number;
  readonly quotas: number;
  readonly territories: number;
  readonly hasSheet: (name: string) => boolean;
};

const MONTHS = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

const counted = (count: number, one: string, many = `${one}s`) =>
  `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;

/** What is set up and what is missing, in the order in which it is best done. */
export function setupOf(facts: WorkbookFacts): SetupItem[] {
  const { settings, deals, quotas, territories } = facts;
  return [
    {
      id: "data",
      title: "CRM data",
      panel: "import",
      ...(deals === 0
        ? {
            state: "missing",
            text: "No deals yet. Drop an export of your CRM.",
            action: "Import a CRM file",
          }
        : {
            state: "done",
            text: `${counted(deals, "deal")} in the sheet Opportunities.`,
            action: "Import a newer file",
          }),
    },
    stagesItem(facts),
    {
      id: "quotas",
      title: "Quotas",
      panel: "team",
      ...(quotas === 0
        ? {
            state: "missing",
            text: "No quotas, so attainment and coverage are unknown.",
            action: "Enter quotas",
          }
        : {
            state: "done",
            text: `${counted(quotas, "quota")} in the sheet Quotas.`,
            action: "Change quotas",
          }),
    },
    settingItem(facts, {
      id: "calendar",
      title: "Calendar",
      panel: "calendar",
      sheet: subjects.calendar.sheet,
      says: `The fiscal year starts in ${MONTHS[settings.calendar.startMonth - 1]}${settings.calendar.pattern === "months" ? "" : `, quarters of ${settings.calendar.pattern} weeks`}.`,
      action: "Set the calendar",
    }),
    settingItem(facts, {
      id: "scoring",
      title: "Lead scoring",
      panel: "scoring",
      sheet: subjects.scoring.sheet,
      says: `${counted(settings.scoring.rules.filter(({ active }) => active).length, "rule")}, a lead is an MQL from ${settings.scoring.threshold} points.`,
      action: "Set the rules",
    }),
    {
      id: "territories",
      title: "Territories",
      panel: "territories",
      ...(territories === 0
        ? {
            state: "optional",
            text: "No rules for who owns which lead. Only needed for routing.",
            action: "Add territories",
          }
        : {
            state: "done",
            text: `${counted(territories, "rule")} in the sheet Territories.`,
            action: "Change territories",
          }),
    },
  ];
}

function issueState({ issues }: WorkbookFacts, sheet: string): Partial<SetupItem> {
  const found = issues.filter(({ table }) => table === sheet);
  if (found.length === 0) return {};
  return {
    state: "check",
    text: `${counted(found.length, "cell")} of the sheet ${sheet} cannot be read: ${found[0]?.message}`,
  };
}

function stagesItem(facts: WorkbookFacts): SetupItem {
  const { settings, hasSheet } = facts;
  const sheet = subjects.stages.sheet;
  const open = settings.stages.filter(({ status }) => status === "open");
  const unknown = open.filter(({ probability }) => probability === undefined);
  const item: SetupItem = {
    id: "stages",
    title: "Sales stages",
    panel: "stages",
    state: hasSheet(sheet) ? "done" : "default",
    text: `${counted(open.length, "open stage")}: ${open.map(({ stage }) => stage).join(", ")}.`,
    action: "Set the stages",
  };
  const assumed = open.filter(isAssumed);
  const texts: string[] = [];
  if (unknown.length > 0)
    texts.push(
      `Without a probability: ${namedStages(unknown)}. Their deals are left out of weighted figures.`,
    );
  if (assumed.length > 0)
    texts.push(`With a probability that is only assumed: ${namedStages(assumed)}.`);
  if (texts.length === 0) return { ...item, ...issueState(facts, sheet) };
  return { ...item, state: "check", text: texts.join(" "), action: "Give the probabilities" };
}

type Setting = Pick<SetupItem, "id" | "title" | "panel" | "action"> & {
  readonly sheet: string;
  readonly says: string;
};

function settingItem(facts: WorkbookFacts, { sheet, says, ...item }: Setting): SetupItem {
  const state = facts.hasSheet(sheet) ? "done" : "default";
  return { ...item, state, text: says, ...issueState(facts, sheet) };
}
