/** One deal that was won or lost, with what win/loss analysis asks of it. */
export type DecidedDeal = {
  readonly won: boolean;
  /** Why it was lost. */
  readonly reason?: string | undefined;
  /** In one currency for all deals. */
  readonly amount?: number | undefined;
};
