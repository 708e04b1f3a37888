import type { LeadChange, ScoringPreview } from "../../../src/addon/settings/settingsTypes.ts";
import { h } from "../../dom.ts";
import { shownNumber } from "../../notation.ts";
import { rowList } from "../../parts/rows.ts";
import { disclosure, section } from "../../parts/section.ts";
import { shownChange } from "../../settings/cellText.ts";

/** What the edited rules make of the workbook's own leads. */
export function leadPreview(preview: ScoringPreview): HTMLElement {
  const { leads, mqls, unscored, changing, changes, warnings } = preview;
  const notes = warnings.map((words) => h("p", { class: "note" }, words));
  if (leads === 0) {
    return section(
      "Your leads",
      "There are no leads yet; import them to see their scores.",
      ...notes,
    );
  }
  const [before, after] = mqls;
  const rest = changing - changes.length;
  return section(
    "Your leads",
    `${shownNumber(leads)} leads by these rules, before anything is saved.`,
    ...notes,
    h(
      "div",
      { class: "figure", role: "group", "aria-label": "Marketing-qualified leads" },
      h("span", {}, "Marketing-qualified leads"),
      h("b", {}, shownNumber(after)),
      h(
        "p",
        { class: "help" },
        before === after
          ? "No change."
          : `${shownNumber(before)} before, ${shownChange(before, after)}.`,
      ),
    ),
    bands(preview.distribution.before, preview.distribution.after),
    unscored[1] > 0
      ? h(
          "p",
          { class: "help" },
          `${shownNumber(unscored[1])} leads have no score: nothing the rules ask for is known of them.`,
        )
      : undefined,
    changing === 0
      ? h("p", {}, "No lead changes side.")
      : disclosure(
          `${shownNumber(changing)} ${changing === 1 ? "lead changes" : "leads change"} side`,
          [
            rowList(changes.map(changeRow), ""),
            rest > 0 ? h("p", { class: "help" }, `and ${shownNumber(rest)} more`) : undefined,
          ],
        ),
  );
}

/** The same in a few words. */
export function shortEffect({ leads, mqls: [before, after] }: ScoringPreview): string {
  if (leads === 0) return "";
  const difference = before === after ? "no change" : shownChange(before, after);
  return `Marketing-qualified: ${shownNumber(after)} (${difference})`;
}

function changeRow({ id, name, before, after, isMql }: LeadChange) {
  const score = (value: number | undefined) =>
    value === undefined ? "no score" : shownNumber(Math.round(value));
  return {
    title: name,
    text: `${id} · ${score(before)} → ${score(after)}`,
    badge: isMql
      ? { word: "becomes MQL", tone: "good" as const }
      : { word: "no MQL any more", tone: "warning" as const },
  };
}

/** How many leads have a score of 0-9, 10-19 and so on, with a bar for each. */
function bands(before: readonly number[], after: readonly number[]): HTMLElement {
  const most = Math.max(1, ...after);
  const rows = after.map((count, band) => {
    const from = band * 10;
    const change = count - (before[band] ?? 0);
    return h(
      "tr",
      {},
      h("th", { scope: "row" }, `${from}–${band === after.length - 1 ? 100 : from + 9}`),
      h("td", { class: "bar-cell" }, barOf(count / most)),
      h("td", { class: "number" }, shownNumber(count)),
      h("td", { class: "number" }, change === 0 ? "" : shownChange(0, change)),
    );
  });
  const heads = ["Score", "Share", "Leads", "Change"].map((words, at) =>
    h("th", { scope: "col", class: at > 1 ? "number" : undefined }, words),
  );
  return h(
    "table",
    { class: "bands" },
    h("caption", { class: "unseen" }, "Leads by score"),
    h("thead", {}, h("tr", {}, ...heads)),
    h("tbody", {}, ...rows),
  );
}

function barOf(share: number): HTMLElement {
  const bar = h("span", { class: "band", "aria-hidden": "true" });
  bar.style.width = `${Math.round(share * 100)}%`;
  return bar;
}
