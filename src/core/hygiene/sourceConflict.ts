/** One thing that two sheets say about the same record. */
export type TwoSources = {
  /** Where each of the two stands. */
  readonly sheets: readonly [string, string];
  readonly values: readonly [string, string];
};

export type SourceConflict = {
  /** Place of the source that is believed, and of the other. */
  readonly right: 0 | 1;
  readonly wrong: 0 | 1;
  readonly value: string;
  readonly other: string;
};

/**
 * Two sources contradict each other when both say something and it is not the same. The system of record is believed;
 * where it is neither of the two, the first. A source that says nothing contradicts nothing.
 */
export function sourceConflict(
  { sheets, values }: TwoSources,
  systemOfRecord: string,
  isSame: (one: string, other: string) => boolean,
): SourceConflict | undefined {
  const [one, other] = values;
  if (one === "" || other === "" || isSame(one, other)) return undefined;
  const isSecond = sheets[1] === systemOfRecord && sheets[0] !== systemOfRecord;
  return isSecond
    ? { right: 1, wrong: 0, value: other, other: one }
    : { right: 0, wrong: 1, value: one, other };
}
