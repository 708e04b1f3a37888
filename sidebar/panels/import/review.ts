import type { ImportResult } from "../../../src/addon/calls/requests.ts";
import { h } from "../../dom.ts";
import { cellTable } from "../../parts/cellTable.ts";
import { selectField } from "../../parts/field.ts";
import { disclosure, section } from "../../parts/section.ts";
import { type Choices, chooseField, chooseValue, tableAnswer } from "./choices.ts";
import { mappingList } from "./mappingList.ts";
import { questionList } from "./questionList.ts";
import { recordLists } from "./recordLists.ts";
import { valueList } from "./valueList.ts";

/** What the add-on calls the CRMs it recognises, as people do. */
const SOURCES: Readonly<Record<string, string>> = {
  salesforce: "Salesforce",
  hubspot: "HubSpot",
  zoho: "Zoho",
  pipedrive: "Pipedrive",
  dynamics: "Dynamics 365",
  warehouse: "warehouse",
};

export type ReviewHandlers = {
  /** A choice was made, so that the preview no longer fits. */
  readonly changed: () => void;
  readonly tables: readonly string[];
};

/** How many records an import would write. */
export function recordCount(result: ImportResult): number {
  return result.new + result.changed + result.gone;
}

/** All that an import would do, with what a person can decide about it. */
export function review(
  result: ImportResult,
  choices: Choices,
  { changed, tables }: ReviewHandlers,
): HTMLElement {
  const { answers } = choices;
  const source = SOURCES[result.source ?? ""];
  const about = `Recognised as a ${source ? `${source} ` : ""}export for the sheet ${result.sheet ?? "unknown"}.`;
  return h(
    "div",
    {},
    section(
      result.file,
      about,
      countsTable(result),
      tablePicker(result, tables, (table) => {
        answers[tableAnswer(result.file)] = table;
        changed();
      }),
    ),
    questionList(result.questions, (id, value) => {
      if (value === "") delete answers[id];
      else answers[id] = value;
      changed();
    }),
    section(
      "What is in it",
      undefined,
      mappingList(result, (heading, field) => {
        chooseField(choices, result, heading, field);
        changed();
      }),
      ...(result.preview?.values ?? []).map((choice) =>
        valueList(choice, (field, value, as) => {
          chooseValue(choices, field, value, as);
          changed();
        }),
      ),
      ...recordLists(result),
      result.notes.length > 0
        ? disclosure(
            "Notes",
            result.notes.map((note) => h("p", { class: "help" }, note)),
          )
        : undefined,
    ),
  );
}

function countsTable(result: ImportResult): HTMLElement {
  const counts: readonly (readonly [string, number])[] = [
    ["Records read", result.read],
    ["New", result.new],
    ["Changed", result.changed],
    ["Unchanged", result.unchanged],
    ["Gone", result.gone],
    ["Rejected", result.rejected],
    ["Title, total and footer lines", result.skippedLines],
  ];
  const rows = counts.filter(([name, count]) => count > 0 || name === "Records read");
  return cellTable("Counts", [{ heading: "Records" }, { heading: "Count", isNumber: true }], rows);
}

function tablePicker(
  { sheet }: ImportResult,
  tables: readonly string[],
  choose: (table: string) => void,
): HTMLElement | undefined {
  if (sheet === undefined || !tables.includes(sheet)) return undefined;
  const { node } = selectField({
    label: "Goes to",
    choices: tables.map((table) => ({ value: table, label: table })),
    value: sheet,
    onChange: choose,
  });
  return disclosure("Not the right table?", [node]);
}
