/** One thing that an import will not guess. */
export type Question = {
  /** What an answers file is keyed by, such as `Opportunity.csv/CloseDate/date order`. */
  readonly id: string;
  readonly text: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly samples: readonly string[];
  /** What is done while nobody answers; left out: what it is about stays blank. */
  readonly until?: string;
};

/** Questions are named by the file without its folder, so that one answer holds for the next export too. */
export function questionId(file: string, what: string, topic: string): string {
  return `${file.split(/[\\/]/).pop() ?? file}/${what}/${topic}`;
}
