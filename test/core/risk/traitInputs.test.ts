import { expect, it } from "vitest";
import type { RiskFeature, RiskTrait } from "../../../src/core/risk/riskTraits.ts";
import { TraitInputs } from "../../../src/core/risk/traitInputs.ts";

const age = (rung: number): RiskTrait => ({ feature: "age", level: `level ${rung}`, rung });
const type = (level: string): RiskTrait => ({ feature: "type", level });

it("gives a name one input, and a level of an order the steps of all below it too", () => {
  const inputs = new TraitInputs(10);
  expect(inputs.add(type("new"), 1)).toEqual([10]);
  expect(inputs.add(age(2), 1)).toEqual([11, 12]);
  expect(inputs.add(age(0), 1)).toEqual([]);
  expect(inputs.add(age(1), 1)).toEqual([11]);
  expect(inputs.add(type("renewal"), 1)).toEqual([13]);
  expect(inputs.inputs.map(({ feature, isStep }) => `${feature} ${isStep}`)).toEqual([
    "type false",
    "age true",
    "age true",
    "type false",
  ]);
});

it("a look that does not tell a feature has the average of those that do, so that it changes no mean", () => {
  const inputs = new TraitInputs(0);
  const look = (weight: number, ...traits: RiskTrait[]) => ({
    weight,
    tells: new Set<RiskFeature>(traits.map(({ feature }) => feature)),
    entries: traits.flatMap((trait) =>
      inputs.add(trait, weight).map((input): [number, number] => [input, 1]),
    ),
  });
  const looks = [look(3, age(2)), look(1, age(1)), look(5, type("new"))];
  inputs.fillUnknown(looks);
  // Step 0 both have, step 1 three of four by weight.
  expect(looks[2]?.entries).toEqual([
    [2, 1],
    [0, 1],
    [1, 0.75],
  ]);
  expect(looks[0]?.entries).toEqual([
    [0, 1],
    [1, 1],
    [2, 1],
  ]);
  expect(inputs.levels.map(({ trait, mean }) => [trait.level, mean])).toEqual([
    ["level 2", 0.75],
    ["level 1", 0.25],
    ["new", 1],
  ]);
});
