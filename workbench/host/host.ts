import vm from "node:vm";
import { callCustomFunction } from "./callCustomFunction.ts";
import { declaredFunctions } from "./declaredFunctions.ts";
import { editEvent } from "./editEvent.ts";
import type { FormulaResult } from "./engine.ts";
import { Execution, type Mode, type ServiceCall } from "./execution.ts";
import type { CustomFunctions, FormulaArgument, FormulaOutcome } from "./formulas.ts";
import { type HostEvent, HostState, type MenuItem, type Respond } from "./hostState.ts";
import { checkedClock, plainError } from "./plainError.ts";
import { printed } from "./printCalls.ts";
import { createRealm } from "./realm.ts";
import { toPage, toServer } from "./scriptRun.ts";
import { ServiceError } from "./serviceError.ts";
import { installServices } from "./services/globals.ts";
import type { Area, WorkbookData } from "./workbook.ts";
import { newWorkbook, parseWorkbook, serializeWorkbook } from "./workbookFile.ts";

export { newWorkbook, parseWorkbook };

const LIMITS = { action: 360_000, trigger: 30_000, cell: 30_000 };

type AuthMode = "NONE" | "LIMITED" | "FULL";

export type HostOptions = {
  /** The built script. */
  readonly bundle: string;
  /** HTML files by name, without the ending. */
  readonly html?: Readonly<Record<string, string>>;
  /** The manifest; its time zone and scopes matter here. */
  readonly manifest?: { readonly timeZone?: string; readonly oauthScopes?: readonly string[] };
  /** Scopes of the manifest that the person did not grant; the others are granted. */
  readonly ungranted?: readonly string[];
  readonly workbook?: WorkbookData;
  /** For a new workbook. */
  readonly locale?: string;
  /** For a new workbook. */
  readonly timeZone?: string;
  /** True: refusals of writes surface at the next call, as they may on the platform. */
  readonly deferred?: boolean;
  /** The clock, in milliseconds since 1970. */
  readonly now?: () => number;
  /** What the person answers to alerts and prompts; OK when left out. */
  readonly respond?: Respond;
  /** Told of toasts, panels and the like while the script still runs. */
  readonly onEvent?: (event: HostEvent) => void;
  /** False: the person is an editor, whom protections stop. */
  readonly owner?: boolean;
  /** Milliseconds after which the platform stops a script; shorter ones are for tests. */
  readonly limits?: Partial<typeof LIMITS>;
  /** Told of each service call of an action before it takes effect; may throw what the platform would. */
  readonly onCall?: (action: string, call: ServiceCall) => void;
  /** True: `eval` and `new Function` work inside the script. */
  readonly strings?: boolean;
};

export type Host = {
  readonly workbook: WorkbookData;
  /** What the person saw: alerts, toasts, panels, log lines. */
  readonly events: HostEvent[];
  /** Locks that another run holds: `document`, `user` or `script`. */
  readonly foreignLocks: Set<string>;
  /** Calls a function as the sidebar does through `google.script.run`: all rights, six minutes. */
  call(name: string, ...args: unknown[]): unknown;
  /** Opens the spreadsheet: `onOpen` without any rights, the add-on not being enabled yet, unless told otherwise. */
  open(mode?: AuthMode): void;
  menu(): readonly MenuItem[];
  /** Clicks a menu item by its label. */
  runMenu(label: string): unknown;
  /** The custom functions that the script declares, for engine and export. */
  readonly functions: CustomFunctions;
  /** The person grants a scope that was left out so far. */
  grant(scope: string): void;
  /** The hour of every clock trigger has come: runs them, with nobody at the screen. */
  runTriggers(): void;
  /** Calls a custom function as a cell does. */
  callFunction(name: string, args: readonly FormulaArgument[]): FormulaOutcome;
  /** Evaluates a formula in the context of the workbook. */
  evaluate(formula: string): FormulaOutcome;
  /** Results of a sheet's formulas as a page draws them. */
  results(sheetId: number): FormulaResult[];
  /** The person selects cells of the active sheet. */
  select(area: Area): void;
  /** The person has typed into cells: runs the script's `onEdit`, if it has one. */
  edited(sheetId: number, area: Area): void;
  /** The service calls of the last action. */
  calls(): readonly ServiceCall[];
  /** The same as text: one line a call, with its running time. */
  printCalls(): string;
  /** To be called when something else than the script changed the workbook. */
  changed(sheetId?: number): void;
  /** The lossless file. */
  save(): string;
};

