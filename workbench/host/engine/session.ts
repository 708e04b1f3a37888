import type { CustomFunctions } from "../formulas.ts";
import type { WorkbookData } from "../workbook.ts";
import { registerCustomFunctions, withFunctions } from "./customFunctions.ts";
import type { CellMatrix, EngineCell } from "./engineCell.ts";
import { Evaluator } from "./evaluator.ts";
import { type EngineRange, type Getters, library, quietly } from "./library.ts";
import { LoadedSheet, type NumberStyle } from "./loadedSheet.ts";
import { engineLocale } from "./locale.ts";
import { enginePattern, isDatePattern } from "./numberFormat.ts";
import { addSheetsFunctions } from "./sheetsFunctions.ts";

/** What has been read and computed of a workbook whose sheets keep their names and sizes. */
export type Session = {
  fits(workbook: WorkbookData): boolean;
  compute(sheetId: number): LoadedSheet;
  evaluate(formula: string, sheetId: number): EngineCell | CellMatrix;
  /** Drops a sheet's values and every result that rests on them. */
  forget(sheetId: number): void;
};

export function openSession(workbook: WorkbookData, functions: CustomFunctions): Session {
  addSheetsFunctions();
  registerCustomFunctions(functions);
  const shape = shapeOf(workbook);
  const getters = modelOf(workbook);
  const styleOf = styleReader(workbook);
  const loaded = new Map<string, LoadedSheet>();
  const named = new Map<string, EngineRange>();
  for (const { name, sheetId, area } of workbook.namedRanges) {
    const top = area.row - 1;
    const left = area.column - 1;
    const zone = { top, left, bottom: top + area.rows - 1, right: left + area.columns - 1 };
    named.set(name.toUpperCase(), { sheetId: idOf(sheetId), zone });
  }

  const sheet = (id: string): LoadedSheet | undefined => {
    const known = loaded.get(id);
    if (known !== undefined) return known;
    const data = workbook.sheets.find((candidate) => idOf(candidate.id) === id);
    if (data === undefined) return;
    const fresh = new LoadedSheet(id, data, styleOf);
    loaded.set(id, fresh);
    return fresh;
  };
  const existing = (sheetId: number): LoadedSheet => {
    const found = sheet(idOf(sheetId)) ?? sheet(idOf(workbook.sheets[0]?.id ?? 0));
    if (found === undefined) throw new Error("The workbook has no sheet.");
    return found;
  };
  const evaluator = new Evaluator({
    getters,
    sheet,
    named: (name) => named.get(name.toUpperCase()),
  });

  return {
    fits: (now) =>
      shapeOf(now) === shape && [...loaded.values()].every(({ data }) => now.sheets.includes(data)),
    compute: (sheetId) =>
      withFunctions(functions, () => {
        const target = existing(sheetId);
        evaluator.computeSheet(target);
        return target;
      }),
    evaluate: (formula, sheetId) =>
      withFunctions(functions, () =>
        evaluator.evaluate(formula.startsWith("=") ? formula : `=${formula}`, existing(sheetId)),
      ),
    forget: (sheetId) => {
      const stale = new Set([idOf(sheetId)]);
      for (let before = 0; before < stale.size; ) {
        before = stale.size;
        for (const reader of loaded.values()) {
          if ([...reader.reads].some((id) => stale.has(id))) stale.add(reader.id);
        }
      }
      for (const id of stale) loaded.delete(id);
    },
  };
}

function idOf(sheetId: number): string {
  return `sheet${sheetId}`;
}

/** Whatever the meaning of a reference depends on. */
function shapeOf(workbook: WorkbookData): string {
  return JSON.stringify([
    workbook.locale,
    workbook.sheets.map(({ id, name, rows, columns }) => [id, name, rows, columns]),
    workbook.namedRanges,
  ]);
}

let version: string | undefined;

/** Evaluates nothing by itself: going through all the empty cells took longer than the formulas. */
const UNEVALUATED = { mode: "export_verification" };

/** A model of empty sheets: it only resolves references; values are never put into it. */
function modelOf(workbook: WorkbookData): Getters {
  const { Model } = library();
  return quietly(() => {
    version ??= new Model({}).exportData().version;
    const data = {
      version,
      sheets: workbook.sheets.map(({ id, name, rows, columns }) => ({
        id: idOf(id),
        name,
        rowNumber: rows,
        colNumber: columns,
      })),
      settings: { locale: engineLocale(workbook.locale) },
    };
    return new Model(data, UNEVALUATED).getters;
  });
}

function styleReader(workbook: WorkbookData): (index: number | undefined) => NumberStyle {
  const plain: NumberStyle = { isDate: false, format: undefined };
  const byPattern = new Map<string, NumberStyle>();
  return (index) => {
    const pattern = index === undefined ? undefined : workbook.styles[index]?.numberFormat;
    if (pattern === undefined || pattern === "") return plain;
    let style = byPattern.get(pattern);
    if (style === undefined) {
      style = { isDate: isDatePattern(pattern), format: enginePattern(pattern) };
      byPattern.set(pattern, style);
    }
    return style;
  };
}
