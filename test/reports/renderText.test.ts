import { describe, expect, it } from "vitest";
import { reports } from "../../src/reports/catalog.ts";
import { renderText } from "../../src/reports/renderText.ts";
import { request } from "./company.ts";

describe("renderText", () => {
  it.each(reports)("prints every figure, section, note and check of $name", ({ build }) => {
    const report = build(request());
    const text = renderText(report);
    expect(text).toContain(report.answer);
    for (const { label } of [...report.figures, ...report.checks]) expect(text).toContain(label);
    for (const { heading } of report.sections) expect(text).toContain(heading.toUpperCase());
    for (const note of report.notes) expect(text).toContain(note);
    expect(text).not.toMatch(/undefined|NaN|null|\[object/);
  });

  it("shows what is not known as a dash, never as 0", () => {
    const [forecast] = reports;
    const text = renderText((forecast as (typeof reports)[number]).build(request({ tables: {} })));
    expect(text).toMatch(/Won to date +-/);
    expect(text).toMatch(/Coverage +-/);
  });
});
