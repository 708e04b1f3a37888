import type { BlockingKey, Comparison, MatchData, MatchField } from "./matchField.ts";
import { matchText } from "./matchText.ts";

/** A column of any list, its texts as they stand in the cells. */
export type ListColumn = { readonly heading: string; readonly texts: readonly string[] };

/** A list so short that all its pairs are compared. */
const SHORT = 100;
/** Pairs that one key may ask for, a record; keys that ask for more tell too little. */
const PAIRS_A_RECORD = 5;
const MOST_KEYS = 24;
/** Texts that are mostly this short are codes, such as those of states. */
const SHORT_CODE = 4;

const HAS_DIGIT = /\d/;
const HAS_LETTER = /\p{L}/u;

/** Mostly numbers and short texts are codes; texts with numbers in them, such as addresses, must agree in these. */
function comparisonOf(texts: readonly string[]): Comparison {
  let [filled, digits, mixed, length] = [0, 0, 0, 0];
  for (const text of texts) {
    if (text === "") continue;
    filled++;
    length += text.length;
    if (!HAS_DIGIT.test(text)) continue;
    digits++;
    if (HAS_LETTER.test(text)) mixed++;
  }
  if (digits - mixed > filled / 2 || length <= SHORT_CODE * filled) return "code";
  return mixed > filled / 2 ? "title" : "name";
}

/** How likely two records hold the same text by chance, and the pairs of records that do. */
function sharing(texts: readonly string[]) {
  const counts = new Map<string, number>();
  let filled = 0;
  for (const text of texts) {
    if (text === "") continue;
    filled++;
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  let [pairs, chance] = [0, 0];
  for (const count of counts.values()) {
    pairs += (count * (count - 1)) / 2;
    chance += (count / filled) ** 2;
  }
  return { pairs, chance, filled, distinct: counts.size };
}

type Key = BlockingKey & { readonly pairs: number };

/** Single columns that few records share; of the others, and of all where these are few, two together. */
function keysOf(columns: readonly ListColumn[], size: number): BlockingKey[] {
  if (size <= SHORT) return [{ label: "all", texts: Array.from({ length: size }, () => "all") }];
  const most = PAIRS_A_RECORD * size;
  const key = (label: string, texts: readonly string[]): Key => ({
    label,
    texts,
    pairs: sharing(texts).pairs,
  });
  const single = columns.map(({ heading, texts }) => key(heading, texts));
  const telling = single.filter(({ pairs }) => pairs <= most);
  const vague = single.filter(({ pairs }) => pairs > most);
  const joined = vague.flatMap((one, at) =>
    vague.slice(at + 1).map((other) =>
      key(
        `${one.label} and ${other.label}`,
        one.texts.map((text, row) => {
          const second = other.texts[row] ?? "";
          return text === "" || second === "" ? "" : `${text}|${second}`;
        }),
      ),
    ),
  );
  return [...telling, ...joined.filter(({ pairs }) => pairs <= most)]
    .sort((a, b) => a.pairs - b.pairs)
    .slice(0, MOST_KEYS);
}

/**
 * Any list as the search for duplicates takes it, whatever its columns are about: each is compared by what its texts look
 * like, and what its agreement is worth is learned from the list. A column of one value alone tells nothing.
 */
export function listData(columns: readonly ListColumn[], size: number): MatchData {
  const plain = columns
    .map(({ heading, texts }) => ({ heading, texts: texts.map(matchText) }))
    .filter(({ texts }) => sharing(texts).distinct > 1);
  return {
    size,
    fields: plain.map(({ heading, texts }, at): MatchField => {
      return {
        id: `column ${at}`,
        label: heading,
        compare: comparisonOf(texts),
        same: 0.8,
        close: 0.12,
        // In a short list even a common value may stand once.
        chance: size <= SHORT ? 0.01 : Math.min(0.4, Math.max(0.0005, sharing(texts).chance)),
        columns: [texts],
      };
    }),
    keys: keysOf(plain, size),
  };
}

const ID_HEADING = /(?:^|[^a-z])(?:id|key|nr|no|number|record|row)\.?$/i;

/** The place of the column that numbers the records: each has another value. */
export function idColumn(columns: readonly ListColumn[], size: number): number | undefined {
  const at = columns.findIndex(
    ({ heading, texts }) => ID_HEADING.test(heading.trim()) && sharing(texts).distinct === size,
  );
  return at < 0 ? undefined : at;
}
