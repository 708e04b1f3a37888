/**
 * A text in pieces of at most so many characters; a cell holds 50,000. A character of two halves, such as an emoji, is
 * never cut, since a sheet keeps no half.
 */
export function cellPieces(text: string, length: number): string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length; ) {
    let end = Math.min(start + length, text.length);
    if (end < text.length && /[\uD800-\uDBFF]/.test(text[end - 1] ?? "")) end -= 1;
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces;
}
