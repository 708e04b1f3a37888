import type { SettingsEdit, SubjectState } from "../../src/addon/settings/settingsTypes.ts";

export type SettingCell = string | number | boolean;

/** A settings sheet as a person is editing it: its rows as cells, nothing of which is saved yet. */
export type Draft = {
  /** What the sheet says. */
  readonly state: SubjectState;
  readonly rows: SettingCell[][];
  readonly get: (row: readonly SettingCell[] | undefined, label: string) => SettingCell;
  readonly set: (row: SettingCell[] | undefined, label: string, value: SettingCell) => void;
  /** A new row at the end, blank where nothing is given. */
  readonly add: (cells: Readonly<Record<string, SettingCell>>) => SettingCell[];
  readonly remove: (row: SettingCell[]) => void;
  readonly move: (from: number, to: number) => void;
  /** Other rows in place of all; they are new ones, except where one of that name is there. */
  readonly replace: (rows: readonly (readonly SettingCell[])[]) => void;
  readonly isChanged: () => boolean;
  readonly edit: () => SettingsEdit;
};

const copied = (rows: readonly (readonly SettingCell[])[]) => rows.map((row) => [...row]);

/** `order` names a column of numbers by which the rows are shown, whatever their places on the sheet. */
export function draftOf(state: SubjectState, order?: string): Draft {
  const rows = copied(state.rows);
  const origin = new Map<readonly SettingCell[], number>(rows.map((row, at) => [row, at]));
  const labels = state.columns.map(({ label }) => label);
  const orderAt = labels.indexOf(order ?? "");
  if (orderAt >= 0) rows.sort((one, other) => Number(one[orderAt]) - Number(other[orderAt]));
  const before = JSON.stringify(rows);
  const keyAt = state.key.map((label) => labels.indexOf(label));
  // A single setting is known by its name alone, a row of a list by all that identifies it.
  const keyOf = (row: readonly SettingCell[]) =>
    state.lines.find(({ label }) => row.includes(label))?.label ??
    keyAt.map((at) => String(row[at] ?? "").toLowerCase()).join("\n");
  const set: Draft["set"] = (row, label, value) => {
    const at = labels.indexOf(label);
    if (row && at >= 0) row[at] = value;
  };
  return {
    state,
    rows,
    get: (row, label) => row?.[labels.indexOf(label)] ?? "",
    set,
    add: (cells) => {
      const row: SettingCell[] = labels.map((label) => cells[label] ?? "");
      rows.push(row);
      return row;
    },
    remove: (row) => {
      const at = rows.indexOf(row);
      if (at >= 0) rows.splice(at, 1);
    },
    move: (from, to) => {
      const [row] = rows.splice(from, 1);
      if (row) rows.splice(to, 0, row);
    },
    replace: (fresh) => {
      const places = new Map(state.rows.map((row, at) => [keyOf(row), at]));
      rows.splice(0, rows.length, ...copied(fresh));
      for (const row of rows) {
        const place = places.get(keyOf(row));
        if (place !== undefined) origin.set(row, place);
      }
    },
    isChanged: () => JSON.stringify(rows) !== before,
    edit: () => ({
      subject: state.subject,
      rows: copied(rows),
      basedOn: state.hash,
      from: rows.map((row) => origin.get(row) ?? null),
    }),
  };
}
