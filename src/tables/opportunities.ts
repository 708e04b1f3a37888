import type { Deal } from "../core/deals/deal.ts";
import { opportunityColumns } from "./opportunityColumns.ts";
import { opportunityProgress } from "./opportunityProgress.ts";
import { opportunityQualification } from "./opportunityQualification.ts";
import type { Table } from "./table.ts";

export const opportunities: Table<Deal> = {
  name: "opportunities",
  sheet: "Opportunities",
  about: "One row per deal, as the CRM has it.",
  key: ["opportunityId"],
  columns: [...opportunityColumns, ...opportunityProgress, ...opportunityQualification],
  mode: "upsert",
};
