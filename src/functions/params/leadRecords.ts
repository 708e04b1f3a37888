import type { Day } from "../../core/calendar/day.ts";
import { type LeadEvents, leadEvents } from "../../core/leads/eventRules.ts";
import type { FieldOf } from "../../core/leads/fieldRules.ts";
import type { Lead, LeadEvent } from "../../core/leads/lead.ts";
import { type LeadScore, leadScorer } from "../../core/leads/leadScore.ts";
import type { ScoringSettings } from "../../core/leads/scoring.ts";
import { leadEvents as eventTable } from "../../tables/leadEvents.ts";
import { leads as leadTable } from "../../tables/leads.ts";
import { headingKey } from "../../tables/reading/header.ts";
import type { Cells } from "../customFunction.ts";
import { type Entry, readRecords } from "./readRecords.ts";

/** What a lead's row gave: its points, or the reason why there are none. */
export type LeadRow = { readonly id?: string; readonly score?: LeadScore; readonly note: string };

/** The lead's field that a scoring rule names by its heading, field name or one of the headings of exports. */
export const fieldOf: FieldOf = (attribute) => {
  const key = headingKey(attribute);
  const column =
    leadTable.columns.find(
      ({ field, label }) => headingKey(field) === key || headingKey(label) === key,
    ) ??
    leadTable.columns.find(({ aliases }) => aliases.some((alias) => headingKey(alias) === key));
  return column?.field;
};

function fieldsOf(settings: ScoringSettings): (keyof Lead)[] {
  const fields = new Set<keyof Lead>(["leadId", "title", "createdDate", "lastActivity"]);
  for (const rule of settings.rules) {
    const field = rule.active && rule.kind !== "engagement" ? fieldOf(rule.attribute) : undefined;
    if (field !== undefined) fields.add(field);
  }
  return [...fields];
}

/** The events that could be read, and for each lead the first one that could not. */
function readEvents(cells: Cells | undefined): {
  events?: LeadEvents;
  problems: ReadonlyMap<string, string>;
} {
  const problems = new Map<string, string>();
  if (!cells) return { problems };
  const { entries } = readRecords("events", eventTable, cells, [
    "leadId",
    "event",
    "eventDate",
    "count",
  ]);
  const leadsOf = readRecords("events", eventTable, cells, ["leadId"]).entries;
  const complete: LeadEvent[] = [];
  entries.forEach(({ record, problem }, row) => {
    const id = leadsOf[row]?.record?.leadId;
    if (id !== undefined && problem !== undefined && !problems.has(id)) problems.set(id, problem);
    if (
      record?.leadId !== undefined &&
      record.event !== undefined &&
      record.eventDate !== undefined
    ) {
      complete.push(record);
    }
  });
  return { events: leadEvents(complete), problems };
}

/** The points of every lead of a table range, in its order. */
export function leadRows(
  cells: Cells,
  eventCells: Cells | undefined,
  asOf: Day | undefined,
  settings: ScoringSettings,
): LeadRow[] {
  const { entries } = readRecords("leads", leadTable, cells, fieldsOf(settings));
  const { events, problems } = readEvents(eventCells);
  const scoreOf = leadScorer(settings, fieldOf);
  return entries.map(({ record, problem }: Entry<Lead>) => {
    const id = record?.leadId;
    const wrong = problem ?? (id === undefined ? undefined : problems.get(id));
    if (wrong !== undefined) return { id, note: wrong };
    if (!record) return { note: "" };
    const score = scoreOf(record, id === undefined ? undefined : events, asOf);
    return {
      id,
      score,
      note: score.blend
        ? ""
        : "Neither fit nor engagement is known: no active rule is about what this lead holds.",
    };
  });
}
