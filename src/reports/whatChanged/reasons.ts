import { MOVE_REASONS, MOVE_WORDS, type MoveReason } from "../../core/movement/moveReason.ts";

/** Where all stages are looked at, nothing comes or leaves by its stage. */
export const REASONS: readonly MoveReason[] = MOVE_REASONS.filter(
  (reason) => reason !== "stage_in" && reason !== "stage_out",
);

const UNCHANGED = "Unchanged";

export const wordOf = (reason: MoveReason | undefined): string =>
  reason === undefined ? UNCHANGED : MOVE_WORDS[reason];

/** What each step of the waterfall counts. */
export const MEANING: Readonly<Record<MoveReason, string>> = {
  new: "Created after the earlier day, open at the later one.",
  pulled_in: "Closed later than the period, or on no known day, and now closes in it.",
  pushed_in: "Should have closed before the period and now closes in it.",
  owner_in: "Came from another owner, or from a pipeline that is not looked at.",
  reopened: "Was closed or gone at the earlier day and is open again.",
  stage_in: "Came into the stages and categories looked at.",
  amount_up: "In the pipeline on both days, with a larger amount.",
  amount_down: "In the pipeline on both days, with a smaller amount.",
  pulled_out: "Now closes before the period.",
  pushed_out: "Now closes after the period, or on no known day.",
  owner_out: "Went to another owner, or to a pipeline that is not looked at.",
  stage_out: "Left the stages and categories looked at.",
  lost: "Lost, with the amount it had at the earlier day.",
  won: "Won, with the amount it had at the earlier day.",
  deleted: "Open at the earlier day and missing from a later complete import.",
  currency: "What another rate, or another currency, did to amounts.",
};
