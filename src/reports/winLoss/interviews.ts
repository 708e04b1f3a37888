import type { Day } from "../../core/calendar/day.ts";
import { recordKey } from "../../core/recordKey.ts";
import type { Interview } from "../../core/winloss/interview.ts";
import { type Mention, type Mentioning, mentions } from "../../core/winloss/mentions.ts";
import { shownId } from "../parts/detailDeals.ts";
import type { KeptRows } from "../parts/keptRows.ts";
import { unitOf } from "../parts/unit.ts";
import { sayHidden } from "../parts/words.ts";
import type { ReportTable, TableRow } from "../report.ts";
import type { DecidedDeal } from "./decided.ts";
import type { Numbers } from "./numbers.ts";

/** Shares of lost and won deals that are interviewed, and the days after closing by which they are. */
const INTERVIEW_TARGETS = { lost: 0.8, won: 0.3, days: 28 } as const;

const MOST_ROWS = 15;
const MOST_RECORDS = 3;

export type Interviews = {
  /** Held with somebody of a deal that the report looks at. */
  readonly held: readonly { readonly deal: DecidedDeal; readonly interview: Interview }[];
};

/** An interview is held once it has a day or says anything. */
const isHeld = ({ date, themes, productGap, q1, q6 }: Interview) =>
  date !== undefined || [themes, productGap, q1, q6].some((text) => (text ?? "").trim() !== "");

export function interviewsOf({ deals, book }: Numbers): Interviews {
  const byId = new Map(
    (book.request.tables.interviews?.rows ?? []).map((row) => [recordKey(row.opportunityId), row]),
  );
  const held = deals.flatMap((deal) => {
    const interview = byId.get(recordKey(deal.deal.opportunityId));
    return interview && isHeld(interview) ? [{ deal, interview }] : [];
  });
  return { held };
}

/** Closed so lately that the customer can still be asked in time. */
const isRecent = ({ deal }: DecidedDeal, asOf: Day) =>
  (deal.closeDate ?? 0) > asOf - INTERVIEW_TARGETS.days;

const isInTime = ({ date }: Interview, { deal }: DecidedDeal) =>
  date !== undefined &&
  deal.closeDate !== undefined &&
  Math.floor(date) <= deal.closeDate + INTERVIEW_TARGETS.days;

/** How many interviews there are and how many in time; of deals closed in the last four weeks how many there should be. */
export function coverageTable(numbers: Numbers, { held }: Interviews): ReportTable {
  const { asOf } = numbers.book.request;
  const row = (outcome: "Lost" | "Won", recent: boolean): TableRow => {
    const isOne = (deal: DecidedDeal) =>
      deal.won === (outcome === "Won") && isRecent(deal, asOf) === recent;
    const all = numbers.deals.filter(isOne).length;
    const own = held.filter(({ deal }) => isOne(deal));
    const target = INTERVIEW_TARGETS[outcome === "Won" ? "won" : "lost"];
    return {
      key: recent ? outcome : `${outcome} before`,
      cells: {
        outcome: `${outcome}${recent ? " in the last four weeks" : " before"}`,
        deals: all,
        held: own.length,
        inTime: own.filter(({ deal, interview }) => isInTime(interview, deal)).length,
        share: all > 0 ? own.length / all : undefined,
        target,
        open: recent ? Math.max(0, Math.ceil(target * all - 1e-9) - own.length) : undefined,
      },
    };
  };
  return {
    id: "interviews",
    columns: [
      { id: "outcome", label: "Outcome", format: "text", span: 3 },
      { id: "deals", label: "Deals", format: "integer", span: 1 },
      { id: "held", label: "Interviews", format: "integer", span: 1 },
      { id: "inTime", label: "In time", format: "integer", span: 1 },
      { id: "share", label: "Share", format: "percent", span: 1 },
      { id: "target", label: "Target", format: "percent", span: 1 },
      { id: "open", label: "Still to hold", format: "integer", span: 2 },
    ],
    rows:
      numbers.deals.length === 0
        ? []
        : [row("Lost", true), row("Won", true), row("Lost", false), row("Won", false)],
    empty: "No deal was decided.",
  };
}

const PRIORITIES = { "▼ high": "bad", "● medium": "warning" } as const;

