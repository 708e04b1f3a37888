import { recordKey } from "./recordKey.ts";

/** The CRMs whose exports are recognised, as records name them. */
const crmSystems = ["Salesforce", "HubSpot", "Zoho", "Pipedrive", "Dynamics 365", "Odoo"] as const;
export type CrmSystem = (typeof crmSystems)[number];

const fileName = /\.(?:csv|tsv|txt|xlsx?)$/i;
/** A day or month in the name of a file, and the number that a browser gives a copy. */
const dates = [
  /\d{4}[-_. ]?(?:0[1-9]|1[0-2])(?:[-_. ]?(?:0[1-9]|[12]\d|3[01]))?(?!\d)/g,
  /(?<!\d)\d{1,2}[-_. ]\d{1,2}[-_. ]\d{4}(?!\d)/g,
  /\s*\(\d{1,3}\)$/,
] as const;

/** What a record is said to come from: the CRM, else the file, without the dates in its name. */
export function sourceSystem(file: string, crm: CrmSystem | undefined): string {
  if (crm !== undefined) return crm;
  const parts = file.split(/[\\/]/).filter((part) => part.trim() !== "");
  const last = parts.find((part) => fileName.test(part)) ?? parts[parts.length - 1] ?? file;
  const ending = fileName.exec(last)?.[0] ?? "";
  const name = last.slice(0, last.length - ending.length);
  const bare = dates
    .reduce((text, date) => text.replace(date, " "), name)
    .replace(/[-_. ]*\s[-_. ]*/g, " ")
    .trim();
  return `${bare === "" ? name : bare}${ending}`;
}

function crmOf(source: string | undefined): CrmSystem | undefined {
  const name = source?.trim().toLowerCase();
  return crmSystems.find((crm) => crm.toLowerCase() === name);
}

/** Two different CRMs. Of a file nobody knows which system it is from, so that it may be any. */
export function areApart(one: string | undefined, other: string | undefined): boolean {
  const [a, b] = [crmOf(one), crmOf(other)];
  return a !== undefined && b !== undefined && a !== b;
}

/** What a record comes from once a file brings it again: a CRM is told rather than nothing or a file. */
export function sourceAfter(known: string | undefined, next: string): string {
  if (known === undefined || known.trim() === "") return next;
  return fileName.test(known.trim()) && crmOf(next) !== undefined ? next : known;
}

/** Where the records of one sheet come from, by their id. */
export type SourceOfIds = ReadonlyMap<string, string | undefined>;

/**
 * The id of a record in sheets that another system may have filled: its own, and with its source before it where the
 * same id is another system's record. The sheets are those in which the record may stand; once it is kept apart in one
 * of them, it stays so.
 */
export function idInSheets(
  id: string,
  source: string,
  sheets: readonly SourceOfIds[],
  isOther: (known: string | undefined) => boolean = (known) => areApart(known, source),
): string {
  const key = recordKey(id);
  const named = `${source}:${key}`;
  const having = sheets.filter((sheet) => sheet.has(key));
  if (having.some((sheet) => sheet.get(key) === source)) return id;
  if (sheets.some((sheet) => sheet.has(named))) return named;
  const isTaken = having.length > 0 && having.every((sheet) => isOther(sheet.get(key)));
  return isTaken ? named : id;
}