/** Opens a workbook with the add-on installed in it. Every action runs in a realm of its own, as every execution does. */
export function openHost(options: HostOptions): Host {
  const workbook =
    options.workbook ?? newWorkbook({ locale: options.locale, timeZone: options.timeZone });
  const state = new HostState({
    workbook,
    now: options.now ?? Date.now,
    respond: options.respond ?? (() => ({ button: "OK" })),
    html: options.html ?? {},
    onEvent: options.onEvent,
  });
  state.owner = options.owner ?? true;
  state.scriptZone = options.manifest?.timeZone ?? "Etc/UTC";
  state.scopes = options.manifest?.oauthScopes ?? [];
  for (const scope of options.ungranted ?? []) state.ungranted.add(scope);
  const script = new vm.Script(options.bundle, { filename: "Code.js" });
  const limits = { ...LIMITS, ...options.limits };
  let lastAction = { name: "", calls: [] as readonly ServiceCall[] };

  const load = (): Execution => {
    const run = new Execution(state, options.deferred ?? false);
    const realm = createRealm({
      zone: state.scriptZone,
      now: state.now,
      strings: options.strings ?? false,
      log: (level, text) => state.tell({ kind: "log", title: level, text }),
    });
    run.realm = realm;
    installServices(run, realm.context);
    try {
      realm.run(script);
    } catch (error) {
      throw plainError(error);
    }
    return run;
  };

  const act = (
    name: string,
    mode: Mode,
    limitMs: number,
    argsOf: (run: Execution) => unknown[],
    hasUi = true,
  ): unknown => {
    const run = load();
    const found = run.realm?.context[name];
    if (typeof found !== "function" || name.endsWith("_"))
      throw new Error(`Script function not found: ${name}`);
    const args = argsOf(run);
    const { onCall } = options;
    if (onCall) run.onCall = (call) => onCall(name, call);
    run.begin(mode, limitMs, hasUi);
    lastAction = { name, calls: run.calls };
    try {
      const result = run.realm?.call(() => found(...args), limitMs);
      run.throwLate();
      run.checkClock();
      return result;
    } catch (error) {
      if (!(error instanceof ServiceError)) checkedClock(run);
      throw plainError(error);
    } finally {
      state.heldLocks.clear();
    }
  };

  let cellRun: Execution | undefined;
  state.functions = {
    declared: declaredFunctions(options.bundle),
    call: (name, args) => {
      try {
        cellRun ??= load();
      } catch (error) {
        return { error: "#ERROR!", message: plainError(error).message };
      }
      return callCustomFunction(cellRun, name, args, limits.cell);
    },
  };

  const trigger = (
    name: string,
    mode: AuthMode,
    details: (run: Execution) => object = () => ({}),
  ) =>
    act(name, mode.toLowerCase() as Mode, limits.trigger, (run) => {
      const event = Object.assign(run.realm?.object() ?? {}, details(run)) as Record<
        string,
        unknown
      >;
      const scriptApp = run.realm?.context.ScriptApp as { AuthMode: Record<string, unknown> };
      event.authMode = scriptApp.AuthMode[mode];
      return [event];
    });

  return {
    workbook,
    events: state.events,
    foreignLocks: state.foreignLocks,
    call: (name, ...args) =>
      toPage(
        act(name, "full", limits.action, ({ realm }) =>
          realm ? args.map((arg, index) => toServer(arg, realm, String(index))) : [],
        ),
      ),
    open: (mode = "NONE") => {
      state.menus = [];
      trigger("onOpen", mode);
    },
    menu: () => state.menus,
    runMenu: (label) => {
      const name = functionOf(state.menus, label);
      if (name === undefined) throw new Error(`The menu has no item "${label}".`);
      return act(name, "full", limits.action, () => []);
    },
    functions: state.functions,
    grant: (scope) => {
      state.ungranted.delete(scope);
    },
    runTriggers: () => {
      for (const { handler } of [...(workbook.triggers ?? [])])
        act(handler, "full", limits.action, () => [], false);
    },
    callFunction: (name, args) => state.functions.call(name, args),
    evaluate: (formula) => state.engine.evaluate(formula),
    results: (sheetId) => state.engine.results(sheetId),
    select: (area) => {
      state.selection = { ...area };
    },
    edited: (sheetId, area) => {
      const sheet = state.sheetById(sheetId);
      if (sheet && /^(?:async )?function onEdit\(/m.test(options.bundle))
        trigger("onEdit", "LIMITED", (run) => editEvent(run, sheet, area));
    },
    calls: () => lastAction.calls,
    printCalls: () => printed(lastAction.name, lastAction.calls),
    changed: (sheetId) =>
      state.changed(sheetId === undefined ? undefined : state.sheetById(sheetId)),
    save: () => serializeWorkbook(workbook),
  };
}

function functionOf(items: readonly MenuItem[], label: string): string | undefined {
  for (const item of items) {
    if ("functionName" in item && item.label === label) return item.functionName;
    const below = "items" in item ? functionOf(item.items, label) : undefined;
    if (below !== undefined) return below;
  }
  return undefined;
}
