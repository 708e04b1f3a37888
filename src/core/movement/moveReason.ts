/**
 * Why the open pipeline of a window differs between two days. `stage_in` and `stage_out` occur where only some stages or
 * categories are looked at.
 */
export type MoveReason =
  | "new"
  | "pulled_in"
  | "pushed_in"
  | "owner_in"
  | "reopened"
  | "stage_in"
  | "amount_up"
  | "amount_down"
  | "pulled_out"
  | "pushed_out"
  | "owner_out"
  | "stage_out"
  | "lost"
  | "won"
  | "deleted"
  | "currency";

/** In the order of a waterfall. */
export const MOVE_REASONS: readonly MoveReason[] = [
  "new",
  "pulled_in",
  "pushed_in",
  "owner_in",
  "reopened",
  "stage_in",
  "amount_up",
  "amount_down",
  "pulled_out",
  "pushed_out",
  "owner_out",
  "stage_out",
  "lost",
  "won",
  "deleted",
  "currency",
];

export const MOVE_WORDS: Readonly<Record<MoveReason, string>> = {
  new: "New",
  pulled_in: "Pulled in",
  pushed_in: "Pushed in",
  owner_in: "Owner in",
  reopened: "Reopened",
  stage_in: "Stage in",
  amount_up: "Amount up",
  amount_down: "Amount down",
  pulled_out: "Pulled out",
  pushed_out: "Pushed out",
  owner_out: "Owner out",
  stage_out: "Stage out",
  lost: "Lost",
  won: "Won",
  deleted: "Deleted",
  currency: "Currency",
};
