/** A complex number. */
export type Complex = { re: number; im: number };

/** Multiplies in place. */
export function multiply(value: Complex, re: number, im: number): void {
  const real = value.re * re - value.im * im;
  value.im = value.re * im + value.im * re;
  value.re = real;
}
