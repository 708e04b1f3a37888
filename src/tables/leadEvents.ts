import type { LeadEvent } from "../core/leads/lead.ts";
import { columnsOf } from "./columnsOf.ts";
import type { Table } from "./table.ts";

const { id, text, choice, number, datetime } = columnsOf<LeadEvent>();

export const leadEvents: Table<LeadEvent> = {
  name: "leadEvents",
  sheet: "Lead Events",
  about: "What leads did: visits, downloads, replies.",
  key: ["leadId", "event", "eventDate", "source"],
  repeats: true,
  columns: [
    id("leadId", "Lead ID", "key", "The lead.", "Lead; Contact ID; LEADID; Record ID; Prospect ID"),
    choice(
      "event",
      "Event",
      "key",
      "What happened, in the words of the scoring rules.",
      "Event Name; Event Type; Activity; Activity Type; Action",
    ),
    datetime(
      "eventDate",
      "Event Date",
      "key",
      "When it happened.",
      "Date; Timestamp; Occurred At; Activity Date; Event Time; Created At",
    ),
    number("count", "Count", "optional", "How often; blank is once.", "Quantity; Times", [0, 1e9]),
    text("source", "Source", "optional", "Where it is known from.", "Event Source; Channel"),
  ],
  mode: "upsert",
};
