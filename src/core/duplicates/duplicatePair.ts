/** Two records that may be one, as the sheet of pairs to decide keeps them. */
export type DuplicatePair = {
  /** Sheets of the two records, such as `Leads` and `Contacts`. */
  readonly sheet: string;
  readonly otherSheet: string;
  readonly recordId: string;
  readonly otherId: string;
  readonly name?: string;
  readonly otherName?: string;
  readonly owner?: string;
  readonly probability?: number;
  readonly verdict?: string;
  readonly weight?: number;
  /** What each field adds to the weight, in words. */
  readonly parts?: string;
  /** A person's: `same` or `not same`. */
  readonly decision?: string;
  readonly note?: string;
};

/** One field of a record that is to be merged into another: a proposal. */
export type MergeProposal = {
  readonly sheet: string;
  readonly keepId: string;
  readonly mergeSheet: string;
  readonly mergeId: string;
  readonly field: string;
  readonly keepName?: string;
  readonly mergeName?: string;
  readonly kept?: string;
  readonly other?: string;
  readonly proposed?: string;
  readonly reason?: string;
  readonly state?: string;
  /** A person's: ticked once it is done in the CRM. */
  readonly done?: boolean;
};
