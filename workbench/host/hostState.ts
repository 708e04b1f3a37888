import { createEngine, type Engine } from "./engine.ts";
import type { CustomFunctions, FormulaCell } from "./formulas.ts";
import { hasFormulas } from "./grid.ts";
import { type LocaleFacts, localeFacts } from "./localeFacts.ts";
import type { Area, SheetData, WorkbookData } from "./workbook.ts";

/** What a person would have seen. */
export type HostEvent =
  | { readonly kind: "alert" | "prompt"; readonly title: string; readonly text: string }
  | {
      readonly kind: "toast";
      readonly title: string;
      readonly text: string;
      readonly seconds?: number;
    }
  | {
      readonly kind: "sidebar" | "dialog";
      readonly title: string;
      readonly html: string;
      readonly width?: number;
      readonly height?: number;
    }
  | { readonly kind: "log"; readonly title: string; readonly text: string };

/** What a person answers to an alert or a prompt: a button's name and, for a prompt, the text. */
export type Respond = (question: {
  title: string;
  text: string;
  kind: "alert" | "prompt";
  /** A name of ButtonSet. */
  buttons: string;
}) => {
  readonly button: string;
  readonly text?: string;
};

export type MenuItem =
  | { readonly label: string; readonly functionName: string }
  | { readonly label: string; readonly items: readonly MenuItem[] }
  | { readonly separator: true };

/** Results of formulas and what they spill, 0-based and sparse; dates are marked. */
export type Results = readonly (readonly (FormulaCell | undefined)[] | undefined)[];

/** What outlives one run of the script: the workbook, its formula engine, and what the person sees. */
export class HostState {
  readonly workbook: WorkbookData;
  readonly events: HostEvent[] = [];
  readonly now: () => number;
  readonly respond: Respond;
  readonly html: Readonly<Record<string, string>>;
  readonly cache = new Map<string, Map<string, { text: string; until: number }>>();
  /** False: the person is an editor, whom protections stop; the owner is never stopped. */
  owner = true;
  /** Locks that another run of the script holds, for tests of what happens then. */
  readonly foreignLocks = new Set<string>();
  readonly heldLocks = new Set<string>();
  /** Menus that the script added to the interface. */
  menus: MenuItem[] = [];
  functions: CustomFunctions = {
    declared: [],
    call: (name) => ({ error: "#NAME?", message: `Unknown function: '${name}'.` }),
  };
  scriptZone = "Etc/UTC";
  /** Scopes that the manifest asks for, and those of them that the person has not granted. */
  scopes: readonly string[] = [];
  readonly ungranted = new Set<string>();
  /** What the person has selected in the active sheet. */
  selection: Area = { row: 1, column: 1, rows: 1, columns: 1 };
  readonly #onEvent: (event: HostEvent) => void;
  #engine: Engine | undefined;

  constructor(options: {
    workbook: WorkbookData;
    now: () => number;
    respond: Respond;
    html: Readonly<Record<string, string>>;
    onEvent?: (event: HostEvent) => void;
  }) {
    this.workbook = options.workbook;
    this.now = options.now;
    this.respond = options.respond;
    this.html = options.html;
    this.#onEvent = options.onEvent ?? (() => {});
  }

  /** Keeps what the person sees, and shows it at once where somebody looks. */
  tell(event: HostEvent): void {
    this.events.push(event);
    this.#onEvent(event);
  }

  get facts(): LocaleFacts {
    return localeFacts(this.workbook.locale);
  }

  get engine(): Engine {
    this.#engine ??= createEngine(this.workbook, this.functions);
    return this.#engine;
  }

  /** To be called after every change of cells; without a sheet, of the workbook's structure. */
  changed(sheet?: SheetData): void {
    this.#engine?.changed(sheet?.id);
  }

  /** Results of the sheet's formulas, spilled cells included; undefined for a sheet without formulas. */
  computed(sheet: SheetData): Results | undefined {
    return hasFormulas(sheet) ? this.engine.cells(sheet.id) : undefined;
  }

  sheetById(id: number): SheetData | undefined {
    return this.workbook.sheets.find((sheet) => sheet.id === id);
  }

  sheetByName(name: string): SheetData | undefined {
    return this.workbook.sheets.find((sheet) => sheet.name === name);
  }

  get thisYear(): number {
    return new Date(this.now()).getUTCFullYear();
  }
}
