/** True for a text that is one of those wanted, spelled alike under `plain`; for all when none is wanted. */
export function oneOf(
  wanted: readonly (string | undefined)[] | undefined,
  plain: (text: string) => string,
): (text: string | undefined) => boolean {
  const names = new Set(
    (wanted ?? []).flatMap((text) => (text === undefined ? [] : [plain(text)])),
  );
  return (text) => names.size === 0 || (text !== undefined && names.has(plain(text)));
}
