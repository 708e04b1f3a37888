import type { Host } from "../../host/host.ts";
import type { HostEvent } from "../../host/hostState.ts";
import type { SheetData } from "../../host/workbook.ts";
import type { FromPage, Place, Revision, SheetClaims, SheetNotes, ToPage } from "../protocol.ts";
import { eventMessage } from "./eventMessage.ts";
import { offeredFunctions } from "./offeredFunctions.ts";
import { PageBook, type TypedCell } from "./pageBook.ts";
import { Results } from "./results.ts";
import { firstVisible, snapshotData } from "./snapshot.ts";

type Send = (page: string | undefined, message: ToPage) => void;

/** All pages open on one workbook: takes what people do to the host and tells everyone what came of it. */
export class PageSession {
  readonly host: Host;
  readonly #book: PageBook;
  readonly #results = new Results();
  readonly #send: Send;
  readonly #pages = new Set<string>();
  #notes = "";
  /** The page whose action runs: messages and panels of the script go there. */
  #acting: string | undefined;
  /** Before its first use in a file an add-on may do nothing but add its menu. */
  #enabled = false;

  constructor(host: Host, send: Send) {
    this.host = host;
    this.#book = new PageBook(host);
    this.#send = send;
  }

  get pages(): readonly string[] {
    return [...this.#pages];
  }

  leave(page: string): void {
    this.#pages.delete(page);
  }

  tell(event: HostEvent): void {
    const message = eventMessage(event);
    if (message) this.#send(this.#acting, message);
  }

  get acting(): string | undefined {
    return this.#acting;
  }

  receive(page: string, message: FromPage): void {
    switch (message.type) {
      case "hello":
        this.#pages.add(page);
        this.#welcome(page);
        break;
      case "load":
        this.#snapshot(page, this.#book.sheetOf(message.sheetId));
        break;
      case "revision":
        this.#revise(page, message.message, message.claims);
        break;
      case "claims":
        this.#claim(page, message.revision, message.claims);
        break;
      case "rescue":
        this.#typed(page, this.#book.rescue(message.claims));
        this.publish();
        break;
      case "presence":
        for (const other of this.#pages) if (other !== page) this.#send(other, message);
        break;
      case "menu":
        this.#act(page, message.label, message.place, () => this.host.runMenu(message.label));
        break;
      case "call":
        this.#call(page, message);
        break;
      case "settings":
        if (message.locale) this.host.workbook.locale = message.locale;
        if (message.timeZone) this.host.workbook.timeZone = message.timeZone;
        this.host.changed();
        this.publish();
        break;
    }
  }

  #welcome(page: string): void {
    this.#acting = page;
    try {
      this.host.open(this.#enabled ? "LIMITED" : "NONE");
    } catch (error) {
      this.#send(page, { type: "error", text: messageOf(error) });
    }
    this.#snapshot(page, firstVisible(this.host.workbook));
    this.#send(page, { type: "menu", menu: this.host.menu() });
  }

  #snapshot(page: string, active: SheetData | undefined): void {
    const { workbook, functions } = this.host;
    const { data, unloaded, refused } = snapshotData(this.#book, active);
    this.#send(page, {
      type: "snapshot",
      page,
      data,
      results: new Results().changes(this.host, this.#loaded(), (sheet) =>
        this.#book.pageIdOf(sheet),
      ),
      notes: this.#notesNow(),
      functions: offeredFunctions(functions),
      title: workbook.name,
      locale: workbook.locale,
      timeZone: workbook.timeZone,
      activeSheet: active ? this.#book.pageIdOf(active) : null,
      unloaded,
      refused,
    });
    this.#notes = JSON.stringify(this.#notesNow());
  }

  #loaded(): SheetData[] {
    return this.host.workbook.sheets.filter(({ id }) => this.#book.loaded.has(id));
  }

