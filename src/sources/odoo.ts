import { firstFilled } from "./cellText.ts";
import type { Source } from "./source.ts";

/** Odoo heads its columns by their labels, or by technical names where an export is to be imported again. */
export const odoo: Source = {
  name: "odoo",
  label: "Odoo export",
  system: "Odoo",
  marks: [
    /^(Expected Closing|date_deadline)$/i,
    /^(Salesperson|user_id)(\/\w+)?$/i,
    /^(Sales Team|team_id)(\/\w+)?$/i,
    /^(Expected Revenue|Prorated Revenue|expected_revenue|prorated_revenue)$/i,
    /^(stage_id|partner_id)(\/\w+)?$/,
  ],
  marksNeeded: 3,
  stagePreset: undefined,
  tables: [
    {
      table: "opportunities",
      headings: {
        opportunityId: ["External ID", "ID"],
        opportunityName: ["Opportunity", "Name"],
        accountName: ["Customer", "Company Name", "partner_id/name", "partner_name", "partner_id"],
        owner: ["Salesperson", "Salesperson/Name", "user_id/name", "user_id"],
        team: ["Sales Team", "Sales Team/Name", "team_id/name", "team_id"],
        stage: ["Stage", "Stage/Name", "stage_id/name", "stage_id"],
        // Odoo's expected revenue is what the deal is worth; weighted it is called prorated.
        amount: ["Expected Revenue"],
        expectedRevenue: ["Prorated Revenue"],
        closeDate: ["Expected Closing", "date_deadline"],
        createdDate: ["Created on", "create_date"],
        stageEntered: ["Last Stage Update", "date_last_stage_update"],
        lastModified: ["Last Updated on", "write_date"],
        lossReason: ["Lost Reason", "lost_reason_id"],
        campaign: ["Campaign", "campaign_id"],
        leadSource: ["Source", "source_id"],
      },
      ignored: ["Closed Date"],
      derived: [
        {
          field: "closeDate",
          from: ["Closed Date", "Expected Closing"],
          make: firstFilled,
          note: "Close dates of closed deals are Odoo's closed dates.",
        },
      ],
    },
  ],
};
