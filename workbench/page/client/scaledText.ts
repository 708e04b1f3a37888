import { displayValue } from "../../host/displayValue.ts";
import { localeFacts } from "../../host/localeFacts.ts";

/** Commas behind the last digit: each divides by a thousand. */
const SCALES = /[0#?],+(?![0#?,])/;

/**
 * A number that its pattern shows in thousands or millions; undefined for any other. The component divides in binary,
 * which makes 3.45M of 3,455,000 where Sheets, and the host, round to 3.46M.
 */
export function scaledText(
  value: unknown,
  pattern: string | undefined,
  locale: string,
): string | undefined {
  if (typeof value !== "number" || pattern === undefined || !SCALES.test(pattern)) return undefined;
  return displayValue(value, pattern, localeFacts(locale));
}
