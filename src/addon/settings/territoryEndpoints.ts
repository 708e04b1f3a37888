import { type Day, isoFromDay } from "../../core/calendar/day.ts";
import { InputError } from "../../core/inputError.ts";
import { territoryMatcher } from "../../core/territory/matchTerritory.ts";
import { type RuleCoverage, territoryCoverage } from "../../core/territory/territoryCoverage.ts";
import type { TerritoryRule } from "../../core/territory/territoryRule.ts";
import type { Settings } from "../../settings/settings.ts";
import { momentOfDate } from "../../tables/reading/spreadsheetDate.ts";
import type { Tables } from "../../tables/tables.ts";
import { answer } from "../calls/answer.ts";
import type { Answer } from "../calls/requests.ts";
import { Book } from "../sheets/book.ts";
import { readTables } from "../sheets/readTables.ts";
import { asOfDay } from "./asOf.ts";
import { readSettingsSheets } from "./settingsSheets.ts";
import { readRows, stateOf } from "./settingsState.ts";
import type { SettingProblem, SettingRow } from "./settingsTypes.ts";
import { findRecord, mostFrequent, type Routed, routedRecords } from "./territoryRecords.ts";
import type {
  TerritoriesState,
  TerritoryPreview,
  TerritoryPreviewRequest,
  TerritoryUse,
  TriedTerritory,
  TryTerritoryRequest,
} from "./territoryTypes.ts";

/** Records that are listed; more of them say nothing new. */
const MOST_SAMPLES = 50;

type Rules = {
  readonly rules: readonly TerritoryRule[];
  /** Place of each rule among the rows that were sent. */
  readonly rowOf: readonly number[];
  readonly problems: readonly SettingProblem[];
};

/** The rows in the order they were sent, which is the order in which they are tried. */
function rulesOf(rows: readonly SettingRow[]): Rules {
  const numbered = rows.map(([, ...row], index) => [index + 1, ...row]);
  const { value, problems } = readRows("territories", numbered);
  const rules = value as readonly TerritoryRule[];
  return { rules, rowOf: rules.map(({ order }) => order - 1), problems };
}

/** The as-of day; without dated data, today. */
function dayOf(settings: Settings, book: Book): Day {
  try {
    return asOfDay(settings, {}, book);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return Math.floor(momentOfDate(new Date(), book.zone()));
  }
}

function tablesFor(rules: readonly TerritoryRule[], book: Book): Tables {
  const needsProducts = rules.some(({ products }) => products.length > 0);
  return readTables(
    ["accounts", "leads", ...(needsProducts ? ["opportunities" as const] : [])],
    book,
  );
}

const nameOf = ({ territory, order }: TerritoryRule) => `rule ${order}, ${territory}`;

function notesOf(
  { inForce, taken, held, lostTo }: RuleCoverage,
  rules: readonly TerritoryRule[],
): string[] {
  if (!inForce) return ["Not in force on this day."];
  const notes: string[] = [];
  if (held > 0 && taken === 0) notes.push("Never counts: earlier rules take all of its records.");
  for (const { rule, records } of lostTo.slice(0, 3)) {
    const earlier = rules[rule];
    if (earlier)
      notes.push(`${records} ${records === 1 ? "goes" : "go"} to ${nameOf(earlier)}, first.`);
  }
  return notes;
}

