import { isoFromDay } from "../../core/calendar/day.ts";
import { InputError } from "../../core/inputError.ts";
import type { Rep } from "../../core/quota/rep.ts";
import { reps } from "../../tables/reps.ts";
import { askedDay } from "../calls/askedDay.ts";
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

function numberOf(what: string, value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "number" && Number.isFinite(value) && value >= 0) return value;
  throw new InputError(`${what} is "${value}"; expected a number from 0 on.`);
}

const labelOf = (field: keyof Rep) => reps.columns.find((one) => one.field === field)?.label;

/** The person as a record; words that are no such day or number are refused. */
export function repOf(person: TeamPerson): Rep {
  const who = person.name || person.repId || "A new person";
  const rep: Record<string, unknown> = { repId: String(person.repId ?? "").trim() };
  const set = (field: string, value: unknown) => {
    if (value !== undefined) rep[field] = value;
  };
  for (const field of TEXTS) set(field, textOf(person[field]));
  for (const field of NUMBERS) set(field, numberOf(`${who}: ${labelOf(field)}`, person[field]));
  for (const field of DAYS) set(field, askedDay(`${who}: ${labelOf(field)}`, person[field]));
  if (typeof person.active === "boolean") rep.active = person.active;
  return rep as Rep;
}
