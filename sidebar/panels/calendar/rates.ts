import type { CalendarPreview, SettingProblem } from "../../../src/addon/settings/settingsTypes.ts";
import { fill, h } from "../../dom.ts";
import { shownAs } from "../../notation.ts";
import { button, buttonBar } from "../../parts/button.ts";
import { textField } from "../../parts/field.ts";
import { rowList } from "../../parts/rows.ts";
import { section } from "../../parts/section.ts";
import type { Draft, SettingCell } from "../../settings/draft.ts";

export type Rates = {
  readonly node: HTMLElement;
  /** Lists the rates that the data needs and lacks. */
  readonly show: (preview: CalendarPreview) => void;
};

/** Dated rates, with the ones that are missing first. */
export function rates(
  draft: Draft,
  problems: readonly SettingProblem[],
  changed: () => void,
): Rates {
  const [missing, place] = [h("div", {}), h("div", {})];
  const currency = textField({ label: "Currency", placeholder: "EUR" });
  const from = textField({ label: "From", type: "date", help: "First day on which it counts." });
  const rate = textField({ label: "Rate", help: "What one unit is worth in home currency." });
  const fields = [currency, from, rate];
  for (const { control } of fields)
    control.addEventListener("keydown", ({ key }) => {
      if (key === "Enter") add();
    });
  let isMissing = false;
  const add = () => {
    for (const one of fields) {
      one.fail(one.control.value.trim() === "" ? "Fill this in." : undefined);
    }
    const [code, day, value] = fields.map(({ control }) => control.value.trim());
    if (!code || !day || !value) return;
    draft.add({ Currency: code.toUpperCase(), From: day, Rate: value });
    for (const { control } of fields) control.value = "";
    changed();
    draw();
  };
  const draw = () => {
    const rows = draft.rows.map((row, at) =>
      rateRow(draft, row, problemOf(problems, at), () => {
        draft.remove(row);
        changed();
        draw();
      }),
    );
    const empty = isMissing
      ? "No rates yet."
      : "No rates yet. They are only needed when the data names several currencies.";
    fill(place, rowList(rows, empty));
  };
  const fillIn = (code: string, day: string) => {
    currency.control.value = code;
    from.control.value = day;
    rate.control.focus();
  };
  draw();
  return {
    node: section(
      "Exchange rates",
      "What other currencies are worth in home currency. Amounts without a rate are not added.",
      missing,
      place,
      h("div", { class: "pair" }, currency.node, from.node),
      rate.node,
      buttonBar(button("Add the rate", add)),
    ),
    show: ({ missingRates }) => {
      isMissing = missingRates.length > 0;
      fill(missing, missingList(missingRates, fillIn));
      if (draft.rows.length === 0) draw();
    },
  };
}

const RATE = { maximumSignificantDigits: 12 } as const;

const problemOf = (problems: readonly SettingProblem[], at: number) =>
  problems.find(({ subject, row }) => subject === "currency" && row === at);

function rateRow(
  draft: Draft,
  row: SettingCell[],
  problem: SettingProblem | undefined,
  remove: () => void,
) {
  const [code, day] = ["Currency", "From"].map((label) => String(draft.get(row, label)));
  const rate = draft.get(row, "Rate");
  // A saved rate is a number, one just typed is what was typed.
  const title = `${code} ${typeof rate === "number" ? shownAs(rate, RATE) : rate}`;
  return {
    title,
    text: h(
      "div",
      {},
      `from ${day}`,
      problem ? h("p", { class: "error" }, problem.message) : undefined,
    ),
    actions: [button("Remove", remove, { kind: "link", label: `Remove ${title} from ${day}` })],
  };
}

function missingList(
  missing: CalendarPreview["missingRates"],
  fillIn: (code: string, day: string) => void,
): HTMLElement | undefined {
  if (missing.length === 0) return undefined;
  const rows = missing.map(({ currency, records, from, to }) => ({
    title: currency,
    text: `${records} ${records === 1 ? "record needs" : "records need"} a rate ${from === to ? `on ${from}` : `from ${from} to ${to}`}`,
    badge: { word: "missing", tone: "bad" as const },
    actions: [
      button("Add a rate", () => fillIn(currency, from), {
        kind: "link",
        label: `Add a rate for ${currency}`,
      }),
    ],
  }));
  return rowList(rows, "");
}
