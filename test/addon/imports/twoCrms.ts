import type { FileCell } from "../../../src/addon/calls/requests.ts";

type Rows = readonly (readonly FileCell[])[];
type Export = readonly [file: string, rows: Rows];

/** The lines of a file none of whose cells holds a comma. */
const csv = (text: string): Rows =>
  text
    .trim()
    .split("\n")
    .map((line) => line.trim().split(","));

/**
 * One invented company in two CRMs. Northwind and Quarry stand in both, with another phone, size and industry; Ana Roth
 * too, with another title and phone; so does Northwind's renewal, with another amount and close date. The id 1001 is
 * Northwind in Salesforce and Tern in HubSpot; the deal 7001 is Northwind's renewal there, Tern's pilot here.
 */
export const salesforceFiles: readonly Export[] = [
  [
    "Account.csv",
    csv(`
      Id,Name,Website,Phone,NumberOfEmployees,Industry,BillingCountry,OwnerId,LastActivityDate,CreatedDate
      1001,Northwind Traders Inc.,https://www.northwind.example,+1 206 555 0100,250,Retail,US,Ada Okafor,2026-01-10,2024-03-01T09:00:00.000Z
      1002,Quarry Steel,quarry-steel.example,+1 412 555 0200,900,Manufacturing,US,Ada Okafor,2026-01-20,2023-05-01T09:00:00.000Z
      1003,Reed Software,reed.example,+1 650 555 0300,40,Software,US,Bruno Keller,2026-01-05,2025-05-01T09:00:00.000Z
    `),
  ],
  [
    "Contact.csv",
    csv(`
      Id,FirstName,LastName,Email,Phone,Title,AccountId,OwnerId,HasOptedOutOfEmail,LastActivityDate
      2001,Ana,Roth,ana.roth@northwind.example,+1 206 555 0101,CFO,1001,Ada Okafor,false,2026-01-10
      2002,Ben,Sato,ben@quarry-steel.example,+1 412 555 0201,Buyer,1002,Ada Okafor,false,2026-01-20
    `),
  ],
  [
    "Opportunity.csv",
    csv(`
      Id,Name,AccountId,StageName,Amount,CurrencyIsoCode,CloseDate,OwnerId,CreatedDate,LastActivityDate
      7001,Northwind renewal 2026,1001,Proposal/Price Quote,50000,USD,2026-03-31,Ada Okafor,2025-10-01T09:00:00.000Z,2026-01-10
      7002,Reed new platform,1003,Qualification,12000,USD,2026-03-15,Bruno Keller,2025-11-01T09:00:00.000Z,2026-01-05
    `),
  ],
];

export const hubspotFiles: readonly Export[] = [
  [
    "hubspot-companies.csv",
    csv(`
      Record ID,Company name,Company Domain Name,Phone Number,Number of Employees,Industry,Country/Region,Company owner,Last Activity Date,Create Date
      1001,Tern Airlines,tern.example,+1 503 555 0400,5000,Airlines,US,Chiara Rossi,2026-01-28,2025-02-01 09:00
      9002,Northwind Traders,northwind.example,+1 206 555 0177,300,Retail,US,Ada Okafor,2026-01-25,2025-02-01 09:00
      9003,Quarry Steel,quarry-steel.example,(412) 555-0200,900,Metals,US,Ada Okafor,2026-01-02,2025-02-01 09:00
    `),
  ],
  [
    "hubspot-contacts.csv",
    csv(`
      Record ID,First Name,Last Name,Email,Phone Number,Job Title,Primary Associated Company ID,Contact owner,Unsubscribed from all email,Last Activity Date
      8001,Ana,Roth,Ana.Roth@northwind.example,+1 206 555 0101,Chief Financial Officer,9002,Ada Okafor,true,2026-01-25
      8002,Cleo,Tan,cleo@tern.example,+1 503 555 0401,COO,1001,Chiara Rossi,false,2026-01-28
    `),
  ],
  [
    "hubspot-deals.csv",
    csv(`
      Record ID,Deal Name,Associated Company IDs (Primary),Deal Stage,Amount,Currency,Close Date,Deal owner,Create Date,Last Activity Date
      7001,Tern pilot,1001,Appointment Scheduled,8000,USD,2026-03-20 00:00,Chiara Rossi,2026-01-15 09:00,2026-01-28
      7009,Northwind Renewal 2026,9002,Contract Sent,55000,USD,2026-04-15 00:00,Ada Okafor,2025-10-02 09:00,2026-01-25
    `),
  ],
];
