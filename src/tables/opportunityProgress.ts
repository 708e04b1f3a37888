import type { Deal } from "../core/deals/deal.ts";
import { columnsOf } from "./columnsOf.ts";
import type { Column } from "./table.ts";

const { text, choice, number, datetime, boolean } = columnsOf<Deal>();

/** Where a deal came from, what was done on it lately and how it ended. */
export const opportunityProgress: readonly Column<Deal>[] = [
  choice(
    "type",
    "Type",
    "recommended",
    "New business, renewal, expansion.",
    "Opportunity Type; Deal Type; dealtype",
  ),
  text(
    "leadSource",
    "Lead Source",
    "recommended",
    "Where it came from.",
    "Original Traffic Source; Original Source; hs_analytics_source; Opportunity Source; Deal Source | origin; Source; referral_source; Route To Market; Channel",
  ),
  text(
    "campaign",
    "Campaign",
    "optional",
    "The campaign it is credited to.",
    "Primary Campaign Source; Campaign Name | CampaignId",
  ),
  text(
    "nextStep",
    "Next Step",
    "recommended",
    "What happens next.",
    "Next Steps; Opportunity Next Steps; hs_next_step; Next Action; Next Steps & Progress Summary",
  ),
  datetime(
    "lastActivity",
    "Last Activity",
    "recommended",
    "When anything was last done.",
    "LastActivityDate; notes_last_updated; Last Activity Time; Last Activity At; Date of last activity; Last Interaction; Last Interaction > Date",
  ),
  datetime(
    "lastContacted",
    "Last Contacted",
    "optional",
    "When the buyer was last spoken to.",
    "notes_last_contacted; Last Contact; Last Contact Date; Last Contacted At; Last Contacted Time",
  ),
  datetime(
    "nextActivity",
    "Next Activity",
    "optional",
    "When the next activity is planned.",
    "Next Activity Date; notes_next_activity_date; Next Meeting Date",
  ),
  boolean(
    "hasOverdueTask",
    "Has Overdue Task",
    "optional",
    "A task of the deal is overdue.",
    "HasOverdueTask",
  ),
  number(
    "activityCount",
    "Activity Count",
    "optional",
    "How many activities it has.",
    "Number of Sales Activities; num_notes; Activities; Number of Activities; Interaction Count",
    [0, 1e6],
  ),
  number(
    "contactCount",
    "Contact Count",
    "optional",
    "How many contacts it has.",
    "Number of Associated Contacts; num_associated_contacts; Contacts; Number of Contacts",
    [0, 1e6],
  ),
  number(
    "pushCount",
    "Push Count",
    "optional",
    "How often the close date moved later.",
    "PushCount; Times Pushed",
    [0, 1e6],
  ),
  datetime(
    "lastModified",
    "Last Modified",
    "recommended",
    "When the record last changed.",
    "LastModifiedDate; hs_lastmodifieddate; Modified Time; Updated At; Last Modified Time; Modified Date; Last Updated; Modified On; Date Modified; Date Updated; Last Modified At; Last Updated Timestamp | SystemModstamp",
  ),
  text(
    "fiscalPeriod",
    "Fiscal Period",
    "optional",
    "The CRM's own fiscal period.",
    "Fiscal | FiscalQuarter; FiscalYear",
  ),
  number(
    "ageDays",
    "Age Days",
    "optional",
    "The CRM's own age in days.",
    "Age; AgeInDays; Days to close; days_to_close; Age in Days; days_in_pipeline",
    [-1e5, 1e5],
  ),
  choice(
    "lossReason",
    "Loss Reason",
    "recommended",
    "Why it was lost.",
    "Closed lost reason; Lost Reason; Reason Lost; Reason for Loss; Reason Passed; Pass Reason | DisqualifiedReason; Discarded/Nurturing Reason; reason_code",
  ),
  text(
    "winReason",
    "Win Reason",
    "optional",
    "Why it was won.",
    "Closed won reason; Won Reason; Reason Won",
  ),
  text(
    "competitor",
    "Competitor",
    "recommended",
    "Who else is in it.",
    "Main Competitor(s); MainCompetitors__c; Competitors; Primary Competitor; Main Competitor",
  ),
];
