import type { Quota } from "../core/quota/quota.ts";
import { columnsOf } from "./columnsOf.ts";
import type { Table } from "./table.ts";

const { id, text, choice, number, money, date } = columnsOf<Quota>();

export const quotas: Table<Quota> = {
  name: "quotas",
  sheet: "Quotas",
  about: "What each rep is to sell in each period.",
  key: ["repId", "periodStart", "forecastType", "productFamily", "territory"],
  columns: [
    id(
      "repId",
      "Rep ID",
      "key",
      "The rep: id, or name as in Reps.",
      "User ID; QuotaOwnerId; User.External_Id__c; Quota Owner ID; OwnerId; Employee ID; UserId; BusinessEntityID; Rep; Quota Owner; Sales Rep | Owner; Rep Name; Owner Name; OwnerName__c",
    ),
    {
      ...date(
        "periodStart",
        "Period Start",
        "key",
        "First day of the period, or its name such as 2025-Q1, 2025-03 or FY2025.",
        "StartDate; Start Date; StartDate__c; QuotaDate; Period; Month; Quarter; Fiscal Quarter; Fiscal Period; Quota Period; Quota Start Date; Period Start Date | Fiscal Year; Year",
      ),
      grainField: "periodGrain",
    },
    choice(
      "periodGrain",
      "Period Grain",
      "optional",
      "Month, quarter or year; blank is told from the period's last day, else from the next quota.",
      "Grain; Period Type",
    ),
    date(
      "periodEnd",
      "Period End",
      "optional",
      "Last day of the period, where the quota runs for another time than a month, quarter or year.",
      "EndDate; End Date; EndDate__c; Quota End Date; Period End Date",
    ),
    money(
      "quotaAmount",
      "Quota Amount",
      "required",
      "What is to be sold.",
      "QuotaAmount; QuotaAmount__c; Quota; SalesQuota; Target; Quota Value; Sales Quota; Target Amount",
      [0, 1e15],
    ),
    number(
      "quotaQuantity",
      "Quota Quantity",
      "optional",
      "How many are to be sold.",
      "QuotaQuantity",
      [0, 1e12],
    ),
    text(
      "currency",
      "Currency",
      "optional",
      "Currency of the quota.",
      "Currency Code; CurrencyIsoCode",
    ),
    text(
      "forecastType",
      "Forecast Type",
      "optional",
      "The CRM's kind of forecast.",
      "ForecastingTypeId; Forecast Type ID",
    ),
    text(
      "productFamily",
      "Product Family",
      "optional",
      "Product family the quota is for.",
      "ProductFamily",
    ),
    text(
      "territory",
      "Territory",
      "optional",
      "Territory the quota is for.",
      "TerritoryID; Territory2Id",
    ),
  ],
  mode: "upsert",
};
