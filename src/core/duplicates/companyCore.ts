import { matchText } from "./matchText.ts";

/** Legal forms and words that companies leave out as often as not. */
const FORMS = new Set(
  (
    "ab ag aktiengesellschaft aps as asa bv cia co company corp corporation cv dac doo ek eurl gbr haftungsbeschrankt gesellschaft gmbh gmbhcokg " +
    "hf inc incorporated kft kg kgaa kk lda limited limitada llc llp lp ltd ltda mbh nv ohg oy oyj plc pte pty pvt sa sab sarl " +
    "sas sdn bhd se sl slu spa spzoo srl srls sro ug zoo"
  ).split(" "),
);

/** What is left of a company's name without its legal form: `Acme Holdings, Inc.` and `ACME Holdings` are `acme holdings`. */
export function companyCore(name: string | undefined): string {
  // S.p.A. and Co. KG lose their dots before words are parted.
  const words = matchText(name?.replace(/\b(\p{L})\.(?=\p{L}\b)/gu, "$1")).split(" ");
  if (words.length > 1 && words[0] === "the") words.shift();
  while (words.length > 1) {
    const last = words[words.length - 1] ?? "";
    const beforeLast = words[words.length - 2];
    if (!FORMS.has(last) && !(last === "and" && beforeLast !== undefined)) break;
    words.pop();
  }
  return words.join(" ");
}
