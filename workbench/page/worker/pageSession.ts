import type { Host } from "../../host/host.ts";
import type { HostEvent } from "../../host/hostState.ts";
import type { SheetData } from "../../host/workbook.ts";
import type { FromPage, Place, Revision, SheetClaims, SheetNotes, ToPage } from "../protocol.ts";
import { eventMessage } from "./eventMessage.ts";
import { Followers } from "./followers.ts";
import { offeredFunctions } from "./offeredFunctions.ts";
import { PageBook, type TypedCell } from "./pageBook.ts";
import { Results } from "./results.ts";
import { ScriptRuns } from "./scriptRuns.ts";
import { firstVisible, snapshotData } from "./snapshot.ts";
import { switchLocale } from "./switchLocale.ts";

type Send = (page: string | undefined, message: ToPage) => void;

/** All pages open on one workbook: takes what people do to the host and tells everyone what came of it. */
export class PageSession {
  readonly host: Host;
  readonly #book: PageBook;
  readonly #results = new Results();
  readonly #send: Send;
  readonly #followers = new Followers();
  #notes = "";
  readonly #script: ScriptRuns;

  constructor(host: Host, send: Send) {
    this.host = host;
    this.#book = new PageBook(host);
    this.#script = new ScriptRuns(host, send);
    this.#send = send;
  }

  get pages(): readonly string[] {
    return this.#followers.pages;
  }

  leave(page: string): void {
    if (this.#followers.left(page)) this.#reload();
  }

  tell(event: HostEvent): void {
    const message = eventMessage(event);
    if (message) this.#send(this.#script.acting, message);
  }

  get acting(): string | undefined {
    return this.#script.acting;
  }

  receive(page: string, message: FromPage): void {
    switch (message.type) {
      case "hello":
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
        this.#rescue(page, message.revision, message.claims);
        break;
      case "presence":
        for (const other of this.pages) if (other !== page) this.#send(other, message);
        break;
      case "menu":
        this.#act(page, message.label, message.place, () => this.host.runMenu(message.label));
        break;
      case "call":
        this.#call(page, message);
        break;
      case "settings":
        if (message.locale) switchLocale(this.host.workbook, message.locale);
        if (message.timeZone) this.host.workbook.timeZone = message.timeZone;
        this.host.changed();
        this.publish();
        break;
    }
  }

  #welcome(page: string): void {
    this.#script.opened(page);
    this.#snapshot(page, firstVisible(this.host.workbook));
    this.#send(page, { type: "menu", menu: this.host.menu() });
  }

  #snapshot(page: string, active: SheetData | undefined): void {
    const { workbook, functions } = this.host;
    const { data, unloaded, refused } = snapshotData(this.#book, active);
    this.#followers.loaded(page, this.#book.revision);
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

  #revise(page: string, message: Revision, claims: readonly SheetClaims[] | null): void {
    const late = this.#followers.unable(message, (one, other) => this.#book.isAfter(one, other));
    // Loaded anew since it sent this: it does not show the undo, so nobody shall.
    if (late.includes(page)) return;
    const { taken, typed, refused } = this.#book.receive(message, claims ?? []);
    if (refused) {
      this.#send(page, {
        type: "error",
        text: "This cannot be undone any more: rows or tabs have changed since.",
      });
      this.#reload();
      return;
    }
    if (taken) {
      for (const other of this.pages)
        if (!late.includes(other)) this.#send(other, { type: "revision", message });
      if (claims === null || isUndo(message)) this.#followers.untold(page, message.nextRevisionId);
      this.#renew(late);
    }
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
    this.#renew(this.#followers.told(page, (made) => !this.#book.isAfter(revision, made)));
  }

  #rescue(page: string, revision: string, claims: readonly SheetClaims[]): void {
    if (this.#book.isMovedSince(revision)) {
      const text = "What was typed last is lost: rows were moved in the same moment.";
      this.#send(page, { type: "error", text });
      this.#reload();
      return;
    }
    this.#typed(page, this.#book.rescue(claims));
    this.publish();
    this.#renew(this.#followers.told(page, () => true));
  }

  /** Loads the workbook anew in some of the pages. */
  #renew(pages: readonly string[]): void {
    const active = this.#active();
    for (const page of pages) this.#snapshot(page, active);
  }

  #active(): SheetData | undefined {
    const { sheets, activeSheetId } = this.host.workbook;
    return sheets.find(({ id }) => id === activeSheetId);
  }

  #typed(page: string, typed: readonly TypedCell[]): void {
    for (const { sheet, row, column } of typed) this.#results.expect(sheet, row, column);
    this.#script.edited(page, typed);
  }

  #call(page: string, { id, name, args, place }: Extract<FromPage, { type: "call" }>): void {
    let reply = { ok: false, value: "" as unknown };
    this.#act(page, undefined, place, () => {
      reply = this.#script.call(name, args);
    });
    this.#send(page, { type: "reply", id, ...reply });
  }

  /** The host's active sheet becomes the page's. */
  show(page: string): void {
    const active = this.#active();
    if (active) this.#send(page, { type: "activate", sheetId: this.#book.pageIdOf(active) });
  }

  /** Runs something of the script for a page and tells everyone what it changed. */
  #act(page: string, busy: string | undefined, place: Place | null, action: () => void): void {
    const here = place ? this.#book.sheetOf(place.sheetId) : undefined;
    if (busy !== undefined) this.#send(page, { type: "busy", name: busy });
    this.#script.act(page, here, place, action);
    this.publish();
    if (this.host.workbook.activeSheetId !== here?.id) this.show(page);
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
    this.#followers.restart();
    this.#results.forget();
    this.#renew(this.pages);
    this.#results.changes(this.host, this.#loaded(), (sheet) => this.#book.pageIdOf(sheet));
  }

  #notesNow(): SheetNotes {
    return Object.fromEntries(
      this.host.workbook.sheets.map((sheet) => [this.#book.pageIdOf(sheet), sheet.notes]),
    );
  }
}

const isUndo = ({ undoneRevisionId, redoneRevisionId }: Revision): boolean =>
  undoneRevisionId !== undefined || redoneRevisionId !== undefined;
