/** Text as XML holds it; control characters that XML has no place for are dropped. */
export function escapeXml(text: string): string {
  if (!/[&<>"\p{Cc}\ufffe\uffff]/u.test(text)) return text;
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (character) =>
      character === "\n" || character === "\t" ? character : "",
    );
}

export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** One element; attributes that are undefined are left out, `true` is written as 1. */
export function element(name: string, attributes: Attributes = {}, content = ""): string {
  let start = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    const text = typeof value === "boolean" ? (value ? "1" : "0") : String(value);
    start += ` ${key}="${escapeXml(text)}"`;
  }
  return content === "" ? `${start}/>` : `${start}>${content}</${name}>`;
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const NAMED: Readonly<Record<string, string>> = {
  black: "000000",
  white: "ffffff",
  red: "ff0000",
  green: "008000",
  blue: "0000ff",
  yellow: "ffff00",
  orange: "ffa500",
  grey: "808080",
  gray: "808080",
};

/** `1A73E8` for `#1a73e8`; black for what is no colour. */
export function rgb(colour: string): string {
  const text = colour.trim().toLowerCase();
  const hex = /^#?([0-9a-f]{6})$/.exec(text)?.[1];
  const short = /^#?([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(text);
  const long = short?.slice(1).map((digit) => digit + digit);
  return (hex ?? long?.join("") ?? NAMED[text] ?? "000000").toUpperCase();
}

export function argb(colour: string): string {
  return `FF${rgb(colour)}`;
}
