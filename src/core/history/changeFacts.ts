import { type Day, dayFromIso } from "../calendar/day.ts";
import type { DealChange } from "../deals/deal.ts";
import { plainText } from "../deals/stageIndex.ts";
import type { DealFacts } from "./dealOnDay.ts";

export type Facts = Partial<Omit<DealFacts, "status">>;

/** What a change left behind and what stood before it. */
export type FactChange = { readonly set: Facts; readonly was: Facts };

type TextFact = "stage" | "owner" | "currency" | "forecastCategory" | "pipeline" | "team";
type ChangedField = TextFact | "amount" | "closeDate" | "probability";

const FIELDS: ReadonlyMap<string, ChangedField> = new Map([
  ["stage", "stage"],
  ["stagename", "stage"],
  ["dealstage", "stage"],
  ["stageid", "stage"],
  ["stagechange", "stage"],
  ["salesstage", "stage"],
  ["opportunitystage", "stage"],
  ["pipelinestage", "stage"],
  ["amount", "amount"],
  ["value", "amount"],
  ["opportunityamount", "amount"],
  ["dealamount", "amount"],
  ["dealvalue", "amount"],
  ["estrevenue", "amount"],
  ["estimatedvalue", "amount"],
  ["closedate", "closeDate"],
  ["closingdate", "closeDate"],
  ["expectedclosedate", "closeDate"],
  ["estclosedate", "closeDate"],
  ["estimatedclosedate", "closeDate"],
  ["owner", "owner"],
  ["ownerid", "owner"],
  ["ownername", "owner"],
  ["dealowner", "owner"],
  ["opportunityowner", "owner"],
  ["assignedto", "owner"],
  ["hubspotownerid", "owner"],
  ["currency", "currency"],
  ["currencyisocode", "currency"],
  ["dealcurrencycode", "currency"],
  ["forecastcategory", "forecastCategory"],
  ["forecastcategoryname", "forecastCategory"],
  ["hsmanualforecastcategory", "forecastCategory"],
  ["probability", "probability"],
  ["hsdealstageprobability", "probability"],
  ["pipeline", "pipeline"],
  ["pipelineid", "pipeline"],
  ["dealpipeline", "pipeline"],
  ["recordtype", "pipeline"],
  ["recordtypename", "pipeline"],
  ["opportunityrecordtype", "pipeline"],
  ["salesprocess", "pipeline"],
  ["team", "team"],
]);

/** The fact that a row of the history is about; a row that names no field tells the stage. */
export function changedField({ field }: DealChange): ChangedField | undefined {
  return field === undefined || field.trim() === "" ? "stage" : FIELDS.get(plainText(field));
}

/** A number as exports write values of changed fields: `12000`, `12,000.50`, `USD 12,000`. */
function numberOf(text: string): number | undefined {
  const bare = text.replace(/^[A-Z]{3}\s|[\s$€£%]/g, "");
  if (!/^-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/.test(bare)) return undefined;
  return Number(bare.replace(/,/g, ""));
}

function dayOf(text: string): Day | undefined {
  return dayFromIso(text.trim().slice(0, 10));
}

function shareOf(text: string): number | undefined {
  const value = numberOf(text);
  if (value === undefined || value < 0 || value > 100) return undefined;
  return value > 1 || text.includes("%") ? value / 100 : value;
}

function factOf(field: ChangedField, value: string | undefined): Facts {
  const text = (value ?? "").trim();
  if (text === "") return {};
  if (field === "amount") return known({ amount: numberOf(text) });
  if (field === "closeDate") return known({ closeDate: dayOf(text) });
  if (field === "probability") return known({ probability: shareOf(text) });
  return { [field]: text };
}

/** What is blank of it left out. Asked three times for every row of a history, so it makes no lists. */
function known(facts: Facts): Facts {
  const all: Readonly<Record<string, unknown>> = facts;
  const found: Record<string, unknown> = {};
  for (const name in all) {
    if (all[name] !== undefined) found[name] = all[name];
  }
  return found as Facts;
}

/**
 * What one row of the history says. Its own field comes from the old and the new value, amount, close date and category
 * from the columns beside them where these are filled. A row about a field that is not followed says nothing.
 */
export function changeFacts(change: DealChange): FactChange {
  const field = changedField(change);
  const beside = known({
    amount: change.amount,
    closeDate: change.closeDate,
    forecastCategory: change.forecastCategory,
    probability: change.probability,
  });
  const before = known({
    amount: change.fromAmount,
    closeDate: change.fromCloseDate,
    forecastCategory: change.fromForecastCategory,
  });
  if (field === undefined) return { set: beside, was: before };
  const wasCleared = isBlank(change.toValue) && !isBlank(change.fromValue) && field !== "stage";
  const after = wasCleared ? { [field]: undefined } : factOf(field, change.toValue);
  return { set: { ...beside, ...after }, was: { ...before, ...factOf(field, change.fromValue) } };
}

const isBlank = (text: string | undefined) => (text ?? "").trim() === "";
