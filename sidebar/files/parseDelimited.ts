import Papa from "papaparse";

const DELIMITERS = [",", ";", "\t", "|"];
const PROBED_RECORDS = 200;

export type DelimitedText = { readonly rows: string[][]; readonly delimiter: string };

/** Splits delimited text into rows of text. Quoted line breaks and doubled quotes are understood; blank lines stay, as rows without content. */
export function parseDelimited(text: string): DelimitedText {
  const delimiter = findDelimiter(text);
  const { data } = Papa.parse<string[]>(text, { delimiter });
  // The line break that ends a file starts no further row.
  const last = data[data.length - 1];
  if (last && last.length === 1 && last[0] === "") data.pop();
  return { rows: data, delimiter };
}

/**
 * The delimiter under which most rows have the width that is commonest: a comma inside dates or amounts of a
 * semicolon file gives uneven rows. Ties go to the one that gives more columns.
 */
function findDelimiter(text: string): string {
  let best = ",";
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const { data } = Papa.parse<string[]>(text, {
      delimiter,
      preview: PROBED_RECORDS,
      skipEmptyLines: true,
    });
    const counts = new Map<number, number>();
    for (const row of data)
      if (row.length > 1) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
    let score = 0;
    for (const [width, rows] of counts) {
      score = Math.max(score, (rows / data.length) * (1 + Math.log2(width)));
    }
    if (score > bestScore) {
      bestScore = score;
      best = delimiter;
    }
  }
  return best;
}
