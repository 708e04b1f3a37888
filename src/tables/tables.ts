import type { Action } from "../core/actions/action.ts";
import type { Account } from "../core/customers/account.ts";
import type { Contact, OpportunityContact } from "../core/customers/contact.ts";
import type { Ticket } from "../core/customers/ticket.ts";
import type { Activity } from "../core/deals/activity.ts";
import type { Deal, DealChange, DealSnapshot } from "../core/deals/deal.ts";
import type { Product } from "../core/deals/product.ts";
import type { DuplicatePair, MergeProposal } from "../core/duplicates/duplicatePair.ts";
import type { CleanUpItem, QualityAudit } from "../core/hygiene/cleanUpItem.ts";
import type { Lead, LeadEvent } from "../core/leads/lead.ts";
import type { WinModelRow } from "../core/probability/modelRows.ts";
import type { Quota } from "../core/quota/quota.ts";
import type { Rep } from "../core/quota/rep.ts";
import type { TableData } from "./table.ts";
import type { WinOverride } from "./winOverrides.ts";

/** The workbook's CRM data as reports and metrics take it; a table without a sheet is undefined. */
export type Tables = {
  readonly opportunities?: TableData<Deal>;
  readonly opportunityHistory?: TableData<DealChange>;
  readonly snapshots?: TableData<DealSnapshot>;
  readonly activities?: TableData<Activity>;
  readonly accounts?: TableData<Account>;
  readonly contacts?: TableData<Contact>;
  readonly opportunityContacts?: TableData<OpportunityContact>;
  readonly leads?: TableData<Lead>;
  readonly leadEvents?: TableData<LeadEvent>;
  readonly tickets?: TableData<Ticket>;
  readonly products?: TableData<Product>;
  readonly reps?: TableData<Rep>;
  readonly quotas?: TableData<Quota>;
  readonly actions?: TableData<Action>;
  readonly duplicatePairs?: TableData<DuplicatePair>;
  readonly mergeProposals?: TableData<MergeProposal>;
  readonly cleanUpList?: TableData<CleanUpItem>;
  readonly qualityAudits?: TableData<QualityAudit>;
  readonly winModel?: TableData<WinModelRow>;
  readonly winOverrides?: TableData<WinOverride>;
};
