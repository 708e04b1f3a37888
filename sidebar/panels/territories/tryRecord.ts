import type {
  TriedTerritory,
  TryTerritoryRequest,
} from "../../../src/addon/settings/territoryTypes.ts";
import { fill, h } from "../../dom.ts";
import { button, buttonBar } from "../../parts/button.ts";
import { textField } from "../../parts/field.ts";
import { disclosure, section } from "../../parts/section.ts";
import { workLine } from "../../parts/workLine.ts";

type Typed = NonNullable<TryTerritoryRequest["record"]>;
type Try = (request: Omit<TryTerritoryRequest, "rows">) => Promise<TriedTerritory>;

/** Asks who would get one record: of the workbook, or typed. */
export function tryRecord(ask: Try): HTMLElement {
  const result = h("div", { "aria-live": "polite" });
  const line = workLine(() => node);
  const run = (request: Omit<TryTerritoryRequest, "rows">) => {
    fill(result);
    void line.run({
      doing: "Trying the rules…",
      task: async () => fill(result, ...answerOf(await ask(request))),
    });
  };
  const find = textField({
    label: "Account or lead",
    help: "Id, name, web domain or e-mail address.",
    type: "search",
  });
  const tryFound = () => {
    const wanted = find.control.value.trim();
    find.fail(wanted === "" ? "Type an account or a lead first." : undefined);
    if (wanted !== "") run({ find: wanted });
  };
  find.control.addEventListener("keydown", (event) => event.key === "Enter" && tryFound());
  const typed: Record<string, string> = {};
  const make = (field: keyof Typed, label: string) =>
    textField({ label, onInput: (value) => (typed[field] = value.trim()) }).node;
  const node = section(
    "Try one record",
    "Who would get it by the rules above, saved or not.",
    find.node,
    buttonBar(button("Try it", tryFound)),
    disclosure("Type a record instead", [
      h("div", { class: "pair" }, make("country", "Country"), make("state", "State")),
      h(
        "div",
        { class: "pair" },
        make("postalCode", "Postal code"),
        make("employees", "Employees"),
      ),
      make("industry", "Industry"),
      make("domain", "Web domain or e-mail"),
      make("products", "Product"),
      buttonBar(button("Try these values", () => run({ record: recordOf(typed) }))),
    ]),
    line.node,
    result,
  );
  return node;
}

function recordOf({ employees = "", products = "", ...texts }: Record<string, string>): Typed {
  const filled = Object.entries(texts).filter(([, value]) => value !== "");
  const size = Number(employees.replace(/\D/g, ""));
  return {
    ...Object.fromEntries(filled),
    ...(employees !== "" && { employees: size }),
    ...(products !== "" && { products: [products] }),
  };
}

function answerOf({ record, sentence, also }: TriedTerritory): HTMLElement[] {
  const lines = [h("p", {}, h("strong", {}, sentence))];
  if (record)
    lines.unshift(
      h(
        "p",
        { class: "help" },
        `${record.name} (${record.kind}): ${record.text || "no place, industry or size"}`,
      ),
    );
  if (also.length > 0) lines.push(h("p", { class: "help" }, `Would hold too: ${also.join("; ")}.`));
  return lines;
}
