import type { Moment } from "../../src/core/calendar/day.ts";
import type { SampleAccount } from "./accounts.ts";
import type { Spoilt } from "./dealRows.ts";
import { Random } from "./random.ts";
import { recordId } from "./recordId.ts";
import { flag, reportDate } from "./sampleFile.ts";
import { isSince, type Story } from "./story.ts";
import { sampleTruth } from "./truth.ts";

const accountHeader = [
  "Account ID",
  "Account Name",
  "Website",
  "Account Owner",
  "Industry",
  "Employees",
  "Annual Revenue",
  "Billing City",
  "Billing State/Province",
  "Billing Country",
  "Account Type",
  "Created Date",
  "Segment",
  "Region",
];

const contactHeader = [
  "Contact ID",
  "First Name",
  "Last Name",
  "Title",
  "Department",
  "Email",
  "Phone",
  "Account ID",
  "Contact Owner",
  "Email Opt Out",
  "Created Date",
];

const COPIES = 4_000_000;

export function accountRows(
  accounts: readonly SampleAccount[],
  stories: readonly Story[],
  now: Moment,
  dirty: boolean,
): { rows: string[][]; spoilt: Spoilt[] } {
  const customers = new Set(
    stories.filter((one) => one.won && one.closedAt <= now).map((one) => one.account.id),
  );
  const rows: string[][] = [accountHeader];
  const spoilt: Spoilt[] = [];
  accounts.forEach((account, index) => {
    const random = new Random(`dirt ${account.id}`);
    const noIndustry = dirty && random.chance(sampleTruth.dirt.missingIndustry);
    if (noIndustry) spoilt.push({ id: account.id, how: "missingIndustry" });
    const row = [
      account.id,
      account.name,
      `www.${account.domain}`,
      account.owner.name,
      noIndustry ? "" : account.industry,
      String(account.employees),
      String(account.revenue),
      account.city,
      account.state,
      account.country,
      customers.has(account.id) ? "Customer" : "Prospect",
      reportDate(account.created),
      account.segment,
      account.region,
    ];
    rows.push(row);
    if (!dirty || !random.chance(sampleTruth.dirt.duplicateAccount)) return;
    const id = recordId("account", COPIES + index);
    const name = `${account.name.toUpperCase()}, Inc.`;
    rows.push([id, name, account.domain, ...row.slice(3, 10), "Prospect", ...row.slice(11)]);
    spoilt.push({ id, how: "duplicateAccount" });
  });
  return { rows, spoilt };
}

export function contactRows(
  accounts: readonly SampleAccount[],
  dirty: boolean,
): { rows: string[][]; spoilt: Spoilt[] } {
  const rows: string[][] = [contactHeader];
  const spoilt: Spoilt[] = [];
  for (const account of accounts) {
    for (const contact of account.contacts) {
      const random = new Random(`dirt ${contact.id}`);
      const badEmail = dirty && random.chance(sampleTruth.dirt.badEmail);
      const badPhone = dirty && random.chance(sampleTruth.dirt.badPhone);
      if (badEmail) spoilt.push({ id: contact.id, how: "badEmail" });
      if (badPhone) spoilt.push({ id: contact.id, how: "badPhone" });
      rows.push([
        contact.id,
        contact.first,
        contact.last,
        contact.title,
        contact.department,
        badEmail ? contact.email.replace("@", " at ") : contact.email,
        badPhone ? "n/a 12" : contact.phone,
        account.id,
        account.owner.name,
        flag(random.chance(0.04)),
        reportDate(account.created),
      ]);
    }
  }
  return { rows, spoilt };
}

/** OpportunityContactRole of the data export. */
export function roleRows(stories: readonly Story[], now: Moment): string[][] {
  const rows: string[][] = [["OpportunityId", "ContactId", "Role", "IsPrimary", "Still Employed"]];
  for (const story of stories) {
    story.contacts.forEach(({ contact, role, since }, index) => {
      if (since > now) return;
      const left = role === "Champion" && isSince(story.championLeftSince, now);
      rows.push([story.id, contact.id, role, flag(index === 0), flag(!left)]);
    });
  }
  return rows;
}
