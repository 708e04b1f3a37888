/** JSON with sorted names, so that equal settings make equal text. */
function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([name, part]) => `${JSON.stringify(name)}:${stable(part)}`).join(",")}}`;
}

/**
 * Eight letters and digits that differ when any setting differs (FNV-1a, 32 bits): two forecasts, and the states of a
 * settings sheet, are told apart by it.
 */
export function settingsHash(settings: unknown): string {
  let hash = 0x811c9dc5;
  for (const character of stable(settings)) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, "0");
}
