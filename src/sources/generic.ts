import type { Cell } from "../tables/reading/cell.ts";
import { cellText, firstFilled, fullName } from "./cellText.ts";
import { outcomeFrom } from "./dealOutcome.ts";
import type { DerivedColumn, Source, SourceTable } from "./source.ts";

/** A column headed as one of millions, such as `deal_size_usd_m`: 45.5 is 45,500,000. */
const millions = (cell: Cell): Cell => {
  const value = typeof cell === "string" && cell.trim() !== "" ? Number(cell) : cell;
  return typeof value === "number" && Number.isFinite(value) ? value * 1e6 : cell;
};

/** Of minutes; what is no number is left for the column's reading to tell. */
const seconds = (cell: Cell): Cell => {
  const value = typeof cell === "string" && cell.trim() !== "" ? Number(cell) : cell;
  return typeof value === "number" && Number.isFinite(value) ? value * 60 : cell;
};

/** When a deal closed may stand beside when it is to close, which is all that is known of an open one. */
const closing: DerivedColumn = {
  field: "closeDate",
  from: [
    ...["Closed Date", "Actual Close Date", "Date Closed", "Closed At", "Closed On"],
    ...["Won Date", "Date Won", "Won At", "Lost Date", "Date Lost", "Lost At", "Close Date"],
    ...["Expected Close Date", "Estimated Close Date", "Forecast Close Date", "Expected Close"],
  ],
  some: true,
  make: firstFilled,
  note: "Close dates are those on which deals closed, and of the others the expected ones.",
};