  #revise(page: string, message: Revision, claims: readonly SheetClaims[]): void {
    const { taken, typed, refused } = this.#book.receive(message, claims);
    if (refused) {
      this.#send(page, {
        type: "error",
        text: "This cannot be undone any more: rows or tabs have changed since.",
      });
      this.#reload();
      return;
    }
    if (taken) this.#send(undefined, { type: "revision", message });
    this.#typed(page, typed);
    if (taken || typed.length > 0) this.publish();
  }

  #claim(page: string, revision: string, claims: readonly SheetClaims[]): void {
    const typed = this.#book.claim(revision, claims);
    if (typed === undefined) {
      this.#reload();
      return;
    }
    this.#typed(page, typed);
    this.publish();
  }

  /** A person typed: the script's trigger runs as in Sheets, for one cell with its value. */
  #typed(page: string, typed: readonly TypedCell[]): void {
    for (const { sheet, row, column } of typed) this.#results.expect(sheet, row, column);
    const [first] = typed;
    if (first === undefined) return;
    this.#acting = page;
    const last = typed.at(-1) ?? first;
    try {
      this.host.edited(first.sheet.id, {
        row: first.row,
        column: first.column,
        rows: Math.max(1, last.row - first.row + 1),
        columns: Math.max(1, last.column - first.column + 1),
      });
    } catch (error) {
      this.#send(page, { type: "error", text: messageOf(error) });
    }
  }

  #call(page: string, { id, name, args, place }: Extract<FromPage, { type: "call" }>): void {
    let reply: ToPage = { type: "reply", id, ok: false, value: "" };
    this.#act(page, undefined, place, () => {
      try {
        reply = { type: "reply", id, ok: true, value: this.host.call(name, ...args) };
      } catch (error) {
        reply = { type: "reply", id, ok: false, value: messageOf(error) };
      }
    });
    this.#send(page, reply);
  }

  /** The host's active sheet becomes the page's. */
  show(page: string): void {
    const { sheets, activeSheetId } = this.host.workbook;
    const active = sheets.find(({ id }) => id === activeSheetId);
    if (active) this.#send(page, { type: "activate", sheetId: this.#book.pageIdOf(active) });
  }

  /** Runs something of the script for a page and tells everyone what it changed. */
  #act(page: string, busy: string | undefined, place: Place | null, action: () => unknown): void {
    this.#acting = page;
    this.#enabled = true;
    const { workbook } = this.host;
    const here = place ? this.#book.sheetOf(place.sheetId) : undefined;
    if (here && place) {
      workbook.activeSheetId = here.id;
      this.host.select({
        row: place.row,
        column: place.column,
        rows: place.rows,
        columns: place.columns,
      });
    }
    if (busy !== undefined) this.#send(page, { type: "busy", name: busy });
    try {
      action();
    } catch (error) {
      this.#send(page, { type: "error", text: messageOf(error) });
    }
    this.publish();
    if (workbook.activeSheetId !== here?.id) this.show(page);
    if (busy !== undefined) this.#send(page, { type: "idle" });
  }

  /** Brings every page up to date. */
  publish(): void {
    const commands = this.#book.changes();
    if (commands === undefined) {
      this.#reload();
      return;
    }
    if (commands.length > 0)
      this.#send(undefined, { type: "revision", message: this.#book.revise(commands) });
    const sheets = this.#results.changes(this.host, this.#loaded(), (sheet) =>
      this.#book.pageIdOf(sheet),
    );
    if (sheets.length > 0) this.#send(undefined, { type: "results", sheets });
    const notes = this.#notesNow();
    const text = JSON.stringify(notes);
    if (text !== this.#notes) this.#send(undefined, { type: "notes", notes });
    this.#notes = text;
  }

  /** Every page gets the workbook anew. */
  #reload(): void {
    this.#book.restart();
    this.#results.forget();
    const { sheets, activeSheetId } = this.host.workbook;
    const active = sheets.find(({ id }) => id === activeSheetId);
    for (const page of this.#pages) this.#snapshot(page, active);
    this.#results.changes(this.host, this.#loaded(), (sheet) => this.#book.pageIdOf(sheet));
  }

  #notesNow(): SheetNotes {
    return Object.fromEntries(
      this.host.workbook.sheets.map((sheet) => [this.#book.pageIdOf(sheet), sheet.notes]),
    );
  }
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
