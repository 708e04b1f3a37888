import type { Found } from "./find.ts";

/** What one sheet holds of duplicates. */
export type SheetNumbers = {
  readonly sheet: string;
  readonly records: number;
  /** Records that would go. */
  readonly surplus: number;
  /** Groups whose kept record stands here. */
  readonly groups: number;
  readonly toDecide: number;
  /** Amounts of open deals that stand twice. */
  readonly value: number;
};

export type Numbers = Omit<SheetNumbers, "sheet"> & {
  readonly bySheet: readonly SheetNumbers[];
  readonly compared: number;
  readonly decided: number;
  readonly skippedKeys: number;
};

export function numbersOf(found: readonly Found[]): Numbers {
  const sheets = new Map<string, { -readonly [Key in keyof SheetNumbers]: SheetNumbers[Key] }>();
  const at = (sheet: string) => {
    const known = sheets.get(sheet);
    if (known !== undefined) return known;
    const fresh = { sheet, records: 0, surplus: 0, groups: 0, toDecide: 0, value: 0 };
    sheets.set(sheet, fresh);
    return fresh;
  };
  let [compared, decided, skippedKeys] = [0, 0, 0];
  for (const { subject, state, search, groups, pairs } of found) {
    compared += state.compared;
    skippedKeys += search.blocks.skippedKeys;
    for (const { table } of subject.records) at(table.sheet).records++;
    for (const { keep, merge } of groups) {
      at(keep.table.sheet).groups++;
      for (const { record } of merge) {
        const numbers = at(record.table.sheet);
        numbers.surplus++;
        numbers.value += record.openAmount ?? 0;
      }
    }
    for (const pair of pairs) {
      if (pair.place.standing === "ask") at(pair.a.table.sheet).toDecide++;
      if (pair.isSame !== undefined) decided++;
    }
  }
  const bySheet = [...sheets.values()];
  const sum = (field: "records" | "surplus" | "groups" | "toDecide" | "value") =>
    bySheet.reduce((total, numbers) => total + numbers[field], 0);
  return {
    bySheet,
    records: sum("records"),
    surplus: sum("surplus"),
    groups: sum("groups"),
    toDecide: sum("toDecide"),
    value: sum("value"),
    compared,
    decided,
    skippedKeys,
  };
}
