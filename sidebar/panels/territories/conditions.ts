import type { Draft, SettingCell } from "../../settings/draft.ts";

/** Columns that say which records a rule takes. */
export const CONDITIONS = [
  ...["Countries", "States", "Postal code from", "Postal code to", "Industries"],
  ...["Employees from", "Employees to", "Named accounts", "Products"],
] as const;

export const DATES = ["Valid from", "Valid to"] as const;

export function isFallback(rules: Draft, row: readonly SettingCell[]): boolean {
  return rules.get(row, "Fallback") === true;
}

function between(from: string, to: string, unit: string): string {
  if (from === "" && to === "") return "";
  if (to === "") return `${unit} from ${from}`;
  return from === "" ? `${unit} up to ${to}` : `${unit} ${from} to ${to}`;
}

function shortened(list: string): string {
  const parts = list
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const shown = parts.length > 4 ? parts.slice(0, 3) : parts;
  const more = parts.length - shown.length;
  return `${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** A rule's conditions in one line. */
export function conditionsOf(rules: Draft, row: readonly SettingCell[]): string {
  if (isFallback(rules, row)) return "Everything that no other rule takes";
  const text = (label: string) => String(rules.get(row, label)).trim();
  const postal = text("Postal code from");
  const parts = [
    shortened(text("Named accounts")),
    shortened(text("Countries")),
    shortened(text("States")),
    postal === "" ? "" : between(postal, text("Postal code to") || postal, "postal codes"),
    shortened(text("Industries")),
    between(text("Employees from"), text("Employees to"), "employees"),
    shortened(text("Products")),
    between(text("Valid from"), text("Valid to"), "valid"),
  ].filter((part) => part !== "");
  return parts.length > 0 ? parts.join(" · ") : "No condition yet";
}
