import type { Day } from "../../core/calendar/day.ts";
import type { Deal } from "../../core/deals/deal.ts";
import type { PlannedTable, ReadRow } from "../../sources/planTypes.ts";
import { type Question, questionId } from "../../sources/question.ts";
import type { Cell } from "../../tables/reading/cell.ts";
import type { Conventions } from "../../tables/reading/conventions.ts";
import type { Issue } from "../../tables/reading/issue.ts";
import { dropDuplicates } from "../../tables/records/duplicates.ts";
import { type MergeResult, mergeRecords } from "../../tables/records/mergeRecords.ts";

/** One table of an import, compared with what its sheet holds. */
export type MergedPart = {
  readonly part: PlannedTable;
  readonly merge: MergeResult<ReadRow>;
  /** The sheet's cells before, header included. */
  readonly existing: readonly (readonly Cell[])[];
  readonly issues: readonly Issue[];
  readonly questions: readonly Question[];
  readonly notes: readonly string[];
  /** Records left out since another row of the file says something else about them. */
  readonly rejected: number;
  /** True: nothing in the sheet needs to be written. */
  readonly isUnchanged: boolean;
};

export type MergeOptions = {
  readonly file: string;
  readonly answers: Readonly<Record<string, string>>;
  /** The day that deals missing from a complete file are gone since. */
  readonly day: Day | undefined;
  readonly calendar: Conventions["calendar"];
  /** Where the file is from. */
  readonly source: string;
};

/** Beyond this share of known records missing, a file is taken for a part. */
const PART_SHARE = 0.1;

/** Brings the records of one table together with its sheet; nothing is written. */
export function mergePart(
  part: PlannedTable,
  existing: readonly (readonly Cell[])[],
  options: MergeOptions,
): MergedPart {
  const { rows, rowNumbers, identical, issues } = dropDuplicates(
    part.table,
    part.rows,
    part.rowNumbers,
  );
  const merged = (missing: "mark" | "keep") =>
    mergeRecords<ReadRow>({
      table: part.table,
      existing,
      incoming: { fields: part.fields, rows },
      missing,
      day: options.day,
      calendar: options.calendar,
      source: options.source,
    });
  const notes: string[] = [];
  if (identical > 0)
    notes.push(`${identical} rows that repeat another one word for word were dropped.`);
  const choice = completeness(part, merged, options);
  const { sourced } = choice.merge;
  if (sourced > 0)
    notes.push(
      `Source System of ${sourced} known ${sourced === 1 ? "record" : "records"} of ${part.table.sheet}: ${options.source}.`,
    );
  return {
    part: { ...part, rows, rowNumbers },
    merge: choice.merge,
    existing,
    issues,
    questions: choice.questions,
    notes: [...notes, ...choice.notes],
    rejected: issues.length,
    isUnchanged: isUnchanged(choice.merge),
  };
}

function isUnchanged({
  newRows,
  changed,
  gone,
  sourced,
  insertedColumns,
  ownColumns,
  header,
}: MergeResult<ReadRow>): boolean {
  return (
    newRows.length + changed.length + gone.length + sourced + insertedColumns.length === 0 &&
    ownColumns.length <= header.length
  );
}

type Completeness = Pick<MergedPart, "merge" | "questions" | "notes">;

/** Only deals can be gone. Whether the file is complete is asked, and until then told from how many deals it lacks. */
function completeness(
  part: PlannedTable,
  merged: (missing: "mark" | "keep") => MergeResult<ReadRow>,
  { file, answers, day }: MergeOptions,
): Completeness {
  const isDeals = part.table.name === "opportunities" && day !== undefined;
  const id = questionId(file, "file", "complete");
  if (!isDeals || answers[id] === "part") {
    const kept = merged("keep");
    return { merge: kept, questions: [], notes: goneNotes(kept) };
  }
  const marked = merged("mark");
  const { gone, unchanged, changed } = marked;
  if (gone.length === 0 || answers[id] === "complete")
    return { merge: marked, questions: [], notes: goneNotes(marked) };
  const known = gone.length + unchanged + changed.length;
  const isPart = gone.length > PART_SHARE * known;
  const question: Question = {
    id,
    until: isPart
      ? "taken as a part, so that the missing deals stay as they are"
      : "taken as a complete export, so that the missing deals are out of the open figures",
    text: `${gone.length} of ${known} known deals are not in ${file}. Is it a complete export, so that they are gone, or a part?`,
    options: [
      { value: "complete", label: "Complete: the missing deals leave the open figures" },
      { value: "part", label: "A part: missing deals stay as they are" },
    ],
    samples: gone.slice(0, 5).map(({ opportunityId }) => String(opportunityId)),
  };
  if (!isPart)
    return {
      merge: marked,
      questions: [question],
      notes: ["Taken as a complete export.", ...goneNotes(marked)],
    };
  const note = `Taken as a part, since ${gone.length} of ${known} known deals are missing; nothing was marked as gone.`;
  const kept = merged("keep");
  return { merge: kept, questions: [question], notes: [note, ...goneNotes(kept)] };
}

function goneNotes({ gone, returned }: MergeResult<ReadRow>): string[] {
  const notes: string[] = [];
  if (gone.length > 0) {
    const what = gone.length === 1 ? "1 deal is" : `${gone.length} deals are`;
    notes.push(
      `${what} no longer in the export (${amounts(gone)}), left out of open figures and listed in Import issues.`,
    );
  }
  if (returned.length > 0) {
    const what = returned.length === 1 ? "1 deal that was" : `${returned.length} deals that were`;
    notes.push(`${what} gone came back (${amounts(returned)}).`);
  }
  return notes;
}

/** Totals by currency, since different ones are never added. */
function amounts(deals: readonly ReadRow[]): string {
  const totals = new Map<string, number>();
  for (const { amount, currency } of deals) {
    if (typeof amount !== "number") continue;
    const unit = typeof currency === "string" ? currency : "";
    totals.set(unit, (totals.get(unit) ?? 0) + amount);
  }
  const parts = [...totals].map(([currency, total]) =>
    `${Math.round(total * 100) / 100} ${currency}`.trim(),
  );
  return parts.length === 0 ? "without amounts" : `amounts ${parts.join(" and ")}`;
}

/** Each deal that is gone, for the Import issues sheet. */
export function goneIssues({ part, merge }: MergedPart, day: string): Issue[] {
  return merge.gone.map((row) => {
    const { opportunityId, opportunityName, amount, currency } = row as Partial<Deal>;
    const worth = amount === undefined ? "without an amount" : `${amount} ${currency ?? ""}`.trim();
    return {
      table: part.table.sheet,
      column: "Gone Since",
      value: String(opportunityId),
      message: `${opportunityName ?? opportunityId} (${worth}) is missing from the complete export of ${day} and left the open figures.`,
      remedy:
        "Nothing to do if it was deleted in the CRM; it comes back when it reappears in an export.",
      rejected: false,
    };
  });
}
