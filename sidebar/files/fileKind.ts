/** What a file really is, told from its first bytes and not from its name. */
export type FileKind =
  | "text"
  | "workbook"
  | "oldWorkbook"
  | "locked"
  | "html"
  | "pdf"
  | "zip"
  | "binary"
  | "empty";

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06];
const PDF = [0x25, 0x50, 0x44, 0x46];
const SNIFFED = 4096;

export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return "empty";
  if (startsWith(bytes, OLE))
    return holds(bytes, utf16("EncryptedPackage")) ? "locked" : "oldWorkbook";
  if (startsWith(bytes, ZIP)) return holds(bytes, ascii("xl/workbook")) ? "workbook" : "zip";
  if (startsWith(bytes, EMPTY_ZIP)) return "zip";
  if (startsWith(bytes, PDF)) return "pdf";
  const head = textHead(bytes);
  if (
    /^\s*(<!doctype html|<html|<table|<head|<meta|<\?xml[^>]*>\s*<(html|workbook|table))/i.test(
      head,
    )
  ) {
    return "html";
  }
  if (isUtf16(bytes)) return "text";
  return isBinary(bytes) ? "binary" : "text";
}

/** UTF-16 with its mark, or without it: then nearly every second byte of western text is zero. */
export function isUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const length = Math.min(bytes.length, SNIFFED) & ~1;
  if (length < 4) return undefined;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) evenZeros++;
    if (bytes[i + 1] === 0) oddZeros++;
  }
  const most = 0.4 * length;
  if (oddZeros >= most && evenZeros === 0) return "utf-16le";
  if (evenZeros >= most && oddZeros === 0) return "utf-16be";
  return undefined;
}

/** Text has no zero bytes and next to no control characters. */
function isBinary(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, SNIFFED);
  let controls = 0;
  for (let i = 0; i < length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte === 0) return true;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 26)
      controls++;
  }
  return controls > length / 50;
}

function textHead(bytes: Uint8Array): string {
  const head = bytes.subarray(0, 1024);
  let text = "";
  for (const byte of head) if (byte !== 0 && byte < 128) text += String.fromCharCode(byte);
  return text;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

function holds(bytes: Uint8Array, wanted: readonly number[]): boolean {
  const first = wanted[0] ?? 0;
  let at = bytes.indexOf(first);
  while (at >= 0) {
    let matched = 1;
    while (matched < wanted.length && bytes[at + matched] === wanted[matched]) matched++;
    if (matched === wanted.length) return true;
    at = bytes.indexOf(first, at + 1);
  }
  return false;
}

const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
const utf16 = (text: string) => [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);
