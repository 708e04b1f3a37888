import { type CellPosition, registries } from "@odoo/o-spreadsheet";
import type { ShownValue } from "../protocol.ts";
import type { HostValues } from "./hostValues.ts";
import { scaledText } from "./scaledText.ts";

type FormulaCell = { readonly id: number };
type Computed = { value: string | number | boolean; format?: string; message?: string };
type ShownCell = {
  readonly value: unknown;
  readonly formattedValue: string;
  readonly format?: string;
};
type HeldCell = { id: number; isFormula: boolean; content?: string };
type Evaluation = {
  evaluator: {
    computeFormulaCell(position: CellPosition, cell: FormulaCell): unknown;
    computeCell(position: CellPosition): ShownCell;
  };
  getters: {
    getCell(position: CellPosition): HeldCell | undefined;
    getLocale(): { readonly code: string };
  };
  handle(command: { type: string } & Record<string, unknown>): void;
};

const LOADING: Computed = { value: "Loading…" };

/**
 * Has the component show what the host computed instead of computing by itself: one engine, one truth, and the
 * add-on's functions run where they belong.
 */
export function showHostValues(values: () => HostValues): void {
  const Original = registries.coreViewsPluginRegistry.get("evaluation") as unknown as new (
    config: unknown,
  ) => Evaluation;
  class HostEvaluation extends Original {
    constructor(config: unknown) {
      super(config);
      const { evaluator } = this;
      const compute = evaluator.computeFormulaCell.bind(evaluator);
      evaluator.computeFormulaCell = (position, cell) => {
        const execute = () => computed(values().of(position, cell.id));
        return compute(position, {
          ...cell,
          compiledFormula: { execute, rangeDependencies: [] },
        } as FormulaCell);
      };
      const show = evaluator.computeCell.bind(evaluator);
      evaluator.computeCell = (position) => {
        const shown = asInSheets(show(position), this.getters, position);
        const cell = this.getters.getCell(position);
        const url = cell?.isFormula && values().of(position, cell.id)?.[0]?.[0]?.l;
        return url ? { ...shown, link: linkTo(url, shown.formattedValue) } : shown;
      };
    }

    override handle(command: { type: string } & Record<string, unknown>): void {
      if (command.type === "UPDATE_CELL" && command.content !== undefined) {
        const cell = this.getters.getCell(command as unknown as CellPosition);
        if (cell?.isFormula) values().forget(cell.id);
      }
      super.handle(command);
    }
  }
  registries.coreViewsPluginRegistry.replace("evaluation", HostEvaluation as never);
  for (const error of [
    "#ERROR!",
    "#VALUE!",
    "#REF!",
    "#NAME?",
    "#NUM!",
    "#N/A",
    "#DIV/0!",
    "#NULL!",
  ]) {
    registries.errorTypes.add(error);
  }
}

/** In cells of the format text the component shows the apostrophe that marks `=1+2` as a text; scaled numbers it rounds amiss. */
function asInSheets(
  shown: ShownCell,
  getters: Evaluation["getters"],
  position: CellPosition,
): ShownCell {
  const { value, format } = shown;
  const scaled = scaledText(value, format, getters.getLocale().code);
  if (scaled !== undefined) return { ...shown, formattedValue: scaled };
  if (typeof value !== "string" || !value.startsWith("'")) return shown;
  const cell = getters.getCell(position);
  if (!cell || cell.isFormula || cell.content !== value) return shown;
  const text = value.slice(1);
  return { ...shown, value: text, formattedValue: text };
}

/** What the component takes for a link. */
function linkTo(url: string, label: string) {
  return { url, label, isExternal: !url.startsWith("#"), isUrlEditable: false };
}

/** One value, or columns of values where the formula spills. */
function computed(rows: readonly (readonly ShownValue[])[] | undefined): Computed | Computed[][] {
  const first = rows?.[0]?.[0];
  if (rows === undefined || first === undefined) return LOADING;
  if (rows.length === 1 && rows[0]?.length === 1) return cell(first);
  return (rows[0] ?? []).map((_, column) => rows.map((row) => cell(row[column] ?? { v: null })));
}

function cell({ v, f, m }: ShownValue): Computed {
  return {
    value: v ?? "",
    ...(f === undefined ? {} : { format: f }),
    ...(m === undefined ? {} : { message: m }),
  };
}
