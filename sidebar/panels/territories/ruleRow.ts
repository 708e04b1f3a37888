import type { SettingRow, SubjectState } from "../../../src/addon/settingsTypes.ts";

type Cell = SettingRow[number];

/** A rule as its row of the sheet, by the headings of the columns. */
export type RuleRow = {
  readonly get: (label: string) => Cell;
  readonly text: (label: string) => string;
  /** The row with one more cell changed. */
  readonly with: (label: string, value: Cell) => RuleRow;
  readonly cells: SettingRow;
};

export function ruleRow(columns: SubjectState["columns"], cells: SettingRow): RuleRow {
  const at = (label: string) => columns.findIndex((column) => column.label === label);
  const get = (label: string) => cells[at(label)] ?? "";
  return {
    get,
    text: (label) => String(get(label)).trim(),
    with: (label, value) =>
      ruleRow(
        columns,
        columns.map((column, index) => (column.label === label ? value : (cells[index] ?? ""))),
      ),
    cells,
  };
}

export function blankRule(columns: SubjectState["columns"]): RuleRow {
  return ruleRow(
    columns,
    columns.map(({ label }) => (label === "Fallback" ? false : "")),
  );
}

export function isFallback(rule: RuleRow): boolean {
  return rule.get("Fallback") === true;
}

/** The rows as they are sent: numbered in their order. */
export function numberedRows(
  columns: SubjectState["columns"],
  rules: readonly RuleRow[],
): SettingRow[] {
  return rules.map(({ cells }, index) =>
    columns.map(({ label }, at) => (label === "Rule" ? index + 1 : (cells[at] ?? ""))),
  );
}

function between(from: string, to: string, unit: string): string | undefined {
  if (from === "" && to === "") return undefined;
  if (to === "") return `${unit} from ${from}`;
  return from === "" ? `${unit} up to ${to}` : `${unit} ${from}-${to}`;
}

function shortened(text: string): string | undefined {
  const parts = text.split(";").map((part) => part.trim());
  const named = parts.filter((part) => part !== "");
  if (named.length === 0) return undefined;
  return named.length > 4 ? `${named.slice(0, 3).join(", ")} and ${named.length - 3} more` : named.join(", ");
}

/** A rule's conditions in one line. */
export function conditionsOf(rule: RuleRow): string {
  if (isFallback(rule)) return "Everything that no other rule takes";
  const from = rule.text("Postal code from");
  const parts = [
    shortened(rule.text("Named accounts")),
    shortened(rule.text("Countries")),
    shortened(rule.text("States")),
    from === "" ? undefined : between(from, rule.text("Postal code to") || from, "postal codes"),
    shortened(rule.text("Industries")),
    between(rule.text("Employees from"), rule.text("Employees to"), "employees"),
    shortened(rule.text("Products")),
    between(rule.text("Valid from"), rule.text("Valid to"), "valid"),
  ];
  const said = parts.filter((part) => part !== undefined);
  return said.length > 0 ? said.join(" · ") : "No condition yet";
}
