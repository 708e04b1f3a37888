import { sayCount, sayPercent } from "../parts/words.ts";
import type { Section } from "../report.ts";
import type { GroupCompletion } from "./completion.ts";
import { disputesSection } from "./disputesTable.ts";
import type { Quality } from "./gather.ts";
import { checksTable, groupsTable } from "./tables.ts";

const DATES_AND_MONEY = new Set([
  ...["no_currency", "no_rate", "far_close_date", "stage_before_created", "activity_in_future"],
  ...["closed_in_future", "closed_before_created", "created_in_future", "bad_amount"],
]);
const PROCESS = new Set(["silent_push", "pushed", "stage_skipped", "stage_regressed", "reopened"]);

/** Who or what fills the fields least; where all fill all of them, that says it. */
function completionSection(
  id: string,
  label: "Owner" | "Stage",
  groups: readonly GroupCompletion[],
): Section {
  const heading = `Completion by ${label.toLowerCase()}`;
  const [least] = groups;
  if (least !== undefined && least.filled === least.needed) {
    return {
      id,
      heading,
      reading:
        label === "Owner"
          ? `Every field that open deals need is filled, by each of ${sayCount(groups.length, "owner")}.`
          : "Every field that its stage asks for is filled in each open deal.",
    };
  }
  const table = groupsTable(id, label, groups);
  if (least === undefined) return { id, heading, reading: table.empty, table };
  const [share, count] = [sayPercent(least.filled / least.needed), groups.length];
  const reading = `${least.name} ${label === "Owner" ? "fills" : "has"} the least: ${share} of the fields needed${least.worst === undefined ? "" : `, most often ${least.worst} is blank`}; ${sayCount(count, label.toLowerCase())} with open deals.`;
  return { id, heading, reading, table };
}

/** What was found, kind by kind. */
export function qualitySections(quality: Quality): readonly Section[] {
  const { checks, completion, links, conflicts, sources } = quality;
  const fields = checks.filter(({ id }) => id.includes(".blank."));
  const worst = [...fields].sort(
    (a, b) => b.failing.length / b.checked - a.failing.length / a.checked,
  )[0];
  const found = (list: typeof checks) => list.reduce((sum, one) => sum + one.failing.length, 0);
  const of = (ids: ReadonlySet<string>) => checks.filter(({ id }) => ids.has(id));
  // Sources are held against each other in many fields; those in which they agree say nothing.
  const facts = conflicts.filter(({ rule, failing }) => rule === undefined || failing.length > 0);
  const [process, dates] = [of(PROCESS), of(DATES_AND_MONEY)];
  return [
    {
      id: "completion",
      heading: "Fields that are blank",
      reading:
        worst === undefined || worst.failing.length === 0
          ? "Every field that the Required fields sheet asks for is filled."
          : `${worst.label} in ${sayPercent(worst.failing.length / worst.checked)} of ${worst.sheet} that need it.`,
      table: checksTable("fields", fields, "No field that is needed is in the data."),
    },
    completionSection("by_owner", "Owner", completion.byOwner),
    completionSection("by_stage", "Stage", completion.byStage),
    {
      id: "process",
      heading: "Pushes and stage moves",
      reading: `${sayCount(found(process), "finding")} in open deals; the figures count the moves of all deals.`,
      table: checksTable("process", process, "There is no history to look into."),
    },
    {
      id: "dates_and_money",
      heading: "Currencies, amounts and dates",
      reading: `${sayCount(found(dates), "finding")} in open deals and deals closed in the period.`,
      table: checksTable("dates_and_money", dates, "There are no deals to check."),
    },
    {
      id: "links",
      heading: "Records that belong to nothing",
      reading: `${sayCount(found(links), "record")} ${found(links) === 1 ? "points" : "point"} to nothing that the workbook holds.`,
      table: checksTable("links", links, "No sheet has a column that links it to another."),
    },
    {
      id: "conflicts",
      heading: "Sources that contradict each other",
      reading:
        found(conflicts) === 0
          ? "Two sheets, or two sources, that tell the same fact agree."
          : "The system of record is believed, between two CRMs without one the latest activity; the value is proposed in the clean-up list.",
      table: checksTable("conflicts", facts, "No two sheets or sources tell the same fact."),
    },
    ...disputesSection(sources),
  ];
}
