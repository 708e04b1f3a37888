import { InputError } from "../../core/inputError.ts";

/** A text argument that knows a few words only, in any case; undefined when it is left out. */
export function choice<Word extends string>(
  name: string,
  text: string | undefined,
  words: readonly Word[],
): Word | undefined {
  if (text === undefined) return undefined;
  const found = words.find((word) => word.toLowerCase() === text.trim().toLowerCase());
  if (found !== undefined) return found;
  throw new InputError(
    `${name} is "${text}"; expected ${words.map((word) => `"${word}"`).join(" or ")}`,
  );
}
