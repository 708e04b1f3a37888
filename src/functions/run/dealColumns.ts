import { InputError } from "../../core/inputError.ts";
import { opportunities } from "../../tables/opportunities.ts";
import { type Cell, isBlank } from "../../tables/reading/cell.ts";
import { shown } from "../../tables/reading/columnReading.ts";
import { matchHeader } from "../../tables/reading/header.ts";
import { headingText } from "../../tables/reading/readTable.ts";
import type { Cells, RunFunction, RunParam } from "../customFunction.ts";

type Given = readonly (Cells | undefined)[];

/**
 * Where a function of deal columns is given the whole table of deals instead, the columns that it takes, found by what
 * they are called. Anything but several columns below headings of opportunities is left as it was given.
 */
export function withDealColumns({ params }: RunFunction, args: Given): Given {
  const [first] = params;
  const [cells] = args;
  if (!first?.fields || !cells || cells.length < 2 || (cells[0]?.length ?? 0) < 2) return args;
  const headings = (cells[0] ?? []).map(headingText);
  const { mapping, conflicts } = matchHeader(opportunities, headings);
  const column = ({ fields }: RunParam) => fields?.find((field) => mapping[field] !== undefined);
  if (Object.keys(mapping).length === 0) return args;
  const [conflict] = conflicts.filter(({ field }) =>
    params.some(({ fields }) => fields?.includes(field)),
  );
  if (conflict) {
    const names = conflict.columns.map((at) => `"${headings[at]}"`).join(" and ");
    throw new InputError(
      `columns ${names} of ${first.name} both claim to be ${conflict.label}; expected only one`,
    );
  }
  demandOneCurrency(first.name, cells, mapping.currency, mapping.amount);
  const below = cells.slice(1);
  const taken = params.map((param, at): Cells | undefined => {
    const given = args[at];
    if (!param.fields) return given;
    if (at > 0 && given) {
      throw new InputError(
        `${first.name} is a table with its header row and brings ${param.name} along; expected ${param.name} to be left out`,
      );
    }
    const field = column(param);
    if (field === undefined && !param.optional) {
      const labels = param.fields.map((one) => `"${labelOf(one)}"`).join(" or ");
      throw new InputError(`${first.name} is a table without a column ${labels}; expected one`);
    }
    const index = field === undefined ? undefined : mapping[field];
    return index === undefined ? undefined : below.map((row) => [row[index]]);
  });
  // What is left out at the end stays left out.
  while (taken.length > 0 && taken[taken.length - 1] === undefined) taken.pop();
  return taken;
}

const labelOf = (field: string): string =>
  opportunities.columns.find((one) => one.field === field)?.label ?? field;

/** Amounts in two currencies are never added up. */
function demandOneCurrency(
  name: string,
  cells: Cells,
  currency: number | undefined,
  amount: number | undefined,
): void {
  if (currency === undefined || amount === undefined) return;
  const found = new Set<string>();
  for (const row of cells.slice(1)) {
    const said: Cell = row[currency];
    if (!isBlank(said) && !isBlank(row[amount])) found.add(shown(said).trim().toUpperCase());
  }
  if (found.size < 2) return;
  throw new InputError(
    `${name} holds amounts in ${[...found].sort().join(" and ")}; expected one currency`,
  );
}
