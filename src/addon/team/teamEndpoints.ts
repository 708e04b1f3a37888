import { fiscalYearOf } from "../../core/calendar/fiscalYear.ts";
import { InputError } from "../../core/inputError.ts";
import type { Quota } from "../../core/quota/quota.ts";
import type { Rep } from "../../core/quota/rep.ts";
import { teamProblems } from "../../core/quota/teamProblems.ts";
import { recordKey } from "../../core/recordKey.ts";
import type { Settings } from "../../settings/settings.ts";
import { settingsHash } from "../../settings/settingsHash.ts";
import { quotas as quotaTable } from "../../tables/quotas.ts";
import { momentOfDate } from "../../tables/reading/spreadsheetDate.ts";
import { reps as repTable } from "../../tables/reps.ts";
import { answer } from "../calls/answer.ts";
import { underLock } from "../calls/lock.ts";
import type { Answer } from "../calls/requests.ts";
import { asOfDay } from "../settings/asOf.ts";
import { saveSettings } from "../settings/settingsSave.ts";
import { readSettingsSheets } from "../settings/settingsSheets.ts";
import { Book } from "../sheets/book.ts";
import { hasEdit, rememberEdit, takeBackEdit } from "../sheets/editMemory.ts";
import { readTables } from "../sheets/readTables.ts";
import {
  conflictError,
  type EditConflict,
  type RecordEdit,
  readRecords,
  saveRecords,
} from "../sheets/saveRecords.ts";
import { QUOTA_FIELDS, quotaEdits, quotaNames } from "./quotaEdits.ts";
import { quotaPlan } from "./quotaPlan.ts";
import { quotaYear } from "./quotaYear.ts";
import { personOf, repOf, TEAM_FIELDS } from "./teamPerson.ts";
import type {
  FieldProblem,
  QuotaPlan,
  QuotaPlanRequest,
  SaveQuotasRequest,
  SaveTeamRequest,
  SaveTeamResult,
  TeamRequest,
  TeamState,
} from "./teamTypes.ts";

/** What the sources name as sales roles. */
const ROLES = ["SDR", "AE", "AM", "CSM", "SE", "manager"];

/** The fiscal year of the as-of day; without dated data, of today. */
function yearNow(settings: Settings, book: Book): number {
  const day = () => {
    try {
      return asOfDay(settings, {}, book);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return Math.floor(momentOfDate(new Date(), book.zone()));
    }
  };
  return fiscalYearOf(day(), settings.calendar);
}

function checkedYear(year: string): string {
  if (/^FY\d{4}$/.test(year)) return year;
  throw new InputError(`The fiscal year is ${year}; expected one like FY2026.`);
}

function problemsOf(reps: readonly Rep[]): FieldProblem[] {
  return teamProblems(reps).map((problem) => ({ ...problem }));
}

/** People and quotas as the panel shows them. */
export function teamEndpoint({ year, grain }: TeamRequest): Answer<TeamState> {
  return answer(() => {
    const book = new Book();
    const { settings } = readSettingsSheets(book);
    const reps = readRecords(book, repTable)?.rows ?? [];
    const quotas = readRecords(book, quotaTable)?.rows ?? [];
    const now = yearNow(settings, book);
    const years = new Set([now - 1, now, now + 1]);
    for (const { periodStart } of quotas) years.add(fiscalYearOf(periodStart, settings.calendar));
    const shown = year === undefined ? `FY${now}` : checkedYear(year);
    return {
      people: reps.map(personOf),
      problems: problemsOf(reps),
      roles: [...new Set([...ROLES, ...reps.flatMap(({ role }) => (role ? [role] : []))])],
      years: [...years].sort((one, other) => one - other).map((one) => `FY${one}`),
      quotas: quotaYear(quotas, reps, shown, grain, settings),
      canUndoTeam: hasEdit(book, repTable.sheet),
      canUndoQuotas: hasEdit(book, quotaTable.sheet),
    };
  });
}

const nameOfRep = ({ name, repId }: Rep) => name ?? repId;

