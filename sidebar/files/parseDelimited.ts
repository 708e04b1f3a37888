import Papa from "papaparse";

const DELIMITERS = [",", ";", "\t", "|"];
const PROBED_RECORDS = 200;

export type DelimitedText = {
  readonly rows: string[][];
  readonly delimiter: string;
  /** Lines with a quotation mark that is never closed; they were taken as they stand. */
  readonly brokenQuotes: number;
};

/** Splits delimited text into rows of text. Quoted line breaks and doubled quotes are understood; blank lines stay, as rows without content. */
export function parseDelimited(text: string): DelimitedText {
  const delimiter = findDelimiter(text);
  const { data, errors } = Papa.parse<string[]>(text, { delimiter });
  const isBroken = errors.some(({ code }) => code === "MissingQuotes" || code === "InvalidQuotes");
  const { rows, brokenQuotes } = isBroken
    ? mended(text, delimiter)
    : { rows: data, brokenQuotes: 0 };
  // The line break that ends a file starts no further row.
  const last = rows[rows.length - 1];
  if (last && last.length === 1 && last[0] === "") rows.pop();
  return { rows, delimiter, brokenQuotes };
}

/**
 * A quotation mark that opens a value and never closes would swallow all lines up to the next one. Such a line is
 * split without regard to quotes, and reading goes on behind it.
 */
function mended(text: string, delimiter: string): { rows: string[][]; brokenQuotes: number } {
  const rows: string[][] = [];
  let brokenQuotes = 0;
  let rest = text;
  while (rest !== "") {
    const part = rest;
    let brokenAt: number | undefined;
    Papa.parse<string[]>(part, {
      delimiter,
      step: ({ data, errors }, parser) => {
        const swallowed = data.some((value) => value.includes("\n"));
        const error = errors.find(
          ({ code }) => code === "MissingQuotes" || (code === "InvalidQuotes" && swallowed),
        );
        if (error) {
          brokenAt = error.index ?? 0;
          parser.abort();
        } else rows.push(data);
      },
    });
    if (brokenAt === undefined) break;
    const start = part.lastIndexOf("\n", brokenAt - 1) + 1;
    const end = part.indexOf("\n", brokenAt);
    const line = part.slice(start, end < 0 ? undefined : end).replace(/\r$/, "");
    rows.push(line.split(delimiter).map((value) => value.replace(/^"|"$/g, "")));
    brokenQuotes++;
    rest = end < 0 ? "" : part.slice(end + 1);
  }
  return { rows, brokenQuotes };
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
