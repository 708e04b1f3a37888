import { crmTables } from "../tables/catalog.ts";
import { headingKey } from "../tables/reading/header.ts";
import { headingOfMoney } from "../tables/reading/headingCurrency.ts";
import type { TableName } from "../tables/table.ts";
import { sources } from "./catalog.ts";
import { dealShapes } from "./dealShapes.ts";
import { generic } from "./generic.ts";
import { mapHeadings } from "./mapHeadings.ts";
import { otherShapes } from "./otherShapes.ts";
import { peopleShapes } from "./peopleShapes.ts";
import { fits, type Shape } from "./shape.ts";
import type { Source } from "./source.ts";
import { isSnakeCase } from "./warehouse.ts";

const shapes: readonly Shape[] = [...otherShapes, ...dealShapes, ...peopleShapes];

export type Recognised = {
  readonly source: Source;
  /** Undefined: no CRM table was recognised. */
  readonly shape: Shape | undefined;
};

/** Which CRM a file comes from and which table it holds, by its headings and then by its name. */
export function recognise(
  file: string,
  headings: readonly string[],
  lines: readonly string[],
): Recognised {
  return { source: recogniseSource(headings, lines), shape: recogniseShape(file, headings) };
}

function recogniseSource(headings: readonly string[], lines: readonly string[]): Source {
  if (lines.some((line) => /copyright.*salesforce/i.test(line))) {
    const report = sources.find(({ label }) => label.includes("report"));
    if (report) return report;
  }
  const named = headings.filter((heading) => heading !== "");
  const isWarehouse = isSnakeCase(named);
  let best = generic;
  let most = 0;
  for (const source of sources) {
    // A warehouse writes every heading in snake case; elsewhere such marks mean nothing.
    if ((source.name === "warehouse" && !isWarehouse) || source.marks.length === 0) continue;
    const { unless } = source;
    if (unless && named.some((heading) => unless.test(heading))) continue;
    const marks = source.marks.filter((mark) => named.some((heading) => mark.test(heading))).length;
    if (marks >= source.marksNeeded && marks > most) {
      most = marks;
      best = source;
    }
  }
  return best;
}

function recogniseShape(file: string, headings: readonly string[]): Shape | undefined {
  const name = baseName(file);
  const present = new Set(
    headings.flatMap((heading) => [
      headingKey(heading),
      headingKey(headingOfMoney(heading)?.rest ?? heading),
    ]),
  );
  const fitting = shapes.filter((shape) => fits(shape, name, present));
  return fitting.find(({ files }) => files.test(name)) ?? fitting[0];
}

/** `exports/Opportunity History.csv` as `Opportunity_History`, so that file names are matched by one spelling. */
function baseName(file: string): string {
  const last = file.split(/[\\/]/).pop() ?? file;
  return last.replace(/\.[a-z0-9]{1,5}$/i, "").replace(/[\s-]+/g, "_");
}

/** The table that most of the headings fit, with what it lacks: for telling why a file was not recognised. */
export function closestTable(
  headings: readonly string[],
): { table: TableName; sheet: string; missing: string[] } | undefined {
  let closest: { table: TableName; sheet: string; missing: string[] } | undefined;
  let most = 0;
  for (const table of crmTables) {
    const { headings: mapped } = mapHeadings(table, undefined, headings, new Map());
    const fields = new Set(mapped.flatMap(({ field }) => (field === undefined ? [] : [field])));
    if (fields.size > most) {
      most = fields.size;
      const missing = table.columns.filter(
        ({ field, need }) => (need === "key" || need === "required") && !fields.has(field),
      );
      closest = {
        table: table.name,
        sheet: table.sheet,
        missing: missing.map(({ label }) => label),
      };
    }
  }
  return closest;
}
