import type { Day, Moment } from "../calendar/day.ts";
import type { Account } from "../customers/account.ts";
import type { Contact } from "../customers/contact.ts";
import type { Lead } from "../leads/lead.ts";
import type { Severity } from "./rule.ts";

export type RecordContext = {
  readonly asOf: Day;
  readonly staleContactDays: number;
  /** Who has been silent for longer is archived. */
  readonly archiveDays: number;
};

/** One thing that can be wrong with a lead, contact or account. */
export type RecordRule<Row> = {
  readonly id: string;
  readonly label: string;
  readonly severity: Severity;
  readonly condition: (context: RecordContext) => string;
  /** Without this column the rule cannot be checked. */
  readonly field: keyof Row & string;
  readonly find: (row: Row, context: RecordContext) => string | undefined;
  readonly action: string;
};

const EMAIL = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;.]+$/;

/** The text when it is filled and no e-mail address. */
export function badEmail(email: string | undefined): string | undefined {
  const text = (email ?? "").trim();
  return text === "" || EMAIL.test(text) ? undefined : text;
}

/** The text when it is filled and has fewer than 10 or more than 15 digits, an extension aside. */
export function badPhone(phone: string | undefined): string | undefined {
  const text = (phone ?? "").trim();
  const digits = text.replace(/\s*(?:x|ext\.?)\s*\d+$/i, "").replace(/\D/g, "").length;
  return text === "" || (digits >= 10 && digits <= 15) ? undefined : text;
}

type Reachable = { readonly email?: string; readonly phone?: string };

const email = {
  id: "bad_email",
  label: "E-mail address not valid",
  severity: "medium",
  condition: () => "E-mail filled and not of the form name@domain.tld",
  field: "email",
  find: (row: Reachable) => badEmail(row.email),
  action: "Correct the address",
} as const;

const phone = {
  id: "bad_phone",
  label: "Phone number not valid",
  severity: "low",
  condition: () => "Phone filled with fewer than 10 or more than 15 digits",
  field: "phone",
  find: (row: Reachable) => badPhone(row.phone),
  action: "Correct the number",
} as const;

const employees = {
  id: "bad_employees",
  label: "Employees below 1",
  severity: "low",
  condition: () => "Employees filled and below 1",
  field: "employees",
  find: (row: { readonly employees?: number }) =>
    row.employees !== undefined && row.employees < 1 ? String(row.employees) : undefined,
  action: "Correct the number",
} as const;

const negative = (amount: number | undefined) =>
  amount !== undefined && amount < 0 ? String(amount) : undefined;

type Seen = { readonly lastActivity?: Moment };

/** Whole days since the last activity; undefined where none is known. */
export const silentDays = ({ lastActivity }: Seen, asOf: Day): number | undefined =>
  lastActivity === undefined ? undefined : asOf - Math.floor(lastActivity);

/** Silent for long, but not yet to be archived. */
const stale = <Id extends string>(id: Id, label: string, action: string) =>
  ({
    id,
    label,
    severity: "low",
    condition: ({ staleContactDays, archiveDays }: RecordContext) =>
      `Last activity more than ${staleContactDays} and at most ${archiveDays} days ago`,
    field: "lastActivity",
    find: (row: Seen, { asOf, staleContactDays, archiveDays }: RecordContext) => {
      const days = silentDays(row, asOf) ?? 0;
      return days > staleContactDays && days <= archiveDays ? `${days} days` : undefined;
    },
    action,
  }) as const;

const archive = {
  id: "stale_archive",
  label: "To be archived",
  severity: "low",
  condition: ({ archiveDays }: RecordContext) => `Last activity more than ${archiveDays} days ago`,
  field: "lastActivity",
  find: (row: Seen & { readonly converted?: boolean }, { asOf, archiveDays }: RecordContext) => {
    const days = silentDays(row, asOf) ?? 0;
    return days > archiveDays && row.converted !== true ? `${days} days` : undefined;
  },
  action: "Archive it, unless a deal is open",
} as const;

const UNBOUNCED = new Set(["", "0", "no", "none", "never", "false"]);

const bounced = {
  id: "bad_delivery",
  label: "E-mail bounced",
  severity: "medium",
  condition: () => "The CRM notes that mail to the address came back",
  field: "bounced",
  find: ({ bounced: text = "" }: { readonly bounced?: string }) =>
    UNBOUNCED.has(text.trim().toLowerCase()) ? undefined : text.trim(),
  action: "Find the person's present address",
} as const;

export const contactRules: readonly RecordRule<Contact>[] = [
  email,
  phone,
  bounced,
  stale("stale_contact", "Contact stale", "Check whether the person is still there"),
  archive,
];

export const leadRules: readonly RecordRule<Lead>[] = [
  email,
  phone,
  employees,
  {
    id: "bad_revenue",
    label: "Revenue below 0",
    severity: "low",
    condition: () => "Revenue filled and below 0",
    field: "revenue",
    find: ({ revenue }) => negative(revenue),
    action: "Correct the revenue",
  },
  {
    id: "bad_website",
    label: "Website not valid",
    severity: "low",
    condition: () => "Website filled and without a dot, or with a space in it",
    field: "website",
    find: ({ website }) => {
      const text = (website ?? "").trim();
      return text === "" || /^\S+\.\S+$/.test(text) ? undefined : text;
    },
    action: "Correct the website",
  },
  bounced,
  archive,
];

export const accountRules: readonly RecordRule<Account>[] = [
  phone,
  employees,
  {
    id: "bad_revenue",
    label: "Revenue below 0",
    severity: "low",
    condition: () => "Annual revenue filled and below 0",
    field: "annualRevenue",
    find: ({ annualRevenue }) => negative(annualRevenue),
    action: "Correct the revenue",
  },
  stale("stale_account", "Account stale", "Check whether anybody is still working on it"),
  archive,
];
