/** A person of the sheet Reps. */
export type Colleague = { readonly repId: string; readonly label: string };

/** Who the person at this spreadsheet says to be; nobody checks it. */
export type WhoView = {
  readonly chosen?: Colleague;
  readonly people: readonly Colleague[];
};

/** A blank id takes the choice back. */
export type ChooseWhoRequest = { readonly repId: string };
