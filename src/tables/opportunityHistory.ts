import type { DealChange } from "../core/deals/deal.ts";
import { columnsOf } from "./columnsOf.ts";
import type { Table } from "./table.ts";

const { id, text, choice, money, fraction, date, datetime } = columnsOf<DealChange>();

export const opportunityHistory: Table<DealChange> = {
  name: "opportunityHistory",
  sheet: "Opportunity History",
  about: "One row per change of a deal.",
  key: ["opportunityId", "changedAt", "field", "toValue"],
  ownId: "historyId",
  columns: [
    id(
      "opportunityId",
      "Opportunity ID",
      "key",
      "The deal that changed.",
      "OpportunityId; Opportunity.External_Id__c; Opp ID; Opportunity Ext ID; Opportunity External ID; Deal ID; Opportunity__c; dealId; Potential ID | Record ID; hs_object_id",
    ),
    datetime(
      "changedAt",
      "Changed At",
      "required",
      "When it changed.",
      "CreatedDate; Edit Date; Changed Date; Change Date; Changed Time; Change Timestamp; Moved At; Moved On; Stage Changed At; Stage Changed On; Stage Date; date_entered; timestamp; Date Entered; Changed On; CreatedDate__c; Change Time; Stage Change Date; Transition Date; Entered At; Entered Date; Entered On; Date Entered Stage; Entry Date; Stage Entry Date; Stage Start Date; Log Time | Last Modified; _fivetran_start; Last Modified Date; Modified Time; Stage Entered; Event Date",
    ),
    text(
      "changedBy",
      "Changed By",
      "optional",
      "Who changed it.",
      "Edited By; CreatedById; Changed By User; Changed By ID; source_id | Created By; Modified By",
    ),
    text(
      "field",
      "Field",
      "recommended",
      "What changed; blank means the stage.",
      "Field / Event; Field Name; Event; Property; Property Name; Field Key; Changed Field; Event Type | name",
    ),
    text(
      "fromValue",
      "From Value",
      "recommended",
      "The value before.",
      "Old Value; From Stage; FromOpportunityStageName; Previous Stage; From; old_stage_id; from_stage_id; Previous Value; Previous Stage; Old Stage; Stage From",
    ),
    text(
      "toValue",
      "To Value",
      "required",
      "The value after; the stage where no field is named.",
      "New Value; To Stage; StageName; StageName__c; Stage; New Stage; new_stage_id; to_stage_id; value; To; Deal Stage; Sales Stage; Stage To | Status",
    ),
    fraction(
      "probability",
      "Probability",
      "optional",
      "Probability after the change.",
      "Probability (%)",
      [0, 1],
    ),
    money(
      "amount",
      "Amount",
      "optional",
      "Amount after the change.",
      "Amount__c; Amount USD; Amount EUR; Amount GBP; New Amount; Deal Value",
    ),
    date(
      "closeDate",
      "Close Date",
      "optional",
      "Close date after the change.",
      "CloseDate__c; Closing Date; Expected Close Date; New Close Date",
    ),
    text(
      "forecastCategory",
      "Forecast Category",
      "optional",
      "Category after the change.",
      "ForecastCategoryName | ForecastCategory; forecast_category",
    ),
    money(
      "fromAmount",
      "From Amount",
      "optional",
      "Amount before the change.",
      "PrevAmount; Previous Amount",
    ),
    date(
      "fromCloseDate",
      "From Close Date",
      "optional",
      "Close date before the change.",
      "PrevCloseDate; Previous Close Date",
    ),
    text(
      "fromForecastCategory",
      "From Forecast Category",
      "optional",
      "Category before the change.",
      "FromForecastCategory",
    ),
    text(
      "source",
      "Source",
      "optional",
      "How it is known: history, snapshot_diff or date_entered.",
    ),
    id(
      "historyId",
      "History ID",
      "optional",
      "The CRM's id of the change.",
      "Id; External_Id__c; Event ID; Change ID | OpportunityHistoryKey; Record ID",
    ),
    choice("sourceSystem", "Source System", "derived", "The CRM it came from, else the file."),
  ],
  mode: "upsert",
};
