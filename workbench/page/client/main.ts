import "./globals.ts";
import type { MenuItem } from "../../host/hostState.ts";
import type { SheetNotes, Snapshot, ToPage } from "../protocol.ts";
import { keepCursorBehindSuggestions, typePercentOnce } from "./composerKeys.ts";
import { connect } from "./connection.ts";
import { acceptDrops, choose, download, send as sendFile } from "./files.ts";
import { refuseUnkept } from "./guard.ts";
import { showHostValues } from "./hostEvaluation.ts";
import { offerFunctions } from "./hostFunctions.ts";
import { ValueStore } from "./hostValues.ts";
import { inspect } from "./inspect.ts";
import { localeDialog } from "./localeDialog.ts";
import { buildMenus } from "./menus.ts";
import { busy, notice, question, toast } from "./messages.ts";
import { drawNotes } from "./notes.ts";
import { panels } from "./panels.ts";
import { followSheetLinks } from "./sheetLinks.ts";
import { SpreadsheetView } from "./spreadsheetView.ts";

let values = new ValueStore([]);
let notes: SheetNotes = {};
let menu: readonly MenuItem[] = [];
let snapshot: Snapshot | undefined;
let nextCall = 0;
const calls = new Map<number, (ok: boolean, value: unknown) => void>();

const connection = connect({
  receive: (message) => {
    receive(message).catch((error: unknown) => toast("The page failed", String(error), 0));
  },
  lost: () => busy("The server has stopped; waiting for it to come back…"),
});
const view = new SpreadsheetView(connection.send, (model) => {
  const sheetId = model.getters.getActiveSheetId();
  notice(snapshot?.refused[sheetId]);
  if (snapshot?.unloaded.includes(sheetId)) {
    snapshot = { ...snapshot, unloaded: snapshot.unloaded.filter((id) => id !== sheetId) };
    busy(`Loading ${model.getters.getSheetName(sheetId)}…`);
    connection.send({ type: "load", sheetId });
  }
});
const frames = panels({
  call: (name, args, done) => {
    nextCall += 1;
    calls.set(nextCall, done);
    view.ask({ type: "call", id: nextCall, name, args, place: view.place() });
  },
  focusSheet: () => view.focus(),
});

Object.assign(globalThis, { spreadsheet: inspect(() => view.model) });
showHostValues(() => values);
followSheetLinks();
refuseUnkept((text) => toast("", text, 8));
drawNotes(() => notes);
keepCursorBehindSuggestions();
typePercentOnce();
buildMenus({
  menu: () => menu,
  run: (label) => view.ask({ type: "menu", label, place: view.place() }),
  importFile: () => choose(".csv,.tsv,.txt,.xlsx", (file) => give("/import", file)),
  openWorkbook: () => choose(".json", (file) => give("/open", file)),
  saveWorkbook: () => download("/workbook.json"),
  downloadXlsx: () => download("/workbook.xlsx"),
  settings: () => {
    if (snapshot)
      localeDialog(snapshot, (chosen) => connection.send({ type: "settings", ...chosen }));
  },
});
acceptDrops((file) => give("/import", file));

/** Sends a file that the person chose or dropped. */
function give(path: "/import" | "/open", file: File): void {
  sendFile(path, file, snapshot?.page ?? "").catch((error: unknown) =>
    toast("The file was not taken", String(error), 12),
  );
}

async function receive(message: ToPage): Promise<void> {
  switch (message.type) {
    case "snapshot":
      return load(message);
    case "revision":
    case "presence":
      view.deliver(message.message);
      return;
    case "results":
      if (view.model) values.take(view.model, message.sheets);
      return;
    case "notes":
      notes = message.notes;
      return;
    case "menu":
      menu = message.menu;
      return;
    case "activate":
      return view.activate(message.sheetId);
    case "reply": {
      const done = calls.get(message.id);
      calls.delete(message.id);
      return done?.(message.ok, message.value);
    }
    default:
      return tell(message);
  }
}

/** What the person is to see. */
function tell(message: ToPage): void {
  switch (message.type) {
    case "toast":
      toast(message.title, message.text, message.seconds);
      break;
    case "error":
      toast("", message.text, 0);
      break;
    case "panel":
      frames.show(message);
      break;
    case "busy":
      busy(`Running ${message.name}…`);
      break;
    case "idle":
      busy(undefined);
      break;
    case "ask":
      question(message, (button, text) =>
        connection.send({ type: "answer", id: message.id, button, text }),
      );
      break;
  }
}

async function load(message: Snapshot): Promise<void> {
  snapshot = message;
  notes = message.notes;
  values = new ValueStore(message.results);
  offerFunctions(message.functions);
  document.title = message.title;
  await view.show(message);
  document.documentElement.dataset.locale = message.locale;
  busy(undefined);
}
