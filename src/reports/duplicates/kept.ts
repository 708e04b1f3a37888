import { isoFromDay } from "../../core/calendar/day.ts";
import type { DuplicatePair, MergeProposal } from "../../core/duplicates/duplicatePair.ts";
import { chooseFields, type FieldChoice } from "../../core/duplicates/survivor.ts";
import type { Column } from "../../tables/table.ts";
import type { KeptRows } from "../parts/keptRows.ts";
import { type Found, type FoundPair, type Group, partsInWords, questionsOf } from "./find.ts";
import type { Comparable } from "./records.ts";

/** Rows that a person can still go through. */
const MOST_PAIRS = 5_000;
const MOST_PROPOSALS = 10_000;
/** Bits are shown with so many decimals. */
const ROUND = 1e4;

const NO_LONGER = "no longer found";
const NOT_PROPOSED = "no longer proposed";
/** The row that says which record goes; the others name fields. */
const WHOLE = "Record";

const VERDICTS = { same: "same", ask: "to decide", settled: "settled by other pairs" } as const;

function verdictOf({ place, isSame }: FoundPair): string {
  if (isSame !== undefined) return isSame ? "decided: same" : "decided: not same";
  return VERDICTS[place.standing];
}

const pairRow = (pair: FoundPair): DuplicatePair => ({
  sheet: pair.a.table.sheet,
  recordId: pair.a.id,
  name: pair.a.name,
  otherSheet: pair.b.table.sheet,
  otherId: pair.b.id,
  otherName: pair.b.name,
  ...(pair.a.owner !== undefined && { owner: pair.a.owner }),
  probability: Math.round(pair.score.probability * ROUND) / ROUND,
  verdict: verdictOf(pair),
  weight: Math.round(pair.score.weight * ROUND) / ROUND,
  parts: partsInWords(pair.score),
});

const pairId = (row: DuplicatePair): string =>
  [row.sheet, row.recordId, row.otherSheet, row.otherId].join("/");

/** Pairs to decide stand first, those of one question together; then those that are sure. */
export function keptPairs(found: readonly Found[], earlier: readonly DuplicatePair[]): KeptRows {
  const pairs = found.flatMap((one) => one.pairs);
  const placed = (standing: FoundPair["place"]["standing"]) =>
    pairs.filter(({ place }) => place.standing === standing);
  const asked = found.flatMap(questionsOf).flat();
  const rows = [...asked, ...placed("same"), ...placed("settled")]
    .slice(0, MOST_PAIRS)
    .map(pairRow);
  const now = new Set(rows.map(pairId));
  const gone = earlier.filter((row) => !now.has(pairId(row)));
  return {
    table: "duplicatePairs",
    fields: [
      ...["probability", "verdict", "sheet", "recordId", "name", "otherSheet", "otherId"],
      ...["otherName", "owner", "weight", "parts"],
    ],
    rows: [...rows, ...gone.map((row) => ({ ...row, verdict: NO_LONGER }))],
  };
}

type AnyColumn = Column<Record<string, unknown>>;

function shown(column: AnyColumn, value: unknown): string {
  if (value === undefined || value === "") return "";
  const isDate = column.kind === "date" || column.kind === "datetime";
  return isDate && typeof value === "number" ? isoFromDay(value) : String(value);
}

/** Fields that stand in both sheets and say something about the person, company or deal. */
function sharedColumns(keep: Comparable, merge: Comparable): readonly AnyColumn[] {
  const others = new Set(merge.table.columns.map(({ field }) => field));
  return keep.table.columns.filter(
    ({ field, need }) => need !== "key" && need !== "derived" && others.has(field),
  );
}

const REASONS = {
  "only value": "only this record has a value",
  "a refusal stands": "who wants no mails wants none",
  "system of record": "of the system of record",
  "latest activity": "of the record with the latest activity",
  "the record kept": "of the record that stays; no activity is dated",
} as const;

/** A lead who is a contact already is not merged: CRMs convert it to the contact that is there. */
const isConversion = (keep: Comparable, merge: Comparable): boolean =>
  keep.table.name === "contacts" && merge.table.name === "leads";

function because(reason: FieldChoice["reason"], { source }: Comparable): string {
  const why = REASONS[reason];
  return reason === "system of record" && source !== undefined ? `${why}, ${source}` : why;
}

function proposalsOf({ keep, merge }: Group): readonly MergeProposal[] {
  return merge.flatMap(({ record, score }) => {
    const base = {
      sheet: keep.table.sheet,
      keepId: keep.id,
      keepName: keep.name,
      mergeSheet: record.table.sheet,
      mergeId: record.id,
      mergeName: record.name,
      state: "proposed",
    };
    const columns = sharedColumns(keep, record);
    const choices = chooseFields(
      [keep, record],
      0,
      columns.map(({ field }) => field),
    );
    const whole: MergeProposal = {
      ...base,
      field: WHOLE,
      proposed: isConversion(keep, record)
        ? `Convert lead ${record.id} to contact ${keep.id}`
        : `Merge ${record.id} into ${keep.id}`,
      reason: `${(score.probability * 100).toFixed(1)} % the same`,
    };
    return [
      whole,
      ...choices.flatMap(({ field, from, reason }): MergeProposal[] => {
        const column = columns.find((one) => one.field === field);
        if (column === undefined) return [];
        const [kept, other] = [keep, record].map(({ values }) => shown(column, values[field]));
        return [
          {
            ...base,
            field: column.label,
            kept: kept ?? "",
            other: other ?? "",
            proposed: (from === 0 ? kept : other) ?? "",
            reason: because(reason, from === 0 ? keep : record),
          },
        ];
      }),
    ];
  });
}

const proposalId = (row: MergeProposal): string =>
  [row.sheet, row.keepId, row.mergeSheet, row.mergeId, row.field].join("/");

export function keptProposals(
  found: readonly Found[],
  earlier: readonly MergeProposal[],
): KeptRows {
  const rows = found.flatMap(({ groups }) => groups.flatMap(proposalsOf)).slice(0, MOST_PROPOSALS);
  const now = new Set(rows.map(proposalId));
  const gone = earlier.filter((row) => !now.has(proposalId(row)));
  return {
    table: "mergeProposals",
    fields: [
      ...["sheet", "keepId", "keepName", "mergeSheet", "mergeId", "mergeName", "field"],
      ...["kept", "other", "proposed", "reason", "state"],
    ],
    rows: [...rows, ...gone.map((row) => ({ ...row, state: NOT_PROPOSED }))],
  };
}
