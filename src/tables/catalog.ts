import { accountSupport } from "./accountSupport.ts";
import { accounts } from "./accounts.ts";
import { actions } from "./actions.ts";
import { activities } from "./activities.ts";
import { alerts } from "./alerts.ts";
import { cleanUpList } from "./cleanUpList.ts";
import { contacts } from "./contacts.ts";
import { duplicatePairs } from "./duplicatePairs.ts";
import { forecastLog } from "./forecastLog.ts";
import { forecastSubmissions } from "./forecastSubmissions.ts";
import { importIssues } from "./importIssues.ts";
import { importLog } from "./importLog.ts";
import { importMapping } from "./importMapping.ts";
import { interviews } from "./interviews.ts";
import { leadEvents } from "./leadEvents.ts";
import { leads } from "./leads.ts";
import { mergeProposals } from "./mergeProposals.ts";
import { opportunities } from "./opportunities.ts";
import { opportunityContacts } from "./opportunityContacts.ts";
import { opportunityHistory } from "./opportunityHistory.ts";
import { products } from "./products.ts";
import { qualification } from "./qualification.ts";
import { qualityAudits } from "./qualityAudits.ts";
import { quotas } from "./quotas.ts";
import { reps } from "./reps.ts";
import { riskModel } from "./riskModel.ts";
import { snapshots } from "./snapshots.ts";
import type { Table } from "./table.ts";
import { tickets } from "./tickets.ts";
import { winModel } from "./winModel.ts";
import { winOverrides } from "./winOverrides.ts";

/** A table whose rows are looked at field by field. */
// biome-ignore lint/suspicious/noExplicitAny: a list of tables has no one row type, and `unknown` would allow no field.
export type AnyTable = Table<any>;

/** Every CRM table an import can fill, in the order in which they are shown. */
export const crmTables: readonly AnyTable[] = [
  opportunities,
  opportunityHistory,
  activities,
  accounts,
  contacts,
  opportunityContacts,
  leads,
  leadEvents,
  tickets,
  products,
  reps,
  quotas,
];

/** All tables of a workbook, those included that the add-on alone writes. */
export const tables: readonly AnyTable[] = [
  opportunities,
  opportunityHistory,
  snapshots,
  activities,
  accounts,
  contacts,
  opportunityContacts,
  leads,
  leadEvents,
  tickets,
  products,
  reps,
  quotas,
  actions,
  alerts,
  duplicatePairs,
  mergeProposals,
  cleanUpList,
  qualityAudits,
  interviews,
  accountSupport,
  winOverrides,
  forecastSubmissions,
  qualification,
  winModel,
  riskModel,
  forecastLog,
  importLog,
  importIssues,
  importMapping,
];
