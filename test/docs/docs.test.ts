import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { pages } from "../../workbench/docs/pages.ts";

const project = resolve(import.meta.dirname, "../..");

describe("docs", () => {
  it.each(Object.entries(pages()))("%s says what the catalogs say (npm run docs)", (file, text) => {
    expect(readFileSync(resolve(project, file), "utf8")).toBe(text);
  });
});
