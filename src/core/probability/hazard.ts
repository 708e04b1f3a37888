/** The chance that a deal leaves a stage on a day, by its age and the third of the quarter that the day lies in. */
export type Hazard = {
  readonly pipeline: string;
  /** Blank: deals of all stages together. */
  readonly stage: string;
  /** `won`, `lost`, or the stage that it passes to. */
  readonly next: string;
  /** The age in days from which it holds. */
  readonly from: number;
  /** In the first, second and last third of a quarter. */
  readonly rates: readonly number[];
  /** About how many deals were in the stage at that age. */
  readonly deals: number;
};

export const THIRDS = 3;

/** Ages in days from which another hazard may hold: narrow where deals are young and most happens. */
export const HAZARD_AGES: readonly number[] = [
  0, 4, 7, 10, 14, 21, 30, 45, 60, 75, 90, 105, 120, 135, 150, 180, 240, 300, 365, 540, 730,
];

export type HazardCell = number;

export const HAZARD_CELLS = HAZARD_AGES.length * THIRDS;

const OLDEST = HAZARD_AGES[HAZARD_AGES.length - 1] ?? 0;

let binOfAge: Uint8Array | undefined;

/** Made when it is first needed: most formulas load this and never ask. */
function binsOfAges(): Uint8Array {
  return Uint8Array.from({ length: OLDEST + 1 }, (_, age) => {
    const next = HAZARD_AGES.findIndex((from) => from > age);
    return (next < 0 ? HAZARD_AGES.length : next) - 1;
  });
}

/** The bin of an age. */
export function hazardBin(age: number): number {
  binOfAge ??= binsOfAges();
  return binOfAge[Math.min(OLDEST, Math.max(0, age))] ?? 0;
}

export function hazardCell(bin: number, third: number): HazardCell {
  return bin * THIRDS + third;
}