/** Own limits: what three deals name, or a tenth of the lost value, comes first. */
function priorityOf({ deals, value = 0 }: Mention, lost: number): string {
  const share = lost > 0 ? value / lost : 0;
  if (deals.length >= 3 || share >= 0.1) return "▼ high";
  return deals.length === 2 || share >= 0.05 ? "● medium" : "low";
}

function mentionsTable(
  numbers: Numbers,
  id: "themes" | "gaps",
  label: string,
  found: readonly Mention[],
  empty: string,
  lost?: number,
): ReportTable {
  const hidden = found.length - MOST_ROWS;
  const ranks = lost !== undefined;
  const priority = { id: "priority", label: "Priority", format: "text", span: 1 } as const;
  return {
    id,
    columns: [
      { id: "name", label, format: "text", span: 4 },
      { id: "deals", label: "Deals", format: "integer", span: 1, bar: true },
      { id: "value", label: `Value${unitOf(numbers.book)}`, format: "money", span: 2 },
      ...(ranks ? [{ ...priority, status: PRIORITIES }] : []),
      { id: "records", label: "Largest records", format: "text", span: ranks ? 4 : 5 },
    ],
    rows: found.slice(0, MOST_ROWS).map(
      (mention): TableRow => ({
        key: mention.name,
        cells: {
          name: mention.name,
          deals: mention.deals.length,
          value: mention.value,
          ...(ranks && { priority: priorityOf(mention, lost) }),
          records: mention.deals
            .slice(0, MOST_RECORDS)
            .map((one) => shownId(one))
            .join(", "),
        },
      }),
    ),
    more: sayHidden(hidden, "more", "in sheet Win-loss interviews", "more"),
    empty,
  };
}

const largestFirst = ({ held }: Interviews) =>
  [...held].sort((a, b) => (b.deal.amount ?? 0) - (a.deal.amount ?? 0));

/** What came up in interviews, won or lost. */
export function themesTable(numbers: Numbers, interviews: Interviews): ReportTable {
  const rows = largestFirst(interviews).map(
    ({ deal, interview }): Mentioning => ({
      opportunityId: deal.deal.opportunityId,
      text: interview.themes,
      value: deal.amount,
    }),
  );
  return mentionsTable(
    numbers,
    "themes",
    "Theme",
    mentions(rows),
    "No interview names a theme: write them in sheet Win-loss interviews, separated by semicolons.",
  );
}

/** What the product lacked in lost deals, by what that cost. */
export function gapsTable(numbers: Numbers, interviews: Interviews): ReportTable {
  const rows = largestFirst(interviews)
    .filter(({ deal }) => !deal.won)
    .map(
      ({ deal, interview }): Mentioning => ({
        opportunityId: deal.deal.opportunityId,
        text: interview.productGap,
        value: interview.gapValue ?? deal.amount,
      }),
    );
  return mentionsTable(
    numbers,
    "gaps",
    "Product gap",
    mentions(rows),
    "No interview of a lost deal names a product gap.",
    numbers.lost.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
  );
}

/** The largest of the deals that were closed in the last four weeks, as many as are to be interviewed. */
export function keptInterviews({ won, lost, book }: Numbers): KeptRows {
  const { asOf } = book.request;
  const { days, ...targets } = INTERVIEW_TARGETS;
  const wanted = (list: readonly DecidedDeal[], outcome: "Lost" | "Won", target: number) => {
    const recent = list.filter((deal) => isRecent(deal, asOf));
    recent.sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0));
    return recent.slice(0, Math.ceil(target * recent.length - 1e-9)).map(
      ({ deal, row, amount }): Interview => ({
        opportunityId: deal.opportunityId,
        name: deal.opportunityName ?? deal.accountName ?? "",
        outcome,
        owner: row.owner.label,
        ...(deal.closeDate !== undefined && {
          closed: deal.closeDate,
          due: deal.closeDate + days,
        }),
        ...(amount !== undefined && { amount }),
        ...(deal.competitor !== undefined && { competitor: deal.competitor }),
      }),
    );
  };
  return {
    table: "interviews",
    fields: ["opportunityId", "name", "outcome", "owner", "closed", "amount", "due"],
    proposed: ["competitor"],
    rows: [...wanted(lost, "Lost", targets.lost), ...wanted(won, "Won", targets.won)],
  };
}
