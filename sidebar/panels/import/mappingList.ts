import type { ImportResult } from "../../../src/addon/calls/requests.ts";
import { h } from "../../dom.ts";
import { selectField } from "../../parts/field.ts";
import { disclosure } from "../../parts/section.ts";

/** Each column of the file with its first values, and what it is taken for. */
export function mappingList(
  { mapping, preview }: ImportResult,
  choose: (heading: string, field: string) => void,
): HTMLElement | undefined {
  const columns = preview?.columns ?? [];
  const named = mapping.filter(({ heading }) => heading !== "");
  if (columns.length === 0 || named.length === 0) return undefined;
  const taken = named.filter(({ field }) => field !== undefined).length;
  const choices = [
    { value: "", label: "Not taken over" },
    ...columns
      .map(({ field, label }) => ({ value: field, label }))
      .sort((one, other) => one.label.localeCompare(other.label)),
  ];
  const rows = named.map(({ heading, field, samples = [] }) => {
    const { node } = selectField({
      label: heading,
      help: samples.length > 0 ? `Such as ${samples.join(", ")}` : "No values",
      choices,
      value: field ?? "",
      onChange: (wanted) => choose(heading, wanted),
    });
    return h("li", {}, node);
  });
  return disclosure(`Columns: ${taken} of ${named.length} taken over`, [
    h("ul", { class: "rows" }, ...rows),
  ]);
}
