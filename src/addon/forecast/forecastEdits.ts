import type { DealOverride } from "../../core/deals/dealOverride.ts";
import type { ForecastSubmission } from "../../core/forecast/submission.ts";
import { InputError } from "../../core/inputError.ts";
import { recordKey } from "../../core/recordKey.ts";
import { forecastSubmissions } from "../../tables/forecastSubmissions.ts";
import { momentOfDate } from "../../tables/reading/spreadsheetDate.ts";
import { winOverrides } from "../../tables/winOverrides.ts";
import { answer } from "../calls/answer.ts";
import { askedDay } from "../calls/askedDay.ts";
import { underLock } from "../calls/lock.ts";
import type { Answer } from "../calls/requests.ts";
import { appended } from "../sheets/appendTable.ts";
import { Book } from "../sheets/book.ts";
import { saveRecords } from "../sheets/saveRecords.ts";
import { prepareTable, writeTable } from "../sheets/tableSheet.ts";
import { type ForecastDesk, forecastDesk, forecastPanelView } from "./forecastPanelView.ts";
import type {
  CallAmounts,
  ForecastPanelView,
  OverrideValues,
  SaveOverrideRequest,
  SubmitForecastRequest,
} from "./forecastTypes.ts";

const MOST = 1e12;
const CATEGORIES = ["Commit", "Best Case", "Pipeline", "Omitted"];
const NAMES: readonly (readonly [keyof CallAmounts, string])[] = [
  ["call", "Call"],
  ["commit", "Commit"],
  ["bestcase", "Best Case"],
  ["pipeline", "Pipeline"],
];

/** What left the form blank arrives as null. */
const known = <T>(value: T | null | undefined): T | undefined => value ?? undefined;

function amountOf(name: string, value: number | null | undefined): number | undefined {
  const amount = known(value);
  if (amount === undefined || (amount >= 0 && amount <= MOST)) return amount;
  throw new InputError(`${name} is ${amount}; expected an amount from 0 on.`);
}

/** Adds the numbers as new rows; those that stood before stay as the history. */
export function submitForecastEndpoint(request: SubmitForecastRequest): Answer<ForecastPanelView> {
  return answer(() =>
    underLock(() => {
      const book = new Book();
      const { rep, period, asOf, who, kind } = forecastDesk(book, request);
      if (rep.key === "")
        throw new InputError("Nobody is chosen; say whose number it is before it is submitted.");
      const existing = book.read(forecastSubmissions.sheet);
      const submittedAt = momentOfDate(new Date(), book.zone());
      const note = request.note.trim();
      const given = NAMES.flatMap(([id, category]) => {
        const amount = amountOf(category, request.amounts[id]);
        return amount === undefined ? [] : [{ category, amount }];
      });
      if (given.length === 0)
        throw new InputError("Every number is blank; expected at least one to submit.");
      const first = Math.max(1, existing.length);
      const rows = given.map(
        (one, at): ForecastSubmission => ({
          ...one,
          submissionId: `S${String(first + at).padStart(4, "0")}`,
          submittedAt,
          asOf,
          period: period.label,
          rep: rep.label,
          kind,
          ...(who ? { by: who.label } : {}),
          ...(note === "" ? {} : { note }),
        }),
      );
      const content = appended(forecastSubmissions, existing, rows);
      writeTable(book, prepareTable(book, forecastSubmissions, content));
      book.showAgain();
      const fresh = new Book();
      return forecastPanelView(fresh, forecastDesk(fresh, request));
    }),
  );
}

/** The override that a form means; undefined when it says nothing. */
function overrideOf(id: string, values: OverrideValues, desk: ForecastDesk) {
  const percent = known(values.percent);
  if (percent !== undefined && !(percent >= 0 && percent <= 100))
    throw new InputError(`The chance is ${percent} %; expected a number from 0 to 100.`);
  const category = values.category || undefined;
  if (category !== undefined && !CATEGORIES.includes(category))
    throw new InputError(
      `The category is "${category}"; expected one of ${CATEGORIES.join(", ")}.`,
    );
  const held: DealOverride = {
    opportunityId: id,
    probability: percent === undefined ? undefined : percent / 100,
    amount: amountOf("The amount", values.amount),
    closeDate: askedDay("The close date", known(values.closeDate)),
    category,
    reason: values.reason?.trim() || undefined,
    by: desk.who?.label,
    setOn: desk.asOf,
    expires: askedDay("The last day", known(values.expires)),
  };
  const { probability, amount, closeDate } = held;
  if ([probability, amount, closeDate, category].every((one) => one === undefined))
    return undefined;
  if (held.reason === undefined)
    throw new InputError("An override needs its reason; nothing was saved.");
  if (held.expires !== undefined && held.expires < desk.asOf)
    throw new InputError("The last day is over already; nothing was saved.");
  return held;
}

/** Keeps what a person holds of a deal on the sheet Win Overrides; the deal itself stays as it is. */
export function saveOverrideEndpoint(request: SaveOverrideRequest): Answer<ForecastPanelView> {
  return answer(() =>
    underLock(() => {
      const book = new Book();
      const desk = forecastDesk(book, request);
      const { deal, tables } = desk;
      if (!deal) throw new InputError("No deal is chosen; select its row or type its record id.");
      const key = recordKey(deal.opportunityId);
      const before = tables.winOverrides?.rows.find((one) => recordKey(one.opportunityId) === key);
      const id = before?.opportunityId ?? deal.opportunityId;
      const after = overrideOf(id, request.values, desk);
      if (before || after) {
        const fields = winOverrides.columns.map(({ field }) => field);
        saveRecords(
          book,
          winOverrides,
          fields,
          [{ before, after }],
          ({ opportunityId }) => opportunityId,
        );
      }
      const fresh = new Book();
      return forecastPanelView(fresh, forecastDesk(fresh, request));
    }),
  );
}
