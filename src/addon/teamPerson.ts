import { type Day, dayFromIso, isoFromDay } from "../core/calendar/day.ts";
import { InputError } from "../core/inputError.ts";
import type { Rep } from "../core/quota/rep.ts";
import type { TeamPerson } from "./teamTypes.ts";

const TEXTS = ["name", "email", "manager", "team", "role", "segment", "region", "backup"] as const;
const NUMBERS = ["rampOverride", "maxLeads", "maxAccounts", "maxOpenDeals"] as const;
const DAYS = ["startDate", "ptoFrom", "ptoTo"] as const;

/** The columns of Reps that the sidebar edits; all others stay as they are. */
export const TEAM_FIELDS: readonly (keyof Rep & keyof TeamPerson)[] = [
  ...(["repId", "active"] as const),
  ...TEXTS,
  ...NUMBERS,
  ...DAYS,
];

export function personOf(rep: Rep): TeamPerson {
  const person: Record<string, unknown> = {};
  for (const field of TEAM_FIELDS) if (rep[field] !== undefined) person[field] = rep[field];
  for (const field of DAYS) {
    const day = rep[field];
    if (day !== undefined) person[field] = isoFromDay(day);
  }
  return person as TeamPerson;
}

function textOf(value: unknown): string | undefined {
  const text = String(value ?? "").trim();
  return text === "" ? undefined : text;
}

function numberOf(value: unknown, who: string): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "number" && Number.isFinite(value) && value >= 0) return value;
  throw new InputError(`${who}: found ${value} where a number from 0 on belongs.`);
}

function dayOf(text: string | undefined, who: string): Day | undefined {
  if (!text) return undefined;
  const day = dayFromIso(text);
  if (day !== undefined) return day;
  throw new InputError(`${who}: found ${text} where a date such as 2026-01-31 belongs.`);
}

/** The person as a record; words that are no such day or number are refused. */
export function repOf(person: TeamPerson): Rep {
  const who = person.name || person.repId || "A new person";
  const rep: Record<string, unknown> = { repId: String(person.repId ?? "").trim() };
  const set = (field: string, value: unknown) => {
    if (value !== undefined) rep[field] = value;
  };
  for (const field of TEXTS) set(field, textOf(person[field]));
  for (const field of NUMBERS) set(field, numberOf(person[field], who));
  for (const field of DAYS) set(field, dayOf(person[field], who));
  if (typeof person.active === "boolean") rep.active = person.active;
  return rep as Rep;
}
