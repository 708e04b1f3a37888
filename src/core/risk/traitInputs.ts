import type { RiskFeature, RiskTrait } from "./riskTraits.ts";

type Entry = readonly [input: number, value: number];
/** One look at a deal: the inputs of a fit that are not zero for it. */
export type Look = { readonly entries: Entry[]; readonly weight: number };

type Level = { readonly trait: RiskTrait; readonly inputs: readonly number[]; weight: number };

/**
 * Numbers the inputs that traits are fitted by, as they are met. A name has an input of its own. Levels in an order are
 * steps: a level has the steps of all below it too, so that a penalty holds it to the level next to it and not to none.
 */
export class TraitInputs {
  readonly #first: number;
  readonly #numbers = new Map<string, number>();
  readonly #features: RiskFeature[] = [];
  readonly #isStep: boolean[] = [];
  readonly #levels = new Map<string, Level>();
  readonly #known = new Map<RiskFeature, number>();

  constructor(first: number) {
    this.#first = first;
  }

  #number(feature: RiskFeature, name: string, isStep: boolean): number {
    const key = `${feature}\n${name}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const next = this.#first + this.#features.push(feature) - 1;
    this.#isStep.push(isStep);
    this.#numbers.set(key, next);
    return next;
  }

  /** Notes that a look has a trait, and gives its inputs. */
  add(trait: RiskTrait, weight: number): readonly number[] {
    const { feature, level, rung } = trait;
    const key = `${feature}\n${level}`;
    let known = this.#levels.get(key);
    if (!known) {
      const inputs =
        rung === undefined
          ? [this.#number(feature, level, false)]
          : Array.from({ length: rung }, (_, at) => this.#number(feature, String(at), true));
      known = { trait, inputs, weight: 0 };
      this.#levels.set(key, known);
    }
    known.weight += weight;
    this.#known.set(feature, (this.#known.get(feature) ?? 0) + weight);
    return known.inputs;
  }

  /** Each input's feature, and whether it is a step. */
  get inputs(): readonly { readonly feature: RiskFeature; readonly isStep: boolean }[] {
    return this.#features.map((feature, at) => ({ feature, isStep: this.#isStep[at] === true }));
  }

  /** Every level that was met, its inputs, and its share of the looks that tell the feature. */
  get levels(): readonly (Omit<Level, "weight"> & { readonly mean: number })[] {
    return [...this.#levels.values()].map(({ trait, inputs, weight }) => {
      const known = this.#known.get(trait.feature) ?? 0;
      return { trait, inputs, mean: known === 0 ? 0 : weight / known };
    });
  }

  /** A look that does not tell a feature counts as the average of those that do. */
  fillUnknown(looks: readonly (Look & { readonly tells: ReadonlySet<RiskFeature> })[]): void {
    const means = new Map<RiskFeature, Map<number, number>>();
    for (const { trait, inputs, mean } of this.levels) {
      const own = means.get(trait.feature) ?? new Map<number, number>();
      for (const input of inputs) own.set(input, (own.get(input) ?? 0) + mean);
      means.set(trait.feature, own);
    }
    for (const { entries, tells } of looks)
      for (const [feature, own] of means) if (!tells.has(feature)) entries.push(...own);
  }
}
