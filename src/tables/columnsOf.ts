import type { Column, ColumnKind, Need } from "./table.ts";

/** The fields of a row that hold such a value; a column of another kind does not compile. */
type FieldWith<Row, Value> = {
  [Field in keyof Row]-?: Row[Field] extends Value | undefined ? Field : never;
}[keyof Row] &
  string;

type Declare<Row, Value> = (
  field: FieldWith<Row, Value>,
  label: string,
  need: Need,
  about: string,
  /** Headings separated by `;`, those taken only without another one behind `|`. */
  aliases?: string,
  range?: readonly [number, number],
) => Column<Row>;

/** One function per kind of column, for declaring a table's columns line by line. */
export function columnsOf<Row>(): {
  readonly id: Declare<Row, string>;
  readonly text: Declare<Row, string>;
  readonly choice: Declare<Row, string>;
  readonly number: Declare<Row, number>;
  readonly money: Declare<Row, number>;
  readonly fraction: Declare<Row, number>;
  readonly date: Declare<Row, number>;
  readonly datetime: Declare<Row, number>;
  readonly boolean: Declare<Row, boolean>;
} {
  const declare =
    (kind: ColumnKind) =>
    (
      field: keyof Row & string,
      label: string,
      need: Need,
      about: string,
      aliases = "",
      range?: readonly [number, number],
    ) => {
      let lists: string[][] | undefined;
      // Every formula loads all columns, and few look for one by its headings.
      const headings = () => {
        lists ??= aliases.split("|").map(list);
        return lists;
      };
      return {
        field,
        label,
        kind,
        need,
        about,
        get aliases() {
          return headings()[0] ?? [];
        },
        get weakAliases() {
          return headings()[1] ?? [];
        },
        ...(range ? { range } : {}),
      };
    };
  return {
    id: declare("id"),
    text: declare("text"),
    choice: declare("choice"),
    number: declare("number"),
    money: declare("money"),
    fraction: declare("fraction"),
    date: declare("date"),
    datetime: declare("datetime"),
    boolean: declare("boolean"),
  };
}

function list(headings: string): string[] {
  return headings
    .split(";")
    .map((heading) => heading.trim())
    .filter((heading) => heading !== "");
}
