import { headingKey } from "../tables/reading/header.ts";
import type { TableName } from "../tables/table.ts";

/** How the table in a file is told: its name, and headings of which each group must have one. Groups are lists separated by `;`. */
export type Shape = {
  /** Undefined: known, but not imported. */
  readonly table: TableName | "stages" | undefined;
  readonly about: string;
  /** File names, without folder and ending and with `_` for spaces, that speak for it. */
  readonly files: RegExp;
  readonly needs: readonly string[];
  /** Headings that speak against it. */
  readonly never?: string;
  /** True when the headings alone say too little and the name must match too. */
  readonly byName?: boolean;
};

/** True when a file of that name with these heading keys has the shape. */
export function fits(shape: Shape, name: string, present: ReadonlySet<string>): boolean {
  if (shape.byName && !shape.files.test(name)) return false;
  const has = (heading: string) => present.has(headingKey(heading));
  return (
    shape.needs.every((group) => group.split(";").some(has)) &&
    !(shape.never ?? "").split(";").some((heading) => heading !== "" && has(heading))
  );
}