/** Names that home-made tables use, where one of them says the thing better than another. */
const genericTables: readonly SourceTable[] = [
  {
    table: "opportunities",
    headings: {
      opportunityId: ["Opportunity ID", "Deal ID", "Opportunity Number", "Record ID", "ID"],
      accountName: ["Account Name", "Account", "Company Name", "Company", "Customer"],
      owner: ["Owner", "Deal Owner", "Sales Agent", "Sales Rep", "Assigned Rep"],
      stage: [
        "Stage",
        "Deal Stage",
        "Stage Name",
        "Opportunity Stage",
        "Sales Stage",
        "Current Stage",
        "Status Label",
        "Phase",
        "Status",
        "Deal Status",
        "Deal Outcome",
      ],
      closeDate: ["Close Date", "Closed Date", "Expected Close Date", "Won Date"],
      createdDate: ["Created Date", "Create Date", "Created", "Engage Date", "Date Sourced"],
      stageEntered: ["Stage Entered", "Date Entered", "Stage Date", "Last Stage Date"],
      region: ["Region", "Regional Office", "Territory Region"],
      type: ["Type", "Deal Type"],
      leadSource: ["Lead Source", "Source", "Origin"],
    },
    ignored: ["First Stage Date", "Stages Reached"],
    derived: [
      ...["Deal Size USD M", "Deal Size M", "Deal Size USD MM", "Deal Size MM"]
        .concat(["Amount USD M", "Amount M"])
        .map((heading) => ({
          field: "amount",
          from: [heading],
          make: millions,
          note: "Amounts were taken from a column in millions.",
        })),
      closing,
      ...outcomeFrom([
        "Status",
        "Deal Status",
        "Opportunity Status",
        "Status Type",
        "Current State",
        "Opportunity State",
        "Outcome",
        "Deal Outcome",
      ]),
    ],
  },
  {
    table: "opportunityHistory",
    headings: {
      opportunityId: ["Opportunity ID", "Deal ID"],
      changedAt: [
        "Changed At",
        "Stage Date",
        "Date Entered",
        "Edit Date",
        "Timestamp",
        "Created Date",
      ],
      toValue: [
        "To Value",
        "New Value",
        "To Stage",
        "New Stage",
        "New Stage ID",
        "Stage",
        "Stage Name",
        "Value",
      ],
      fromValue: ["From Value", "Old Value", "From Stage", "Old Stage", "Old Stage ID"],
      field: ["Field", "Field / Event"],
    },
    ignored: ["Stage Order", "Days In Stage"],
    derived: [
      { field: "field", from: [], make: () => "stage" },
      { field: "source", from: [], make: () => "history" },
    ],
  },
  {
    table: "accounts",
    headings: {
      accountId: ["Account ID", "Company ID", "Customer ID", "ID"],
      accountName: ["Account Name", "Account", "Company Name", "Company", "Name"],
      industry: ["Industry", "Sector"],
      annualRevenue: ["Annual Revenue", "Revenue"],
      country: ["Country", "Office Location"],
      createdDate: ["Created Date", "Signup Date"],
      source: ["Source", "Referral Source"],
      parentId: ["Parent ID", "Subsidiary Of"],
    },
  },
  {
    table: "reps",
    headings: {
      repId: ["Rep ID", "User ID", "Employee ID", "ID", "Sales Agent", "Sales Rep", "Rep"],
      name: ["Name", "Rep Name", "Full Name"],
      manager: ["Manager", "Manager ID", "Manager Name"],
      region: ["Region", "Regional Office", "Territory"],
    },
    derived: [
      { field: "name", from: ["First Name", "Last Name"], make: fullName },
      // Where a name is all there is, it is the rep's id as well.
      ...["Sales Agent", "Sales Rep", "Rep"].map((heading) => ({
        field: "name",
        from: [heading],
        make: (cell: Cell) => cell,
      })),
    ],
  },
  {
    table: "products",
    headings: {
      productId: ["Product ID", "Product Code", "SKU", "ID"],
      productName: ["Product Name", "Product", "Name"],
      family: ["Family", "Product Family", "Series", "Category"],
      listPrice: ["List Price", "Sales Price", "Unit Price", "Price"],
    },
  },
  {
    table: "tickets",
    headings: {
      ticketId: ["Ticket ID", "Case ID", "ID"],
      opened: ["Opened", "Submitted At", "Created At", "Created Date"],
      closed: ["Closed", "Closed At", "Resolved At", "Closed Date"],
      csat: ["CSAT", "Satisfaction Score"],
      escalated: ["Escalated", "Escalation Flag"],
    },
  },
  {
    table: "quotas",
    headings: {
      repId: ["Rep ID", "User ID", "Employee ID", "Rep", "Owner", "Sales Agent", "Name"],
      periodStart: [
        ...["Period Start", "Start Date", "Quota Start Date", "Quota Date", "Month", "Quarter"],
        ...["Period", "Fiscal Quarter", "Fiscal Period", "Quota Period"],
      ],
      quotaAmount: ["Quota Amount", "Quota", "Sales Quota", "Target"],
    },
    derived: ["Quarter", "Fiscal Quarter", "Month"].flatMap((part) =>
      ["Year", "Fiscal Year"].map((year) => ({
        field: "periodStart",
        from: [year, part],
        make: (of: Cell, cell: Cell) => periodOfYear(of, cell, part === "Month" ? "" : "Q"),
      })),
    ),
  },
  {
    table: "activities",
    headings: {},
    derived: ["Duration Mins", "Duration Min", "Duration Minutes", "Duration (minutes)"].map(
      (heading) => ({ field: "durationSeconds", from: [heading], make: seconds }),
    ),
  },
  {
    table: "leads",
    headings: {
      leadId: ["Lead ID", "ID"],
      status: ["Status", "Lead Status"],
      source: ["Lead Source", "Source"],
    },
  },
];

/** Any table with headings a CRM user would recognise. */
export const generic: Source = {
  name: "generic",
  label: "Table with CRM headings",
  system: undefined,
  marks: [],
  marksNeeded: 0,
  stagePreset: undefined,
  tables: genericTables,
};

/** `2025-Q1` from a year and a quarter, `2025-3` from a year and a month; a part that says its year itself stays. */
function periodOfYear(year: Cell, part: Cell, sign: "Q" | ""): Cell {
  const [whole, text] = [cellText(year).replace(/^FY ?/i, ""), cellText(part)];
  if (/^\d{1,2}$/.test(text)) return `${whole}-${sign}${text}`;
  return whole === "" || /\d\d/.test(text) ? part : `${text} ${whole}`;
}
