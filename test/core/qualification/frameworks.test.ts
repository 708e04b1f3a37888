import { expect, it } from "vitest";
import { frameworkNamed, frameworks } from "../../../src/core/qualification/frameworks.ts";
import { bantParts, meddicParts } from "../../../src/core/qualification/partsScore.ts";

it("knows each framework by its id and title, and has no question twice", () => {
  for (const { id, title, questions } of frameworks) {
    expect(frameworkNamed(` ${id.toUpperCase()} `)?.id).toBe(id);
    expect(frameworkNamed(title)?.id).toBe(id);
    expect(new Set(questions.map((one) => one.id)).size).toBe(questions.length);
    for (const { choices } of questions) expect(choices.length).toBeGreaterThan(1);
  }
  expect(frameworkNamed("GPCT")).toBeUndefined();
});

it("asks MEDDIC and BANT by the points of their scores, and sixteen lean questions", () => {
  const most = (name: string) =>
    frameworkNamed(name)?.questions.map(({ choices }) =>
      Math.max(...choices.map(({ points }) => points)),
    );
  expect(most("MEDDIC")).toEqual(meddicParts.map((part) => part.most));
  expect(most("BANT")).toEqual(bantParts.map((part) => part.most));
  expect(most("Lean")).toHaveLength(16);
});
