import type {
  TerritoryPreview,
  TerritoryRecordLine,
} from "../../../src/addon/settings/territoryTypes.ts";
import { h } from "../../dom.ts";
import { shownNumber } from "../../notation.ts";
import { rowList } from "../../parts/rows.ts";
import { disclosure, section } from "../../parts/section.ts";

const counted = (count: number, one: string) =>
  `${shownNumber(count)} ${count === 1 ? one : `${one}s`}`;

export function recordCounts(accounts: number, leads: number): string {
  return leads === 0
    ? counted(accounts, "account")
    : `${counted(accounts, "account")}, ${counted(leads, "lead")}`;
}

function lines(
  records: readonly (TerritoryRecordLine & { readonly why?: string })[],
  count: number,
): HTMLElement[] {
  const more = count - records.length;
  return [
    rowList(
      records.map(({ name, id, kind, text, why }) => ({
        title: name,
        text: [`${kind} ${id}`, text, why].filter(Boolean).join(" · "),
      })),
      "",
    ),
    ...(more > 0 ? [h("p", { class: "help" }, `And ${more} more.`)] : []),
  ];
}

/** Records that no rule asks for, and those that an earlier rule takes from a more specific one. */
export function overview(preview: TerritoryPreview, hasFallback: boolean): HTMLElement {
  const { accounts, leads, day, unmatched, shadowed, unmatchedSamples, shadowedSamples } = preview;
  if (accounts + leads === 0) {
    return section(
      "What the rules do",
      "There are no accounts and no open leads in this spreadsheet yet; import them to see live counts.",
    );
  }
  const where = hasFallback ? "only the fallback takes" : "nobody takes";
  return section(
    "What the rules do",
    `${recordCounts(accounts, leads)} looked at, by the rules in force on ${day}.`,
    unmatched === 0
      ? h("p", {}, "Every record is matched by a rule.")
      : disclosure(`${counted(unmatched, "record")} ${where}`, lines(unmatchedSamples, unmatched)),
    shadowed === 0
      ? h("p", {}, "No record is shadowed by an earlier, less specific rule.")
      : disclosure(
          `${counted(shadowed, "record")} shadowed by an earlier, less specific rule`,
          lines(shadowedSamples, shadowed),
        ),
  );
}
