const NARROW = new Set("iljtfrI.,:;'|!()[] -/");
const WIDE = new Set("mwMW@%—…");

/** Width of a character in ems of the sheet's default font, a little on the generous side. */
function emsOf(character: string): number {
  if (NARROW.has(character)) return 0.32;
  if (WIDE.has(character)) return 0.9;
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x2e80) return 1;
  if (character >= "0" && character <= "9") return 0.56;
  return character === character.toUpperCase() && character !== character.toLowerCase()
    ? 0.7
    : 0.53;
}

/** About how many pixels a text is wide at a size in points. */
export function textWidth(text: string, size: number, bold = false): number {
  let ems = 0;
  for (const character of text) ems += emsOf(character);
  return ems * size * (4 / 3) * (bold ? 1.05 : 1);
}

/** Where a line may end: not between a number and its unit. */
const BREAK = /\s+(?![%kMB](?:[\s.,;:)]|$))/;

/** The text in lines no wider than so many pixels; a single longer word stands alone. */
export function textLines(text: string, size: number, pixels: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(BREAK)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(longer, size) > pixels) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  if (line !== "") lines.push(line);
  return lines;
}

/** The text cut to a width, with an ellipsis where something was left out. */
export function shortened(text: string, size: number, pixels: number): string {
  if (textWidth(text, size) <= pixels) return text;
  const room = pixels - textWidth("…", size);
  let kept = "";
  let width = 0;
  for (const character of text) {
    width += textWidth(character, size);
    if (width > room) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
