import { sourceConflict } from "../../core/hygiene/sourceConflict.ts";
import type { Failing, QualityCheck } from "./check.ts";

/** A record as one of two sources has it. */
type Side = { readonly id: string; readonly name: string; readonly value: string };

export type Pair = {
  readonly owner: string | undefined;
  readonly amount?: number | undefined;
  readonly sides: readonly [Side, Side];
};

/** Something that two sheets say about records. */
export type Fact = {
  readonly id: string;
  readonly label: string;
  readonly sheets: readonly [string, string];
  /** Heading of the field in each of the two; undefined: counted from rows, so that nothing can be entered there. */
  readonly fields: readonly [string | undefined, string | undefined];
  /** The sheet that is believed where nobody says otherwise. */
  readonly system: string;
  readonly isSame: (one: string, other: string) => boolean;
  readonly pairs: readonly Pair[];
};

/** The records about which two sheets contradict each other, among those about which both say something. */
export function conflictCheck(
  { id, label, sheets, fields, isSame, pairs: all }: Fact,
  system: string,
): QualityCheck[] {
  const pairs = all.filter(({ sides }) => sides[0].value !== "" && sides[1].value !== "");
  if (pairs.length === 0) return [];
  const failing = pairs.flatMap(({ owner, amount, sides }): Failing[] => {
    const values = [sides[0].value, sides[1].value] as const;
    const conflict = sourceConflict({ sheets, values }, system, isSame);
    if (conflict === undefined) return [];
    const { right, wrong, value, other } = conflict;
    const field = fields[wrong];
    const side = sides[wrong];
    return [
      {
        id: side.id,
        name: side.name,
        owner,
        amount,
        found: `${other}, but ${value} in ${sheets[right]}`,
        ...(field !== undefined && {
          proposal: { field, now: other, value, reason: `${sheets[right]} is believed` },
        }),
      },
    ];
  });
  const other = sheets[0] === system ? sheets[1] : sheets[0];
  return [
    {
      id,
      sheet: other,
      label,
      dimension: "accuracy",
      severity: "medium",
      condition: `${other} and ${system} say different things; ${system} is believed`,
      action: `Take over what ${system} says`,
      checked: pairs.length,
      failing,
    },
  ];
}
