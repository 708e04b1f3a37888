import type { ReportsView } from "../../../src/addon/reports/reportTypes.ts";
import { h } from "../../dom.ts";
import { selectField, textField } from "../../parts/field.ts";

export type RunOptions = { readonly asOf?: string; readonly period?: string };

const OTHER = "other";

/** Which day and period the reports are run for. `read` is undefined, and the field says why, when something is wrong. */
export function periodOptions({ asOf, periods }: ReportsView): {
  readonly node: HTMLElement;
  readonly read: () => RunOptions | undefined;
} {
  const day = textField({
    label: "As of",
    help: asOf === undefined ? undefined : `Blank: ${asOf}, from the data or the settings.`,
    type: "date",
  });
  const typed = textField({
    label: "Other period",
    help: "Such as 2026-Q2, 2026-05 or FY2026.",
    onInput: () => typed.fail(undefined),
  });
  typed.node.hidden = true;
  const period = selectField({
    label: "Period",
    choices: [
      { value: "", label: "Quarter of the as-of day" },
      ...periods.map(({ label, title }) => ({ value: label, label: title })),
      { value: OTHER, label: "Another one…" },
    ],
    onChange: (value) => {
      typed.node.hidden = value !== OTHER;
      if (value === OTHER) typed.control.focus();
    },
  });
  return {
    node: h("div", {}, day.node, period.node, typed.node),
    read: () => {
      const wanted =
        period.control.value === OTHER ? typed.control.value.trim() : period.control.value;
      if (
        period.control.value === OTHER &&
        !/^(\d{4}-(Q[1-4]|\d{2})|(FY ?)?\d{4})$/i.test(wanted)
      ) {
        typed.fail(
          "Type a quarter such as 2026-Q2, a month such as 2026-05 or a year such as FY2026.",
        );
        typed.control.focus();
        return undefined;
      }
      return { asOf: day.control.value || undefined, period: wanted || undefined };
    },
  };
}
