import { dynamics } from "./dynamics.ts";
import { generic } from "./generic.ts";
import { hubspot } from "./hubspot.ts";
import { odoo } from "./odoo.ts";
import { pipedrive } from "./pipedrive.ts";
import { salesforceExport } from "./salesforceExport.ts";
import { salesforceReport } from "./salesforceReport.ts";
import type { Source } from "./source.ts";
import { warehouseHubspot, warehouseSalesforce } from "./warehouse.ts";
import { zoho } from "./zoho.ts";

/** Kinds of export, the most specific first; of two with equally many marks the earlier one is taken. */
export const sources: readonly Source[] = [
  warehouseSalesforce,
  warehouseHubspot,
  zoho,
  pipedrive,
  dynamics,
  odoo,
  salesforceExport,
  salesforceReport,
  hubspot,
  generic,
];
