import type { Deal } from "../../core/deals/deal.ts";
import { InputError } from "../../core/inputError.ts";
import { isUnder } from "../../core/quota/isUnder.ts";
import { recordKey } from "../../core/recordKey.ts";
import type { TableData } from "../../tables/table.ts";
import { type Book, type BookDeal, openBook } from "../book.ts";
import type { ReportRequest } from "../report.ts";
import { teamOf } from "./teamOf.ts";
import { sayList } from "./words.ts";

const MOST_NAMED = 8;
const plain = (text: string) => text.trim().toLowerCase().replace(/\s+/g, " ");

type Team = {
  readonly label: string;
  readonly scope: string;
  /** By the key of a person. */
  readonly has: (key: string) => boolean;
  readonly owns: (row: BookDeal) => boolean;
  /** The same for a deal as it stood on a day. */
  readonly ownedThen: (deal: Owned) => boolean;
};

type Owned = { readonly owner: string | undefined; readonly team: string | undefined };

/** A team by the name that deals or Reps give it; undefined where none is called so. */
function namedTeam({ deals, people, request }: Book, wanted: string): Team | undefined {
  const name = plain(wanted);
  const members = new Set(
    (request.tables.reps?.rows ?? [])
      .map(({ repId }) => people.find(repId).key)
      .filter((key) => plain(teamOf(people, key) ?? "") === name),
  );
  const isOurs = ({ team }: BookDeal) => plain(team ?? "") === name;
  const first = deals.find(isOurs)?.team;
  if (members.size === 0 && first === undefined) return undefined;
  const label = first ?? teamOf(people, [...members][0] ?? "") ?? wanted.trim();
  return {
    label,
    scope: `Team ${label}`,
    has: (key) => members.has(key),
    owns: isOurs,
    ownedThen: ({ owner, team }) =>
      plain(team || (teamOf(people, people.find(owner).key) ?? "")) === name,
  };
}

/** A person alone, or a manager with everybody below; undefined where nobody is called so. */
function teamUnder({ deals, people, request }: Book, wanted: string): Team | undefined {
  const boss = people.find(wanted);
  const has = isUnder(boss, people);
  const others = (request.tables.reps?.rows ?? []).map(({ repId }) => people.find(repId).key);
  const isKnown = boss.rep !== undefined || deals.some(({ owner }) => has(owner.key));
  if (boss.key === "" || !isKnown) return undefined;
  const below = [...others, ...deals.map(({ owner }) => owner.key)];
  const isManager = below.some((key) => key !== boss.key && has(key));
  return {
    label: boss.label,
    scope: isManager ? `${boss.label} and everybody below` : boss.label,
    has,
    owns: ({ owner }) => has(owner.key),
    ownedThen: ({ owner }) => has(people.find(owner).key),
  };
}

function unknown(book: Book, wanted: string): InputError {
  const teams = new Set(book.deals.flatMap(({ team }) => (team === undefined ? [] : [team])));
  const some = [...teams].sort().slice(0, MOST_NAMED);
  const known = some.length === 0 ? "" : `, or a team such as ${sayList(some)}`;
  return new InputError(
    `Nobody and no team is called "${wanted.trim()}"; expected a person of the sheets Reps or Opportunities${known}.`,
  );
}

function narrowed<Row>(
  table: TableData<Row> | undefined,
  keep: (row: Row) => boolean,
): TableData<Row> | undefined {
  if (table === undefined) return undefined;
  const kept = table.rows.map(keep);
  const isKept = (_: unknown, at: number) => kept[at] === true;
  return {
    ...table,
    rows: table.rows.filter(isKept),
    rowNumbers: table.rowNumbers.filter(isKept),
  };
}

/** A manager or person of that name, else a team. */
function teamCalled(book: Book, wanted: string): Team {
  const team = teamUnder(book, wanted) ?? namedTeam(book, wanted);
  if (team === undefined) throw unknown(book, wanted);
  return team;
}

/**
 * The team that a report asks for and whether a deal was the team's on a day, for reports that follow deals as they
 * change hands; undefined where it is about everybody.
 */
export function teamThen(book: Book): Pick<Team, "label" | "scope" | "ownedThen"> | undefined {
  const wanted = book.request.team?.trim() ?? "";
  return wanted === "" ? undefined : teamCalled(book, wanted);
}

/**
 * The request for one team: its deals, leads, contacts, accounts, quotas, people, calls and their past alone, so that every number of the report
 * follows. A deal belongs to the team of its present owner, also on earlier days.
 */
export function teamRequest(request: ReportRequest): {
  readonly request: ReportRequest;
  readonly scope: string;
} {
  const wanted = request.team?.trim() ?? "";
  if (wanted === "") return { request: { ...request, team: undefined }, scope: "All owners" };
  const book = openBook(request);
  const { people } = book;
  const team = teamCalled(book, wanted);
  const { tables } = request;
  const owners = new Set<string>();
  const ours = new Set<Deal>();
  const ids = new Map<string, boolean>();
  const dealAccounts = new Set<string | undefined>();
  for (const row of book.deals) {
    const { deal } = row.standing;
    const isOurs = team.owns(row);
    ids.set(recordKey(deal.opportunityId), isOurs);
    if (!isOurs) continue;
    ours.add(deal);
    owners.add(row.owner.key);
    dealAccounts.add(deal.accountId).add(deal.accountName?.toLowerCase());
  }
  const hasPerson = (text: string | undefined) => team.has(people.find(text).key);
  const opportunities = narrowed(tables.opportunities, (deal) => ours.has(deal));
  const reps = narrowed(
    tables.reps,
    ({ repId }) => hasPerson(repId) || owners.has(people.find(repId).key),
  );
  // Nobody above has a part in the team.
  const below = <Row>(row: Row, manager: string | undefined, without: Partial<Row>): Row =>
    manager === undefined || hasPerson(manager) ? row : { ...row, ...without };
  return {
    scope: team.scope,
    request: {
      ...request,
      team: team.label,
      whole: request,
      // Rates are in everybody's home currency, whichever the team's own deals have most.
      settings: { ...request.settings, homeCurrency: book.currency },
      tables: {
        ...tables,
        opportunities: opportunities && {
          ...opportunities,
          rows: opportunities.rows.map((deal) =>
            below(deal, deal.ownerManager, { ownerManager: undefined }),
          ),
        },
        reps: reps && {
          ...reps,
          rows: reps.rows.map((rep) => below(rep, rep.manager, { manager: undefined })),
        },
        leads: narrowed(tables.leads, ({ owner }) => hasPerson(owner)),
        contacts: narrowed(tables.contacts, ({ owner }) => hasPerson(owner)),
        // Those of the deals too, whoever owns them: they tell segment and region.
        accounts: narrowed(
          tables.accounts,
          ({ owner, accountId, accountName }) =>
            hasPerson(owner) ||
            dealAccounts.has(accountId) ||
            (accountName !== undefined && dealAccounts.has(accountName.toLowerCase())),
        ),
        quotas: narrowed(tables.quotas, ({ repId }) => hasPerson(repId)),
        forecastSubmissions: narrowed(tables.forecastSubmissions, ({ rep }) => hasPerson(rep)),
        opportunityHistory: narrowed(
          tables.opportunityHistory,
          ({ opportunityId }) => ids.get(recordKey(opportunityId)) === true,
        ),
        // A deal that the CRM no longer has is known from its snapshots alone.
        snapshots: narrowed(
          tables.snapshots,
          ({ opportunityId, owner }) => ids.get(recordKey(opportunityId)) ?? hasPerson(owner),
        ),
      },
    },
  };
}
