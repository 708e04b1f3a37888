import type { BlockingKey } from "./matchField.ts";

/** Records that share a key; a key that more records share says nothing about who is who. */
export const MOST_IN_BLOCK = 100;

/** Records by key, one pass for each kind of key. */
export type Blocks = {
  readonly passes: readonly Pass[];
  /** Keys that were left out because too many records share them, and how many records did. */
  readonly skippedKeys: number;
  readonly skippedRecords: number;
};

type Pass = {
  /** The block of each record; -1 when it is in none. */
  readonly blockOf: Int32Array;
  /** Records block by block, those of block n from `starts[n]` on. */
  readonly records: Int32Array;
  readonly starts: Int32Array;
};

/** Where a walk through all pairs stands: pass, block and the place of its first record in the block. */
export type PairCursor = { pass: number; block: number; first: number };

function buildPass(texts: readonly string[], size: number) {
  const counts = new Map<string, number>();
  for (const text of texts) if (text !== "") counts.set(text, (counts.get(text) ?? 0) + 1);
  const numbers = new Map<string, number>();
  const starts = [0];
  let [skippedKeys, skippedRecords] = [0, 0];
  for (const [text, count] of counts) {
    if (count > MOST_IN_BLOCK) {
      skippedKeys++;
      skippedRecords += count;
    } else if (count > 1) {
      numbers.set(text, numbers.size);
      starts.push((starts[starts.length - 1] ?? 0) + count);
    }
  }
  const blockOf = new Int32Array(size).fill(-1);
  const records = new Int32Array(starts[starts.length - 1] ?? 0);
  const next = Int32Array.from(starts);
  for (let at = 0; at < size; at++) {
    const block = numbers.get(texts[at] ?? "");
    if (block === undefined) continue;
    blockOf[at] = block;
    const place = next[block] ?? 0;
    records[place] = at;
    next[block] = place + 1;
  }
  return {
    pass: { blockOf, records, starts: Int32Array.from(starts) },
    skippedKeys,
    skippedRecords,
  };
}

export function buildBlocks(keys: readonly BlockingKey[], size: number): Blocks {
  const built = keys.map(({ texts }) => buildPass(texts, size));
  return {
    passes: built.map(({ pass }) => pass),
    skippedKeys: built.reduce((sum, { skippedKeys }) => sum + skippedKeys, 0),
    skippedRecords: built.reduce((sum, { skippedRecords }) => sum + skippedRecords, 0),
  };
}

const sharesEarlierBlock = (passes: readonly Pass[], before: number, a: number, b: number) => {
  for (let pass = 0; pass < before; pass++) {
    const blockOf = passes[pass]?.blockOf;
    const block = blockOf?.[a] ?? -1;
    if (block >= 0 && block === blockOf?.[b]) return true;
  }
  return false;
};

/** Visits the pairs of one block, from a record on, that share no block of an earlier pass. */
function visitFrom(
  passes: readonly Pass[],
  cursor: PairCursor,
  end: number,
  place: number,
  visit: (a: number, b: number) => void,
): void {
  const { records } = passes[cursor.pass] as Pass;
  const a = records[place] ?? 0;
  for (let at = place + 1; at < end; at++) {
    const b = records[at] ?? 0;
    if (!sharesEarlierBlock(passes, cursor.pass, a, b)) visit(a, b);
  }
}

/**
 * Visits pairs of records that share a key, each pair once, from the cursor on until `stop` says so; it is asked after
 * each record. Returns true at the end. The cursor is moved along, so that the walk can go on from it.
 */
export function walkPairs(
  { passes }: Blocks,
  cursor: PairCursor,
  visit: (a: number, b: number) => void,
  stop: () => boolean = () => false,
): boolean {
  for (; cursor.pass < passes.length; cursor.pass++, cursor.block = 0) {
    const { starts } = passes[cursor.pass] as Pass;
    for (; cursor.block < starts.length - 1; cursor.block++, cursor.first = 0) {
      const [from = 0, to = 0] = [starts[cursor.block], starts[cursor.block + 1]];
      for (; from + cursor.first < to - 1; cursor.first++) {
        if (stop()) return false;
        visitFrom(passes, cursor, to, from + cursor.first, visit);
      }
    }
  }
  return true;
}
