import type { Entered } from "../layout/sheetPlan.ts";

/** What a person can change about a cell's look and expect to keep. */
export type Look = {
  readonly background?: string;
  readonly colour?: string;
  readonly bold?: boolean;
  readonly pattern?: string;
};

/** A sheet as it stands, read back; all matrices have the same shape. */
export type SheetState = {
  readonly entered: Entered[][];
  /** What each cell shows: for a formula its result. */
  readonly shown: Entered[][];
  readonly notes: string[][];
  readonly backgrounds: string[][];
  readonly colours: string[][];
  readonly bold: boolean[][];
  readonly patterns: string[][];
};

const AUTOMATIC = new Set(["", "general", "automatic", "0.###############", "@"]);

/** Every way of saying "no particular format" becomes the empty pattern. */
export function plainPattern(pattern: string): string {
  return AUTOMATIC.has(pattern.toLowerCase()) ? "" : pattern;
}

/** The look of a cell as far as it differs from what it was given. */
export function lookBeyond(
  state: SheetState,
  row: number,
  column: number,
  given: { background: string; colour: string; bold: boolean; pattern: string },
): Look | undefined {
  const look: { -readonly [Key in keyof Look]: Look[Key] } = {};
  const background = (state.backgrounds[row]?.[column] ?? "").toLowerCase();
  if (background !== "" && background !== given.background) look.background = background;
  const colour = (state.colours[row]?.[column] ?? "").toLowerCase();
  if (colour !== "" && colour !== given.colour) look.colour = colour;
  const bold = state.bold[row]?.[column] ?? false;
  if (bold !== given.bold) look.bold = bold;
  const pattern = plainPattern(state.patterns[row]?.[column] ?? "");
  if (pattern !== plainPattern(given.pattern)) look.pattern = pattern;
  return Object.keys(look).length > 0 ? look : undefined;
}
