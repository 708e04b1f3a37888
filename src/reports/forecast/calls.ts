import { type CallLine, type CallRollup, callRollup } from "../../core/forecast/callRollup.ts";
import { callsCountFrom } from "../../core/forecast/callWeek.ts";
import { currentCalls, submissionsOf } from "../../core/forecast/currentCalls.ts";
import type { Book, BookDeal } from "../book.ts";
import { unitOf } from "../parts/unit.ts";
import { sayCount, sayMoney } from "../parts/words.ts";
import type { ReportTable, Section } from "../report.ts";

const MOST = 15;

/** What is said where calls are shown. */
export const CALLS_METHOD =
  "Calls: of each person the last submission up to the as-of date (Call, else Commit). What counts upwards is the manager's number for the person, else the own call, else the sum of the reports; a call is old when it was made before the last weekly round (Calls due on, in Report options).";

/** What everybody calls for the period; undefined where nobody has. */
export function callsOf(book: Book): CallRollup | undefined {
  const { tables, asOf, period, settings } = book.request;
  const rows = tables.forecastSubmissions?.rows ?? [];
  const counted = submissionsOf(rows, period.label, asOf, settings.calendar);
  if (counted.length === 0) return undefined;
  const active = (tables.reps?.rows ?? []).filter((rep) => rep.active !== false);
  const team = active.map(({ repId }) => book.people.find(repId));
  const freshFrom = callsCountFrom(asOf, settings.options.callDay);
  return callRollup(currentCalls(counted, book.people), team, book.people, asOf, freshFrom);
}

/** What the CRM has each person and those below at: won to date and open deals in Commit. */
function committed({ won, open, people }: Book): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  const add = ({ owner, standing: { amount } }: BookDeal) => {
    const above = new Set<string>();
    let at: string | undefined = owner.key;
    while (at !== undefined && !above.has(at)) {
      above.add(at);
      sums.set(at, (sums.get(at) ?? 0) + (amount ?? 0));
      at = people.managerOf(at)?.key;
    }
  };
  for (const row of won) add(row);
  for (const row of open) if (row.standing.category === "Commit") add(row);
  return sums;
}

function tableOf(book: Book, { lines, total }: CallRollup): ReportTable {
  const unit = unitOf(book);
  const inCrm = committed(book);
  const said = lines.filter(({ counts }) => counts !== undefined);
  const silent = lines.length - said.length;
  const hidden = Math.max(0, said.length - MOST);
  const more = [
    hidden > 0 ? `${hidden} more in sheet Forecast Submissions` : "",
    silent > 0 ? `${sayCount(silent, "person", "people")} without a call` : "",
  ].filter((part) => part !== "");
  return {
    id: "calls",
    columns: [
      { id: "name", label: "Who", format: "text", span: 2 },
      { id: "call", label: `Own call${unit}`, format: "money", span: 1 },
      { id: "change", label: "Since the call before", format: "money", span: 1 },
      { id: "manager", label: "Manager's number", format: "money", span: 1 },
      { id: "reports", label: "Sum of reports", format: "money", span: 1 },
      { id: "difference", label: "Own less reports", format: "money", span: 1 },
      { id: "counts", label: "Counts", format: "money", span: 1 },
      { id: "crm", label: "CRM: won + commit", format: "money", span: 1 },
      { id: "age", label: "Days old", format: "days", span: 1 },
      { id: "note", label: "Note", format: "text", span: 2 },
    ],
    rows: said.slice(0, MOST).map(({ person, level, own, byManager, ...line }) => ({
      key: person.key,
      cells: {
        name: `${"– ".repeat(level)}${person.label}`,
        call: own?.amount,
        change: own?.before === undefined ? undefined : own.amount - own.before,
        manager: byManager?.amount,
        reports: line.reports,
        difference: line.difference,
        counts: line.counts,
        crm: book.knowsClosed ? (inCrm.get(person.key) ?? 0) : undefined,
        age: line.age,
        note: own?.note,
      },
    })),
    total: { key: "total", cells: { name: "All", counts: total } },
    ...(more.length > 0 ? { more: more.join("; ") } : {}),
    empty: "Nobody has called this period yet.",
  };
}

function reading(lines: readonly CallLine[], total: number | undefined, currency: string): string {
  const callers = lines.filter(({ own }) => own !== undefined).length;
  const old = lines.filter(({ isOld }) => isOld).length;
  const lead =
    total === undefined
      ? "There is no number yet"
      : `The calls roll up to ${sayMoney(total, currency)}`;
  const fresh =
    old === 0
      ? ""
      : `; ${old} of the calls ${old === 1 ? "is" : "are"} from before the last weekly round`;
  return `${lead}; ${callers} of ${sayCount(lines.length, "person", "people")} called${fresh}.`;
}

/** The calls of reps and managers beside one another, over the tree of managers. */
export function callSections(book: Book): readonly Section[] {
  const rollup = callsOf(book);
  if (rollup === undefined) return [];
  return [
    {
      id: "calls",
      heading: "What the team calls",
      reading: reading(rollup.lines, rollup.total, book.currency),
      table: tableOf(book, rollup),
    },
  ];
}
