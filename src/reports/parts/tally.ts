/** A sum over deals, some of which may lack the number. */
export type Tally = {
  readonly count: number;
  /** How many had the number. */
  readonly known: number;
  readonly sum: number;
  /** How many were below zero, and what those above it come to. */
  readonly negative: number;
  readonly gross: number;
};

export function tally<Row>(rows: Iterable<Row>, numberOf: (row: Row) => number | undefined): Tally {
  let [count, known, sum, negative, gross] = [0, 0, 0, 0, 0];
  for (const row of rows) {
    count++;
    const value = numberOf(row);
    if (value === undefined) continue;
    known++;
    sum += value;
    if (value < 0) negative++;
    else gross += value;
  }
  return { count, known, sum, negative, gross };
}

/** 0 for no rows at all; undefined when there are rows and none has the number: then the sum is not known. */
export function total({ count, known, sum }: Tally): number | undefined {
  return count > 0 && known === 0 ? undefined : sum;
}

/** The total that parts can be shares of: with credits in it, one part may be more than all together. */
export function whole(all: Tally): number | undefined {
  return all.negative > 0 ? undefined : total(all);
}

/** A part of a whole; undefined when either is unknown or the whole is not above zero. */
export function share(part: number | undefined, whole: number | undefined): number | undefined {
  return part === undefined || whole === undefined || whole <= 0 ? undefined : part / whole;
}