function previewOf(
  { rules, rowOf, problems }: Rules,
  count: number,
  tables: Tables,
  day: Day,
): TerritoryPreview {
  const { accounts, leads } = routedRecords(tables);
  const all = [...accounts, ...leads];
  const coverage = territoryCoverage(
    rules,
    all.map(({ record }) => record),
    day,
  );
  const fromLeads = rules.map(() => 0);
  for (const taker of coverage.takers.slice(accounts.length))
    if (taker >= 0) fromLeads[taker] = (fromLeads[taker] ?? 0) + 1;
  const uses: TerritoryUse[] = Array.from({ length: count }, () => ({
    ...{ accounts: 0, leads: 0, lost: 0, isIdle: false, notes: [] },
  }));
  coverage.rules.forEach((rule, index) => {
    const takenLeads = fromLeads[index] ?? 0;
    uses[rowOf[index] ?? 0] = {
      accounts: rule.taken - takenLeads,
      leads: takenLeads,
      lost: rule.lostTo.reduce((sum, { records }) => sum + records, 0),
      isIdle: !rule.inForce || (rule.held > 0 && rule.taken === 0),
      notes: notesOf(rule, rules),
    };
  });
  const lineOf = (index: number) => (all[index] as Routed).line();
  return {
    problems,
    day: isoFromDay(day),
    accounts: accounts.length,
    leads: leads.length,
    uses,
    unmatched: coverage.unmatched.length,
    unmatchedSamples: coverage.unmatched.slice(0, MOST_SAMPLES).map(lineOf),
    shadowed: coverage.shadowed.length,
    shadowedSamples: coverage.shadowed
      .slice(0, MOST_SAMPLES)
      .map(({ record, takenBy, specific }) => ({
        ...lineOf(record),
        why: shadowText(rules[takenBy], rules[specific]),
      })),
  };
}

function shadowText(taken?: TerritoryRule, specific?: TerritoryRule): string {
  return taken && specific
    ? `${nameOf(taken)} takes it; ${nameOf(specific)} is more specific.`
    : "";
}

/** The rules, what they do with the workbook's records, and what to offer in their fields. */
export function territoriesEndpoint(): Answer<TerritoriesState> {
  return answer(() => {
    const book = new Book();
    const territories = stateOf(book, "territories");
    const { settings } = readSettingsSheets(book);
    const rules = rulesOf(territories.rows);
    const tables = tablesFor(rules.rules, book);
    const { reps } = readTables(["reps"], book);
    const [accounts, leads] = [tables.accounts?.rows ?? [], tables.leads?.rows ?? []];
    return {
      territories,
      preview: previewOf(rules, territories.rows.length, tables, dayOf(settings, book)),
      people: (reps?.rows ?? [])
        .filter(({ active }) => active !== false)
        .map(({ name, repId }) => name ?? repId),
      countries: mostFrequent([...accounts, ...leads].map(({ country }) => country)),
      states: mostFrequent([...accounts, ...leads].map(({ state }) => state)),
      industries: mostFrequent([...accounts, ...leads].map(({ industry }) => industry)),
    };
  });
}

/** What edited rules would do; nothing is written. */
export function previewTerritoriesEndpoint({
  rows,
}: TerritoryPreviewRequest): Answer<TerritoryPreview> {
  return answer(() => {
    const book = new Book();
    const rules = rulesOf(rows);
    const { settings } = readSettingsSheets(book);
    return previewOf(rules, rows.length, tablesFor(rules.rules, book), dayOf(settings, book));
  });
}

/** Who would get one record, of the workbook or typed. */
export function tryTerritoryEndpoint({
  rows,
  find,
  record: typed,
}: TryTerritoryRequest): Answer<TriedTerritory> {
  return answer(() => {
    const book = new Book();
    const { rules, rowOf } = rulesOf(rows);
    const { settings } = readSettingsSheets(book);
    const { accounts, leads } = routedRecords(find ? tablesFor(rules, book) : {});
    const found = find ? findRecord([...accounts, ...leads], find) : undefined;
    if (find && !found) {
      throw new InputError(
        `No account or open lead is called ${find}; type its id, name, web domain or e-mail address.`,
      );
    }
    const record = found?.record ?? typed ?? {};
    const matcher = territoryMatcher(rules, dayOf(settings, book));
    const at = matcher.first(record);
    const rule = rules[at];
    const also = matcher.all(record).filter((index) => index !== at);
    return {
      ...(found && { record: found.line() }),
      ...(rule && { row: rowOf[at] }),
      sentence: sentenceOf(rule),
      also: also.map((index) => nameOf(rules[index] as TerritoryRule)),
    };
  });
}

function sentenceOf(rule: TerritoryRule | undefined): string {
  if (!rule) return "No rule takes this record, and there is no fallback.";
  const backup = rule.backup === "" ? "" : ` (backup ${rule.backup})`;
  const why = rule.fallback ? "the fallback, since no other rule holds" : `rule ${rule.order}`;
  return `${rule.territory}: ${rule.owner}${backup}, by ${why}.`;
}
