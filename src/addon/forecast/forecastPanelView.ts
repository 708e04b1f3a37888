import { type Day, isoFromDay } from "../../core/calendar/day.ts";
import type { Period } from "../../core/calendar/fiscalCalendar.ts";
import { periodOf } from "../../core/calendar/period.ts";
import { periodFromName } from "../../core/calendar/periodName.ts";
import type { Deal } from "../../core/deals/deal.ts";
import { countsOn, type DealOverride } from "../../core/deals/dealOverride.ts";
import { dealStatus } from "../../core/deals/dealStatus.ts";
import { stageIndex } from "../../core/deals/stageIndex.ts";
import { currentCalls, submissionsOf } from "../../core/forecast/currentCalls.ts";
import { InputError } from "../../core/inputError.ts";
import { homeCurrency } from "../../core/money/homeCurrency.ts";
import { isUnder } from "../../core/quota/isUnder.ts";
import { type People, type Person, people } from "../../core/quota/people.ts";
import { recordKey } from "../../core/recordKey.ts";
import {
  numberSigns,
  sayingWith,
  sayMoney,
  sayMonths,
  sayPercent,
} from "../../reports/parts/words.ts";
import type { Settings } from "../../settings/settings.ts";
import { momentOfDate } from "../../tables/reading/spreadsheetDate.ts";
import type { Tables } from "../../tables/tables.ts";
import { readReportSettings } from "../reports/reportSettings.ts";
import { knownAsOf } from "../settings/asOf.ts";
import type { Book } from "../sheets/book.ts";
import { readTables } from "../sheets/readTables.ts";
import { selectedDeal } from "../sheets/selectedRecord.ts";
import { colleague, declaredWho } from "../team/who.ts";
import type { Colleague } from "../team/whoTypes.ts";
import type { ForecastPanelRequest, ForecastPanelView, OverrideView } from "./forecastTypes.ts";

const NEWEST = 8;

/** What the forms work on: read once for a call. */
export type ForecastDesk = {
  readonly tables: Tables;
  readonly settings: Settings;
  readonly asOf: Day;
  readonly period: Period;
  readonly staff: People;
  readonly who: Colleague | undefined;
  /** Whose number it is. */
  readonly rep: Person;
  /** `Manager` where the person at the spreadsheet stands above the one whose number it is. */
  readonly kind: "Own" | "Manager";
  readonly deal: Deal | undefined;
};

const READ = ["opportunities", "reps", "winOverrides", "forecastSubmissions"] as const;

function dealOf(tables: Tables, wanted: string): Deal | undefined {
  const id = wanted.trim() || selectedDeal(tables);
  if (id === undefined) return undefined;
  const found = tables.opportunities?.rows.find(
    ({ opportunityId }) => recordKey(opportunityId) === recordKey(id),
  );
  if (found) return found;
  throw new InputError(`No deal has the record id ${id}; expected one of the sheet Opportunities.`);
}

/** The period that a person names; the quarter of the as-of date where the name is blank. */
export function periodNamed(text: string, asOf: Day, { calendar }: Settings): Period {
  const name = text.trim();
  const period = name === "" ? periodOf(asOf, "quarter", calendar) : periodFromName(name, calendar);
  if (period) return period;
  throw new InputError(`The period is "${name}"; expected one such as 2026-Q2, 2026-05 or FY2026.`);
}

export function forecastDesk(book: Book, request: ForecastPanelRequest): ForecastDesk {
  const tables = readTables(READ, book);
  const { settings } = readReportSettings(book);
  const today = Math.floor(momentOfDate(new Date(), book.zone()));
  const asOf = knownAsOf(settings, tables, book) ?? today;
  const period = periodNamed(request.period, asOf, settings);
  const members = tables.reps?.rows ?? [];
  const staff = people(members);
  const who = declaredWho(book, members);
  const rep = staff.find(request.rep.trim() || who?.repId);
  const boss = who && staff.find(who.repId);
  return {
    tables,
    settings,
    asOf,
    period,
    staff,
    who,
    rep,
    kind: boss && boss.key !== rep.key && isUnder(boss, staff)(rep.key) ? "Manager" : "Own",
    deal: dealOf(tables, request.recordId),
  };
}

function overrideView(desk: ForecastDesk, deal: Deal): OverrideView {
  const { tables, settings, asOf } = desk;
  const status = dealStatus(deal, stageIndex(settings.stages).find(deal.pipeline, deal.stage));
  const key = recordKey(deal.opportunityId);
  const override = tables.winOverrides?.rows.find((one) => recordKey(one.opportunityId) === key);
  const crm = [
    deal.stage,
    status === "open" ? undefined : `${status}: an override counts for open deals alone`,
    deal.amount === undefined ? "no amount" : sayMoney(deal.amount, deal.currency ?? ""),
    deal.closeDate === undefined ? "no close date" : `closes ${isoFromDay(deal.closeDate)}`,
    deal.probability === undefined ? undefined : sayPercent(deal.probability),
    deal.forecastCategory,
  ];
  return {
    id: deal.opportunityId,
    name: deal.opportunityName ?? deal.accountName ?? deal.opportunityId,
    crm: crm.filter((part) => part !== undefined && part !== "").join(" · "),
    ...(override ? { held: heldValues(override, asOf) } : {}),
  };
}

function heldValues(override: DealOverride, asOf: Day): OverrideView["held"] {
  const { probability, amount, closeDate, category, reason, expires, by } = override;
  return {
    ...(probability === undefined ? {} : { percent: Math.round(probability * 1e4) / 100 }),
    ...(amount === undefined ? {} : { amount }),
    ...(closeDate === undefined ? {} : { closeDate: isoFromDay(closeDate) }),
    ...(category === undefined ? {} : { category }),
    ...(reason === undefined ? {} : { reason }),
    ...(expires === undefined ? {} : { expires: isoFromDay(expires) }),
    ...(by === undefined ? {} : { by }),
    isOver: !countsOn(override, asOf),
  };
}

export function forecastPanelView(book: Book, desk: ForecastDesk): ForecastPanelView {
  const { tables, settings, asOf, period, staff, rep, kind, deal } = desk;
  const rows = tables.forecastSubmissions?.rows ?? [];
  const counted = submissionsOf(rows, period.label, asOf, settings.calendar);
  const mine = counted.filter(({ row }) => staff.find(row.rep).key === rep.key);
  const calls = currentCalls(mine, staff).get(rep.key);
  const standing = kind === "Manager" ? calls?.managers : calls?.own;
  const currencies = (tables.opportunities?.rows ?? []).map(({ currency }) => currency);
  const currency = homeCurrency(settings.homeCurrency, currencies) ?? "";
  return sayingWith(numberSigns(book.locale()), () => ({
    period: period.label,
    title: sayMonths(period.title),
    currency,
    people: (tables.reps?.rows ?? [])
      .filter(({ active }) => active !== false)
      .map(colleague)
      .sort((one, other) => one.label.localeCompare(other.label)),
    rep: rep.rep?.repId ?? (rep.key === "" ? "" : rep.label),
    calls: Object.fromEntries([...(standing ?? [])].map(([name, { amount }]) => [name, amount])),
    kind,
    history: mine
      .slice(-NEWEST)
      .reverse()
      .map(({ row, on, amount }) =>
        [
          `${isoFromDay(on)}: ${row.category || "Call"} ${sayMoney(amount, currency)}`,
          row.by === undefined ? "" : `by ${row.by}`,
          row.note ?? "",
        ]
          .filter((part) => part !== "")
          .join(", "),
      ),
    ...(deal ? { deal: overrideView(desk, deal) } : {}),
  }));
}
