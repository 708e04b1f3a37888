import { isoFromDay } from "../../core/calendar/day.ts";
import { periodOf } from "../../core/calendar/period.ts";
import { stageIndex } from "../../core/deals/stageIndex.ts";
import { roomLeft } from "../../core/history/roomLeft.ts";
import { sayList } from "../../reports/parts/words.ts";
import type { Settings } from "../../settings/settings.ts";
import type { Issue } from "../../tables/reading/issue.ts";
import { snapshots } from "../../tables/snapshots.ts";
import type { Tables } from "../../tables/tables.ts";
import { scheduleOf } from "../schedule/schedule.ts";
import type { ScheduleView } from "../schedule/scheduleTypes.ts";
import { knownAsOf } from "../settings/asOf.ts";
import type { Book } from "../sheets/book.ts";
import type { SetupCheck } from "./healthTypes.ts";

const NAMED = 5;

const listed = (names: readonly string[]) =>
  names.slice(0, NAMED).join(", ") +
  (names.length > NAMED ? ` and ${names.length - NAMED} more` : "");

/** What usually makes figures wrong or blank: each with where it is put right. */
export function setupChecks(
  book: Book,
  settings: Settings,
  issues: readonly Issue[],
  tables: Tables,
): SetupCheck[] {
  const deals = tables.opportunities?.rows ?? [];
  if (deals.length === 0) {
    return [
      {
        title: "CRM data",
        state: "bad",
        text: "There are no deals, so no report can say anything.",
        panel: "import",
      },
      gridSize(book, tables),
    ];
  }
  return [
    { title: "CRM data", state: "good", text: `${deals.length.toLocaleString("en-US")} deals.` },
    stagesKnown(settings, tables),
    probabilities(settings, tables),
    quotasThere(book, settings, tables),
    currencies(settings, tables),
    settingsRead(issues),
    gridSize(book, tables),
    automaticRuns(scheduleOf(book)),
  ];
}

/** Stages of deals with how many deals stand in them, those alone for which `isMeant` holds. */
function stagesOf(
  { opportunities }: Tables,
  isMeant: (pipeline: string | undefined, stage: string) => boolean,
): string[] {
  const found = new Map<string, number>();
  for (const { pipeline, stage } of opportunities?.rows ?? []) {
    if (stage !== undefined && isMeant(pipeline, stage))
      found.set(stage, (found.get(stage) ?? 0) + 1);
  }
  return [...found].map(
    ([stage, count]) => `${stage} (${count} ${count === 1 ? "deal" : "deals"})`,
  );
}

function stagesKnown({ stages }: Settings, tables: Tables): SetupCheck {
  const index = stageIndex(stages);
  const unknown = stagesOf(tables, (pipeline, stage) => index.find(pipeline, stage) === undefined);
  return {
    title: "Stages",
    panel: "stages",
    ...(unknown.length === 0
      ? { state: "good", text: "Every stage of the deals is in the Stages settings." }
      : { state: "bad", text: `Not in the Stages settings: ${listed(unknown)}.` }),
  };
}

function probabilities({ stages }: Settings, tables: Tables): SetupCheck {
  const index = stageIndex(stages);
  const without = stagesOf(tables, (pipeline, name) => {
    const stage = index.find(pipeline, name);
    return stage?.status === "open" && !stage.probability;
  });
  return {
    title: "Probabilities",
    panel: "stages",
    ...(without.length === 0
      ? { state: "good", text: "Every open stage that deals stand in has one above zero." }
      : {
          state: "warning",
          text: `None, or zero, for ${listed(without)}; deals there count only with the CRM's own.`,
        }),
  };
}

function quotasThere(book: Book, settings: Settings, tables: Tables): SetupCheck {
  const asOf = knownAsOf(settings, tables, book);
  const check = { title: "Quotas", panel: "team" };
  if (asOf === undefined) {
    return { ...check, state: "warning", text: "No date tells which quarter counts." };
  }
  const { from, to, title } = periodOf(asOf, "quarter", settings.calendar);
  const count = (tables.quotas?.rows ?? []).filter(
    ({ periodStart }) => periodStart !== undefined && periodStart <= to && periodStart > from - 366,
  ).length;
  const text =
    count === 0
      ? `None for ${title}, so attainment and coverage stay blank.`
      : `${count} that may count in ${title}, the quarter of ${isoFromDay(asOf)}.`;
  return { ...check, state: count === 0 ? "warning" : "good", text };
}

