/** A cell or row that could not be read: what a person needs to find it and put it right. */
export type Issue = {
  /** Sheet or table name. */
  readonly table: string;
  /** Row number as the person sees it, 1 = first row; undefined for the whole column or file. */
  readonly row?: number;
  /** Column heading as the person sees it. */
  readonly column?: string;
  /** What was found there. */
  readonly value?: string;
  /** One sentence: what is wrong. */
  readonly message: string;
  /** One sentence: what to do about it. */
  readonly remedy: string;
  /** True when the whole record was left out; otherwise the one field is blank. */
  readonly rejected: boolean;
};
