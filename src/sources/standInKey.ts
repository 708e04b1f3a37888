import { InputError } from "../core/inputError.ts";
import type { AnyTable } from "../tables/catalog.ts";
import type { Cell } from "../tables/reading/cell.ts";
import type { TableName } from "../tables/table.ts";
import { cellText } from "./cellText.ts";

/** Values that stand in for an id the file does not have. */
export type StandInKey = {
  readonly field: string;
  readonly heading: string;
  readonly values: readonly Cell[];
  readonly note: string;
};

type StandIn = { readonly fields: readonly string[]; readonly optional?: readonly string[] };

/** What tells records apart when no id does: a name or mail address, or for deals name, account and creation together. */
const standIns: Readonly<Partial<Record<TableName, readonly StandIn[]>>> = {
  accounts: [{ fields: ["accountName"] }, { fields: ["domain"] }],
  reps: [{ fields: ["name"] }, { fields: ["email"] }],
  products: [{ fields: ["productName"] }],
  contacts: [{ fields: ["email"] }],
  leads: [{ fields: ["email"] }],
  opportunities: [{ fields: ["opportunityName"], optional: ["accountName", "createdDate"] }],
};

/** Undefined when every key column is there. Throws when the file has nothing that tells its records apart. */
export function standInKey(
  file: string,
  table: AnyTable,
  columns: Readonly<Record<string, number>>,
  cells: readonly (readonly Cell[])[],
): StandInKey | undefined {
  const missing = table.columns.filter(
    ({ field, need }) => need === "key" && columns[field] === undefined,
  );
  const [first] = missing;
  if (!first) return undefined;
  const standIn = (standIns[table.name] ?? []).find(({ fields }) =>
    fields.every((field) => columns[field] !== undefined),
  );
  if (!standIn || missing.length > 1) {
    const names = [first.label, ...first.aliases.slice(0, 3)].join(" or ");
    throw new InputError(
      `${file} looks like ${table.sheet} but has no column ${names}, which tells its records apart; add it to the export.`,
    );
  }
  const used = [...standIn.fields, ...(standIn.optional ?? [])].filter(
    (field) => columns[field] !== undefined,
  );
  const labels = used.map(
    (field) => table.columns.find((column) => column.field === field)?.label ?? field,
  );
  const texts = cells.map((line) => {
    const parts = used.map((field) => cellText(line[columns[field] ?? -1]).replace(/\s+/g, " "));
    return parts[0] === "" ? "" : parts.filter((part) => part !== "").join(" · ");
  });
  const { values, repeated } = used.length > 1 ? onceOnly(texts) : { values: texts, repeated: 0 };
  const left =
    repeated === 0
      ? ""
      : ` ${repeated} records share it with another one and were left out; add the ${first.label} to the export.`;
  return {
    field: first.field,
    heading: first.label,
    values,
    note: `The file has no ${first.label}; ${labels.join(", ")} identifies its records instead.${left}`,
  };
}

/** Records that cannot be told apart get no key, not even the first of them. */
function onceOnly(texts: readonly string[]): { values: Cell[]; repeated: number } {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  let repeated = 0;
  const values = texts.map((text) => {
    if (text === "" || counts.get(text) === 1) return text;
    repeated++;
    return "";
  });
  return { values, repeated };
}
