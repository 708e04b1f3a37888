import type { Day } from "../calendar/day.ts";
import type { Account } from "../customers/account.ts";
import type { Contact } from "../customers/contact.ts";
import type { Lead } from "../leads/lead.ts";
import type { Severity } from "./rule.ts";

export type RecordContext = {
  readonly asOf: Day;
  readonly staleContactDays: number;
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

export const contactRules: readonly RecordRule<Contact>[] = [
  email,
  phone,
  {
    id: "stale_contact",
    label: "Contact stale",
    severity: "low",
    condition: ({ staleContactDays }) => `Last activity more than ${staleContactDays} days ago`,
    field: "lastActivity",
    find: ({ lastActivity }, { asOf, staleContactDays }) => {
      const days = lastActivity === undefined ? 0 : asOf - Math.floor(lastActivity);
      return days > staleContactDays ? `${days} days` : undefined;
    },
    action: "Check whether the person is still there",
  },
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
  {
    id: "stale_account",
    label: "Account stale",
    severity: "low",
    condition: ({ staleContactDays }) => `Last activity more than ${staleContactDays} days ago`,
    field: "lastActivity",
    find: ({ lastActivity }, { asOf, staleContactDays }) => {
      const days = lastActivity === undefined ? 0 : asOf - Math.floor(lastActivity);
      return days > staleContactDays ? `${days} days` : undefined;
    },
    action: "Review or archive the account",
  },
];