function currencies({ homeCurrency, rates }: Settings, { opportunities }: Tables): SetupCheck {
  const used = new Set<string>();
  for (const { currency } of opportunities?.rows ?? []) if (currency) used.add(currency);
  const known = new Set(rates.map(({ currency }) => currency));
  const home = homeCurrency ?? (used.size === 1 ? [...used][0] : undefined);
  const missing = [...used].filter((currency) => currency !== home && !known.has(currency));
  const check = { title: "Currencies", panel: "calendar" };
  if (used.size > 1 && home === undefined) {
    return {
      ...check,
      state: "bad",
      text: `The deals have ${listed([...used])}, and no home currency is set.`,
    };
  }
  return {
    ...check,
    ...(missing.length === 0
      ? { state: "good", text: home ? `Totals are in ${home}.` : "The deals name no currency." }
      : {
          state: "bad",
          text: `No rate for ${listed(missing)}; their deals are left out of totals.`,
        }),
  };
}

/** Cells that a spreadsheet can have, filled or not. */
const MOST_CELLS = 10_000_000;
/** Grids up to this height are taken for as wide as new ones: their exact width would cost a call and change nothing. */
const [SMALL_ROWS, NEW_COLUMNS] = [1000, 26];

/** When snapshots will have filled what is left, at their present pace. */
function fullOn(cellsLeft: number, { snapshots: frozen }: Tables): string {
  if (!frozen) return "";
  const days = frozen.rows.map(({ snapshotDate }) => snapshotDate);
  const growth = roomLeft(days, Math.floor(cellsLeft / snapshots.columns.length));
  if (growth?.fullOn === undefined) return "";
  const rows = growth.rowsAWeek.toLocaleString("en-US", { maximumFractionDigits: 1 });
  return ` At a pace of ${rows} a week the rows of Snapshots would fill the rest by ${isoFromDay(growth.fullOn)}.`;
}

function gridSize(book: Book, tables: Tables): SetupCheck {
  let cells = 0;
  for (const sheet of book.sheets) {
    const rows = book.rowsOf(sheet);
    cells += rows * (rows > SMALL_ROWS ? book.columnsOf(sheet) : NEW_COLUMNS);
  }
  const share = cells / MOST_CELLS;
  const used = `${(cells / 1e6).toFixed(1)} of the 10 million cells of a spreadsheet are used`;
  const pace = fullOn(MOST_CELLS - cells, tables);
  const check = { title: "Size" };
  if (share < 0.6) return { ...check, state: "good", text: `${used}.${pace}` };
  return {
    ...check,
    state: share < 0.9 ? "warning" : "bad",
    text: `${used}, blank ones included; delete tabs, rows and columns that nobody needs, before an import has no room.${pace}`,
  };
}

/** A schedule that fails tells nobody, so the check does. */
function automaticRuns({ choice, last }: ScheduleView): SetupCheck {
  const check = { title: "Automatic runs", panel: "reports" };
  if (!choice) {
    return {
      ...check,
      state: "good",
      text: "You have switched none on: the add-on only runs when somebody clicks or a formula is computed.",
    };
  }
  const often = choice.every === "day" ? "Every day" : "Every week";
  const what = sayList([
    "a snapshot",
    ...(choice.limits ? ["a check of the limits"] : []),
    ...(choice.digest ? ["a digest"] : []),
  ]);
  const ran = last ? `Last run ${last.at}: ${last.text}` : "It has not run yet.";
  return {
    ...check,
    state: last?.isFine === false ? "bad" : "good",
    text: `${often} ${what}. ${ran}`,
  };
}

function settingsRead(issues: readonly Issue[]): SetupCheck {
  const sheets = [...new Set(issues.map(({ table }) => table))];
  return {
    title: "Settings sheets",
    ...(issues.length === 0
      ? { state: "good", text: "Every cell of the settings sheets can be read." }
      : {
          state: "bad",
          text: `${issues.length} ${issues.length === 1 ? "cell" : "cells"} cannot be read, in ${listed(sheets)}; see below.`,
        }),
  };
}
