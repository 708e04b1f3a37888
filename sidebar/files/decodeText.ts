import { isUtf16 } from "./fileKind.ts";

/** A file's text and the encoding it was read in. */
export type DecodedText = { readonly text: string; readonly encoding: string };

/**
 * UTF-8 and UTF-16 with or without their mark; anything that is not valid UTF-8 is read as Windows-1252,
 * which is what spreadsheet programs save on western machines.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const utf16 = isUtf16(bytes);
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), encoding: utf16.toUpperCase() };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "UTF-8" };
  } catch {
    return { text: windows1252(bytes), encoding: "Windows-1252" };
  }
}

/** What the bytes 80 to 9F stand for; the five that mean nothing stay what they are. */
const UPPER = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

/** Some runtimes read these bytes as control characters, so they are put right here. */
function windows1252(bytes: Uint8Array): string {
  const text = new TextDecoder("windows-1252").decode(bytes);
  return text.replace(/[\x80-\x9f]/g, (letter) => UPPER[letter.charCodeAt(0) - 0x80] ?? letter);
}
