/** A name without case, spaces and punctuation: `Pricing page` and `pricing_page` are the same. */
export function plainName(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
