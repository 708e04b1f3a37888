const always = new Set([
  "",
  "null",
  "n/a",
  "#n/a",
  "-",
  "--",
  "—",
  "–",
  "(null)",
  "(blank)",
  "nil",
  "undefined",
  "--none--",
  "select",
]);

/** Spellings of "nothing here" that no text column means literally. */
export function isNullText(text: string): boolean {
  return text.length < 10 && always.has(text.toLowerCase());
}

/** Spellings of "nothing here" in a column of numbers, dates or yes and no, where `NA` and `none` are no values either. */
export function isNullWord(text: string): boolean {
  if (text.length > 9) return false;
  const word = text.toLowerCase();
  return always.has(word) || word === "na" || word === "none" || word === "nan";
}

/** Words for "not known yet": blank as a value, but worth telling. */
export function isPlaceholder(text: string): boolean {
  return (
    text.length < 16 &&
    /^(tb[cda]|to be (confirmed|determined)|unknown|pending|\?+|x{3,})$/i.test(text)
  );
}
