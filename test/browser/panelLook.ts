import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Frame } from "playwright-core";

declare const axe: { run(root: Document, options: object): Promise<AxeResults> };

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const EVERYTHING = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** What alone depends on the colours. */
const COLOURS = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

/** Rules of WCAG 2.2 AA and good practice that the panel breaks, each with where: all of them, or those about colours. */
export async function accessibilityFaults(
  frame: Frame,
  which: "all" | "colours" = "all",
): Promise<string[]> {
  const isThere = await frame.evaluate(() => "axe" in globalThis);
  if (!isThere) await frame.evaluate(AXE);
  const { violations } = await frame.evaluate(
    (runOnly) => axe.run(document, { resultTypes: ["violations"], runOnly }),
    which === "all" ? EVERYTHING : COLOURS,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = "" }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
  );
}

/** Text that is cut off, things that stand out at the side, and anything that scrolls sideways. */
export function layoutFaults(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const faults: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) faults.push("the panel scrolls sideways");
    for (const element of document.querySelectorAll<HTMLElement>("body *")) {
      const box = element.getBoundingClientRect();
      const isShown = box.width > 1 && box.height > 1 && element.checkVisibility();
      if (!isShown || element.closest(".unseen, option, datalist")) continue;
      const words = `${element.tagName.toLowerCase()} "${(element.textContent ?? "").trim().slice(0, 60)}"`;
      if (box.right > root.clientWidth + 1 || box.left < -1)
        faults.push(`${words} stands out at the side`);
      if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
        faults.push(`${words} is cut off or scrolls sideways`);
      const cutBelow = element.scrollHeight > element.clientHeight + 2;
      if (cutBelow && getComputedStyle(element).overflowY === "hidden")
        faults.push(`${words} is cut off below`);
    }
    return faults;
  });
}