/** Saves people; with problems beside the fields where something is wrong, and then nothing is written. */
export function saveTeamEndpoint({ edits }: SaveTeamRequest): Answer<SaveTeamResult> {
  return answer(() =>
    underLock(() => {
      const book = new Book();
      const wanted: RecordEdit<Rep>[] = edits.map(({ before, after }) => ({
        ...(before && { before: repOf(before) }),
        after: repOf(after),
      }));
      const reps = readRecords(book, repTable)?.rows ?? [];
      const edited = new Set(wanted.map(({ after }) => recordKey(after?.repId ?? "")));
      // What was wrong before with other people does not stand in the way.
      const known = new Set(problemsOf(reps).map(({ message }) => message));
      const problems = problemsOf(teamAfter(reps, wanted)).filter(
        ({ repId, message }) => edited.has(recordKey(repId)) || !known.has(message),
      );
      if (problems.length > 0) return { saved: 0, problems };
      const conflicts = saveRecords(book, repTable, TEAM_FIELDS, wanted, nameOfRep);
      if (conflicts.length > 0) throw conflictError(repTable.sheet, conflicts);
      rememberEdit(book, repTable.sheet, wanted);
      return { saved: wanted.length, problems: [] };
    }),
  );
}

/** The team as it will be; a new person of a known id stands beside the one who has it. */
function teamAfter(reps: readonly Rep[], edits: readonly RecordEdit<Rep>[]): Rep[] {
  const changed = new Map<string, Rep>();
  const added: Rep[] = [];
  for (const { before, after } of edits) {
    if (!after) continue;
    if (before) changed.set(recordKey(after.repId), after);
    else added.push(after);
  }
  return [...reps.map((rep) => changed.get(recordKey(rep.repId)) ?? rep), ...added];
}

/** Saves the amounts of a year's quotas, and what the company is to reach. */
export function saveQuotasEndpoint(request: SaveQuotasRequest): Answer<number> {
  return answer(() => {
    const { settings, saved } = underLock(() => saveQuotas(request));
    const { companyTarget } = request;
    if (companyTarget === undefined || companyTarget === settings.context.yearTarget) return saved;
    const context = { ...settings.context, yearTarget: companyTarget };
    const result = saveSettings("context", context, settingsHash(settings.context));
    if (!result.saved) {
      throw new InputError(
        "The quotas were saved, but the sheet Context changed meanwhile, so the company target there stays as it is.",
      );
    }
    return saved;
  });
}

function saveQuotas(request: SaveQuotasRequest): { settings: Settings; saved: number } {
  const book = new Book();
  const { settings } = readSettingsSheets(book);
  const reps = readRecords(book, repTable)?.rows ?? [];
  const quotas = readRecords(book, quotaTable)?.rows ?? [];
  const edits = quotaEdits(request, quotas, reps, settings);
  if (edits.length > 0) {
    const conflicts = saveRecords(book, quotaTable, QUOTA_FIELDS, edits, quotaNames(reps));
    if (conflicts.length > 0) throw conflictError(quotaTable.sheet, conflicts);
    rememberEdit(book, quotaTable.sheet, edits);
  }
  return { settings, saved: edits.length };
}

/** What a company target would make of everybody's quota; nothing is written. */
export function planQuotaEndpoint(request: QuotaPlanRequest): Answer<QuotaPlan> {
  return answer(() => {
    const book = new Book();
    const { settings } = readSettingsSheets(book);
    const reps = readRecords(book, repTable)?.rows ?? [];
    checkedYear(request.year);
    return quotaPlan(request, reps, () => readTables(["opportunities"], book), settings);
  });
}

/** Takes back the last save of people or of quotas. */
export function undoTeamEndpoint(what: "team" | "quotas"): Answer<string> {
  return answer(() => underLock(() => (what === "team" ? undoTeam() : undoQuotas())));
}

function undoTeam(): string {
  const book = new Book();
  return takeBackEdit(book, repTable.sheet, (edits: RecordEdit<Rep>[]) =>
    takenBack(repTable.sheet, edits, (reversed) =>
      saveRecords(book, repTable, TEAM_FIELDS, reversed, nameOfRep),
    ),
  );
}

function undoQuotas(): string {
  const book = new Book();
  return takeBackEdit(book, quotaTable.sheet, (edits: RecordEdit<Quota>[]) =>
    takenBack(quotaTable.sheet, edits, (reversed) =>
      saveRecords(book, quotaTable, QUOTA_FIELDS, reversed, ({ repId }) => repId),
    ),
  );
}

function takenBack<Row>(
  sheet: string,
  edits: readonly RecordEdit<Row>[],
  save: (reversed: readonly RecordEdit<Row>[]) => readonly EditConflict[],
): string {
  const reversed = edits.map(({ before, after }) => ({ before: after, after: before }));
  const conflicts = save(reversed);
  if (conflicts.length > 0) throw conflictError(sheet, conflicts);
  return `The last save is taken back: ${edits.length} ${edits.length === 1 ? "row" : "rows"} of ${sheet} as before.`;
}
