import { hubspotTables } from "./hubspot.ts";
import { salesforceTables } from "./salesforceExport.ts";
import type { Source } from "./source.ts";

const copied = /^_fivetran_(synced|active|deleted|start|end)$/i;
const snake = /^[a-z]+(_[a-z0-9]+)+$/;

/** Salesforce objects as a warehouse holds them: the API names in snake case. */
export const warehouseSalesforce: Source = {
  name: "warehouse",
  label: "Warehouse table of Salesforce data",
  system: "Salesforce",
  marks: [
    copied,
    /^(stage_name|owner_id|account_id|what_id|who_id|record_type_id|user_role_id|opportunity_id)$/,
    /^(is_deleted|system_modstamp|created_by_id|last_modified_by_id|master_record_id)$/,
    /^(forecast_category_name|is_won|last_activity_date|close_date|billing_state|task_subtype|lead_source)$/,
    /^(profile_id|manager_id|time_zone_sid_key|product_code|photo_url|jigsaw_company_id)$/,
    /^\w+_c$/,
  ],
  marksNeeded: 3,
  stagePreset: "salesforce",
  tables: salesforceTables.map((table) =>
    table.table === "opportunityHistory"
      ? {
          ...table,
          headings: {
            ...table.headings,
            // In history mode the deal's own id stays in every version, valid from its start.
            opportunityId: ["opportunity_id", "id"],
            historyId: ["history_id"],
            changedAt: ["_fivetran_start", "created_date"],
          },
        }
      : table,
  ),
};

/** HubSpot objects as a warehouse holds them: internal names behind `property_`. */
export const warehouseHubspot: Source = {
  name: "warehouse",
  label: "Warehouse table of HubSpot data",
  system: "HubSpot",
  marks: [
    copied,
    /^property_\w+/,
    /^(deal_id|deal_pipeline_id|deal_pipeline_stage_id|portal_id|engagement_id|owner_id|contact_id)$/,
    /^(active_user_id|primary_team_id|meeting_outcome|property_hs_\w+)$/,
  ],
  marksNeeded: 2,
  stagePreset: "hubspot",
  tables: hubspotTables,
};

/** True when all headings are in snake case, as warehouses write them. */
export function isSnakeCase(headings: readonly string[]): boolean {
  const named = headings.filter((heading) => heading !== "");
  return (
    named.length > 0 &&
    named.every(
      (heading) =>
        copied.test(heading) ||
        snake.test(heading) ||
        /^[a-z0-9]+$/.test(heading) ||
        /^property_/.test(heading),
    )
  );
}
