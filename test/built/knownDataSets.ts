import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";

type Line = Readonly<Record<string, string>>;

/** A deal as the file says it, read without any code of the product. */
export type PlainDeal = {
  readonly id: string;
  readonly status: "open" | "won" | "lost";
  readonly amount: number | undefined;
  /** ISO days, so that they compare as text. */
  readonly close: string;
  readonly created: string;
  readonly owner: string;
  readonly category?: string;
  readonly probability?: number;
};

export type KnownDataSet = {
  readonly folder: string;
  /** Only where the newest event in the data is not the day to look from. */
  readonly asOf?: string;
  /** Whether the files give the deals a CRM's forecast category, and a probability for each open one. */
  readonly has: { readonly category: boolean; readonly probability: boolean };
  readonly deals: () => PlainDeal[];
};

const root = process.env.REVOPS_DATA ?? "";

export function lines(path: string): Line[] {
  const text = readFileSync(join(root, path), "utf8").replace(/^\uFEFF/, "");
  return Papa.parse<Line>(text, { header: true, skipEmptyLines: true }).data;
}

const MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
const two = (part: string | number) => String(part).padStart(2, "0");

/** `2017-06-01 10:00:00`, `6/1/2017`, `02/23/26 08:55 PM` and `15 Apr, 2021 00:02:00` as `2017-06-01`. */
function isoDay(text = ""): string {
  const us = /^(\d{1,2})\/(\d{1,2})\/(\d{2,4})/.exec(text);
  if (us)
    return `${us[3]?.length === 2 ? "20" : ""}${us[3]}-${two(us[1] ?? "")}-${two(us[2] ?? "")}`;
  const words = /^(\d{1,2}) (\w{3})\w*,? (\d{4})/.exec(text);
  if (words)
    return `${words[3]}-${two(MONTHS.indexOf(words[2] ?? "") / 3 + 1)}-${two(words[1] ?? "")}`;
  return /^\d{4}-\d\d-\d\d/.test(text) ? text.slice(0, 10) : "";
}

function number(text = ""): number | undefined {
  const plain = text.replace(/[$,]/g, "").trim();
  return plain === "" || plain === "NA" ? undefined : Number(plain);
}

const won = (isWon: boolean, isLost: boolean) => (isWon ? "won" : isLost ? "lost" : "open");
const isTrue = (text = "") => ["1", "true"].includes(text.toLowerCase());

const maven = (file: string) => () =>
  lines(file).map(
    (line): PlainDeal => ({
      id: line.opportunity_id ?? "",
      status: won(line.deal_stage === "Won", line.deal_stage === "Lost"),
      amount: number(line.close_value),
      close: isoDay(line.close_date),
      created: isoDay(line.engage_date),
      owner: line.sales_agent ?? "",
    }),
  );

const salesforce = (file: string) => () =>
  lines(file).map(
    (line): PlainDeal => ({
      id: line.Id ?? line.id ?? "",
      status: won(isTrue(line.IsWon ?? line.is_won), isTrue(line.IsClosed ?? line.is_closed)),
      amount: number(line.Amount ?? line.amount),
      close: isoDay(line.CloseDate ?? line.close_date),
      created: isoDay(line.CreatedDate ?? line.created_date),
      owner: line.OwnerId ?? line.owner_id ?? "",
      category: line.ForecastCategoryName,
      probability: Number(line.Probability ?? line.probability) / 100,
    }),
  );

const sets: readonly KnownDataSet[] = [
  {
    folder: "sales_wave",
    asOf: "2017-06-01",
    has: { category: true, probability: false },
    deals: () =>
      lines("sales_wave/Opportunity.csv").map((line) => ({
        id: line.External_Id__c ?? "",
        status: won(line.StageName === "Closed Won", line.StageName === "Closed Lost"),
        amount: number(line.Amount),
        close: isoDay(line.CloseDate),
        created: isoDay(line.DateTimeCreated__c),
        owner: line["Owner.External_Id__c"] ?? "",
        category: line.ForecastCategoryName ?? "",
      })),
  },
  {
    folder: "maven_crm",
    has: { category: false, probability: false },
    deals: maven("maven_crm/sales_pipeline.csv"),
  },
  {
    folder: "maven_crm/variants",
    has: { category: false, probability: false },
    deals: maven("maven_crm/variants/sales_pipeline__us_dates_kisaraF.csv"),
  },
  {
    folder: "zoho_crm_sample",
    has: { category: false, probability: true },
    deals: () =>
      lines("zoho_crm_sample/Potentials.csv").map((line) => ({
        id: line.LEADID ?? "",
        status: won(line["Forecast Type"] === "Won", line["Forecast Type"] === "Lost"),
        amount: number(line.Amount),
        close: isoDay(line["Closing Date"]),
        created: isoDay(line["Created Time"]),
        owner: line["Potential Owner"] ?? "",
        probability: Number(line.Probability) / 100,
      })),
  },
  {
    folder: "hubspot_dummy",
    has: { category: false, probability: false },
    deals: () =>
      lines("hubspot_dummy/hubspot_deals.csv").map((line) => ({
        id: line["Deal ID"] ?? "",
        status: won(
          /^closed ?won$/i.test(line["Deal Stage"] ?? ""),
          /^closed ?lost$/i.test(line["Deal Stage"] ?? ""),
        ),
        amount: number(line.Amount),
        close: isoDay(line["Close Date"]),
        created: isoDay(line["Create Date"]),
        owner: line["Deal Owner"] ?? "",
      })),
  },
  {
    folder: "sf_weekly_export_sample",
    has: { category: true, probability: true },
    deals: salesforce("sf_weekly_export_sample/opportunity.csv"),
  },
  {
    folder: "sf_devorg_powerbi",
    has: { category: false, probability: true },
    deals: salesforce("sf_devorg_powerbi/Opportunity.csv"),
  },
];

/** The data sets known here that are in the folder of outside data. */
export const knownDataSets = sets.filter(
  ({ folder }) => root !== "" && existsSync(join(root, folder)),
);
