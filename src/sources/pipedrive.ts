import type { Cell } from "../tables/reading/cell.ts";
import { isBlank } from "../tables/reading/cell.ts";
import { outcomeFrom } from "./dealOutcome.ts";
import type { Source } from "./source.ts";

/** The day a deal was won or lost; an open one's expected close date. */
const decided = (wonTime: Cell, lostTime: Cell, expected: Cell) =>
  isBlank(wonTime) ? (isBlank(lostTime) ? expected : lostTime) : wonTime;

/** Pipedrive heads each column `Object - Field`, or the field alone when a list of one object is exported. */
export const pipedrive: Source = {
  name: "pipedrive",
  label: "Pipedrive export",
  system: "Pipedrive",
  marks: [
    /^(Deal|Person|Organi[sz]ation|Activity|Lead|Trato|Affaire|Neg[oó]cio) - ./i,
    /^(Deal|Person|Organi[sz]ation|Activity|Trato|Affaire|Neg[oó]cio) - (Tit\w+|Título|Name|Subject|Owner|Val\w+|Wert|ID|Type)$/i,
    /^(Won time|Lost time|Deal closed on)$/,
    /^(Deal created|Add time|Update time|Last stage change|Stage change date)$/,
    /^(Currency of value|Weighted value|Pipedrive System ID|Done activities)$/i,
    /^(Expected close date|Next activity date|Last activity date|Lost reason)$/,
  ],
  marksNeeded: 2,
  stagePreset: "pipedrive",
  tables: [
    {
      table: "opportunities",
      headings: {
        opportunityId: [
          "Deal - ID",
          "Deal ID",
          "ID",
          "Deal - Pipedrive System ID",
          "Pipedrive System ID",
        ],
        opportunityName: ["Deal - Title", "Title"],
        accountId: ["Organization - ID", "Organization ID"],
        accountName: [
          "Deal - Organization",
          "Deal - Organisation",
          "Organization - Name",
          "Organization",
        ],
        owner: ["Deal - Owner", "Owner"],
        pipeline: ["Deal - Pipeline", "Pipeline"],
        stage: ["Deal - Stage", "Deal - Stage (pipeline)", "Stage"],
        amount: ["Deal - Value", "Value"],
        currency: [
          "Deal - Currency of Value",
          "Deal - Value currency",
          "Deal - Currency",
          "Currency of Value",
          "Currency",
        ],
        probability: ["Deal - Probability", "Probability"],
        expectedRevenue: ["Deal - Weighted value", "Weighted value"],
        closeDate: ["Deal - Expected close date", "Expected close date"],
        createdDate: ["Deal - Deal created", "Deal created", "Add time", "Deal - Creation date"],
        stageEntered: ["Deal - Last stage change", "Last stage change", "Stage change date"],
        lastModified: ["Deal - Update time", "Update time"],
        lastActivity: ["Deal - Last activity date", "Last activity date"],
        nextActivity: ["Deal - Next activity date", "Next activity date"],
        activityCount: ["Deal - Done activities", "Deal - Total activities", "Done activities"],
        lossReason: ["Deal - Lost reason", "Deal - Loss reason", "Lost reason"],
        leadSource: ["Deal - Source channel", "Deal - Lead source", "Source channel"],
      },
      ignored: [
        "Deal - Status",
        "Status",
        "Deal - Won time",
        "Deal - Lost time",
        "Won time",
        "Lost time",
        "Deal - Deal closed on",
        "Closed on",
      ],
      derived: [
        ...outcomeFrom(["Deal - Status", "Status"]),
        {
          field: "closeDate",
          from: ["Deal - Won time", "Deal - Lost time", "Deal - Expected close date"],
          make: decided,
          note: "Close dates of won and lost deals are Pipedrive's won and lost times.",
        },
        {
          field: "closeDate",
          from: ["Won time", "Lost time", "Expected close date"],
          make: decided,
        },
      ],
    },
    {
      table: "accounts",
      headings: {
        accountId: ["Organization - ID", "ID"],
        accountName: ["Organization - Name", "Name"],
        owner: ["Organization - Owner", "Owner"],
        createdDate: ["Organization - Organization created", "Organization created"],
        openDeals: ["Organization - Open deals", "Open deals"],
      },
    },
    {
      table: "contacts",
      headings: {
        contactId: ["Person - ID", "ID"],
        email: ["Person - Email", "Person - Email - Work", "Email"],
        phone: ["Person - Phone", "Person - Phone - Work", "Phone"],
        accountId: ["Organization - ID", "Person - Organization", "Organization"],
        owner: ["Person - Owner", "Owner"],
      },
    },
    {
      table: "activities",
      headings: {
        activityId: ["Activity - ID", "ID"],
        date: ["Activity - Due date", "Due date"],
        type: ["Activity - Type", "Type"],
        subject: ["Activity - Subject", "Subject"],
        owner: ["Activity - Assigned to user", "Assigned to user"],
        opportunityId: ["Deal - ID", "Activity - Deal ID", "Deal"],
        status: ["Activity - Status", "Activity - Done", "Done"],
      },
    },
  ],
};
