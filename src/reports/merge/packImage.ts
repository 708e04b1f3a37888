import type {
  Entered,
  PlanArea,
  PlanChart,
  PlanHeight,
  PlanRule,
  PlanStyle,
} from "../layout/sheetPlan.ts";
import type { SheetImage } from "./sheetImage.ts";

/** An image as it is stored: rows that look alike share their looks, and only notes that exist are listed. */
export type PackedImage = {
  readonly entered: readonly (readonly Entered[])[];
  readonly looks: readonly (readonly number[])[];
  readonly rowLooks: readonly number[];
  readonly styles: readonly PlanStyle[];
  readonly notes: readonly (readonly [row: number, column: number, note: string])[];
  readonly charts: readonly PlanChart[];
  readonly rules: readonly PlanRule[];
  readonly lines: readonly PlanArea[];
  readonly heights: readonly PlanHeight[];
};

export function packImage(image: SheetImage): PackedImage {
  const looks: (readonly number[])[] = [];
  const known = new Map<string, number>();
  const rowLooks = image.look.map((row) => {
    const key = row.join();
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, looks.length);
    return looks.push(row) - 1;
  });
  const notes: [number, number, string][] = [];
  for (const [row, cells] of image.notes.entries()) {
    for (const [column, note] of cells.entries()) if (note !== "") notes.push([row, column, note]);
  }
  const { entered, styles, charts, rules, lines, heights } = image;
  return { entered, looks, rowLooks, styles, notes, charts, rules, lines, heights };
}

export function unpackImage(packed: PackedImage): SheetImage {
  const { entered, looks, rowLooks, styles, charts, rules, lines, heights } = packed;
  const notes = entered.map((row) => row.map(() => ""));
  for (const [row, column, note] of packed.notes) {
    const cells = notes[row];
    if (cells) cells[column] = note;
  }
  return {
    entered,
    look: rowLooks.map((index) => looks[index] ?? []),
    styles,
    notes,
    charts,
    rules,
    lines,
    heights,
  };
}
