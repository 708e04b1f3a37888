import type { Complex } from "./complex.ts";
import type { Cumulants } from "./cumulants.ts";

/** Deals that do not exist yet and are won in the period: so many on average, of sizes that are all equally likely. */
export type NewBusiness = {
  readonly count: number;
  readonly amounts: readonly number[];
  /** From how many periods the average was taken; few make it uncertain. Left out: it is taken as known. */
  readonly periods?: number | undefined;
};

/** More sizes than this are gathered into as many classes of equal count, each at its mean. */
const MOST_SIZES = 200;

/** The same business with at most 200 different sizes, and their mean unchanged; undefined when nothing comes of it. */
export function gathered(business: NewBusiness | undefined): NewBusiness | undefined {
  if (!business || !(business.count > 0)) return undefined;
  const sizes = business.amounts.filter((amount) => amount > 0).sort((a, b) => a - b);
  if (sizes.length === 0) return undefined;
  if (sizes.length <= MOST_SIZES) return { ...business, amounts: sizes };
  const amounts = Array.from({ length: MOST_SIZES }, (_, at) => {
    // Every class covers the same length of the sorted list; a size on a border counts in part on both sides.
    const from = (at * sizes.length) / MOST_SIZES;
    const to = ((at + 1) * sizes.length) / MOST_SIZES;
    let sum = 0;
    for (let k = Math.floor(from); k < to; k++)
      sum += (sizes[k] ?? 0) * (Math.min(to, k + 1) - Math.max(from, k));
    return sum / (to - from);
  });
  return { ...business, amounts };
}

/**
 * Its characteristic function from the cosine and sine of a frequency times each size: a compound Poisson sum, or, with
 * an average that is itself measured (gamma posterior), a compound negative binomial one.
 */
export function newBusinessFactor(
  { count, amounts, periods }: NewBusiness,
  sizes: { readonly cos: Float64Array; readonly sin: Float64Array },
): Complex {
  let [cos, sin] = [0, 0];
  for (let at = 0; at < amounts.length; at++) {
    cos += sizes.cos[at] as number;
    sin += sizes.sin[at] as number;
  }
  const re = cos / amounts.length - 1;
  const im = sin / amounts.length;
  if (periods === undefined) return polar(count * re, count * im);
  // (1 - (phi - 1) / periods) to the power -count * periods
  const [a, b] = [1 - re / periods, -im / periods];
  const power = -count * periods;
  return polar(power * Math.log(Math.hypot(a, b)), power * Math.atan2(b, a));
}

function polar(logarithm: number, angle: number): Complex {
  const size = Math.exp(logarithm);
  return { re: size * Math.cos(angle), im: size * Math.sin(angle) };
}

/** Its mean, variance, third and fourth cumulant. */
export function newBusinessCumulants({ count, amounts, periods }: NewBusiness): Cumulants {
  const moment = (power: number) =>
    amounts.reduce((sum, amount) => sum + amount ** power, 0) / amounts.length;
  const [m1, m2, m3, m4] = [moment(1), moment(2), moment(3), moment(4)];
  const u = periods === undefined ? 0 : 1 / periods;
  return [
    count * m1,
    count * (m2 + u * m1 * m1),
    count * (m3 + 3 * u * m1 * m2 + 2 * u * u * m1 ** 3),
    count *
      (m4 + u * (4 * m1 * m3 + 3 * m2 * m2) + 12 * u * u * m1 * m1 * m2 + 6 * u ** 3 * m1 ** 4),
  ];
}
