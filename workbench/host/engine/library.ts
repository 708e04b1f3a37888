import { createRequire } from "node:module";
import type { CellMatrix, EngineCell } from "./engineCell.ts";

/** A rectangle as the library has it: 0-based, both ends inclusive. */
export type Zone = { top: number; left: number; bottom: number; right: number };

export type EngineRange = {
  sheetId: string;
  zone: Zone;
  invalidSheetName?: string;
  invalidXc?: string;
};

export type CompiledFormula = {
  rangeDependencies: EngineRange[];
  toFormulaString(getters: Getters): string;
  execute(
    dependencies: EngineRange[],
    cell: (range: EngineRange) => EngineCell,
    range: (range: EngineRange) => CellMatrix,
    symbol: (name: string, isRange: boolean) => EngineCell | CellMatrix,
    context: object,
  ): EngineCell | CellMatrix;
};

/** What we ask of a model: it knows the sheets' names and sizes and reads references. */
export type Getters = {
  getLocale(): object;
  getRangeFromSheetXC(sheetId: string, reference: string): EngineRange;
  getRangeFromZone(sheetId: string, zone: Zone): EngineRange;
  getSheetName(sheetId: string): string;
};

type ArgumentDefinition = Record<string, unknown> & { name: string };

export type FunctionDefinition = {
  description: string;
  args: ArgumentDefinition[];
  isExported?: boolean;
  compute(this: FunctionContext, ...args: FunctionArgument[]): unknown;
};

export type FunctionArgument = EngineCell | CellMatrix | undefined;

export type FunctionContext = { locale: object };

/** A parsed formula. */
export type Ast =
  | { type: "REFERENCE" | "SYMBOL" | "STRING"; value: string }
  | { type: "NUMBER" | "BOOLEAN" | "EMPTY"; value: unknown }
  | { type: "ARRAY"; value: Ast[][] }
  | { type: "FUNCALL"; value: string; args: Ast[] }
  | { type: "BIN_OPERATION"; value: string; left: Ast; right: Ast }
  | { type: "UNARY_OPERATION"; value: string; operand: Ast };

export type Library = {
  Model: new (
    data: object,
    config?: { mode: string },
  ) => { getters: Getters; exportData(): { version: string } };
  CompiledFormula: { Compile(formula: string, sheetId: string, getters: Getters): CompiledFormula };
  parse(formula: string): Ast;
  astToFormula(ast: Ast): string;
  registries: {
    functionRegistry: {
      content: Record<string, FunctionDefinition>;
      mapping: Record<string, (...args: FunctionArgument[]) => EngineCell | CellMatrix>;
      replace(name: string, definition: FunctionDefinition): unknown;
    };
    errorTypes: Set<unknown> & { add(value: string): unknown };
  };
  helpers: {
    arg(definition: string, description: string): ArgumentDefinition;
    toString(value: FunctionArgument | string): string;
    toNumber(value: FunctionArgument, locale: object): number;
    formatValue(value: unknown, options: { format?: string; locale: object }): string;
    isDateTimeFormat(format: string): boolean;
    parseFormat(format: string): unknown;
    isEvaluationError(value: unknown): boolean;
  };
};

let loaded: Library | undefined;

/** o-spreadsheet, loaded at the first formula: a workbook without formulas never pays for it. */
export function library(): Library {
  if (loaded === undefined) {
    defineGroupBy();
    loaded = quietly(
      () => createRequire(import.meta.url)("@odoo/o-spreadsheet") as unknown as Library,
    );
    for (const error of ["#ERROR!", "#VALUE!", "#REF!"]) loaded.registries.errorTypes.add(error);
  }
  return loaded;
}

/** The library writes its timings to console.debug. */
export function quietly<Result>(action: () => Result): Result {
  const { debug } = console;
  console.debug = () => {};
  try {
    return action();
  } finally {
    console.debug = debug;
  }
}

/** The one thing the library needs that Node 20 lacks. */
function defineGroupBy(): void {
  if ("groupBy" in Object) return;
  const groupBy = <Item>(items: Iterable<Item>, keyOf: (item: Item, index: number) => string) => {
    const groups: Record<string, Item[]> = Object.create(null);
    let index = 0;
    for (const item of items) {
      const key = keyOf(item, index);
      index += 1;
      const group = groups[key];
      if (group === undefined) groups[key] = [item];
      else group.push(item);
    }
    return groups;
  };
  Object.defineProperty(Object, "groupBy", { value: groupBy, configurable: true, writable: true });
}
