import { randomUUID } from "node:crypto";
import type { Host } from "../../host/host.ts";
import { localeFacts } from "../../host/localeFacts.ts";
import type { SheetData } from "../../host/workbook.ts";
import type { Command, Revision, SheetClaims } from "../protocol.ts";
import { applyClaim } from "./applyClaim.ts";
import { cellCommands } from "./cellCommands.ts";
import { Journal } from "./journal.ts";
import { Mirror } from "./mirror.ts";
import { pageSheetId } from "./pageSheet.ts";
import { shapeOf } from "./shape.ts";
import { applyStructure } from "./structure.ts";

/** More changed cells than this are quicker shown by loading the sheets anew. */
const MOST_CHANGES = 4000;

/** What a person typed into one cell, for the script's trigger. */
export type TypedCell = { sheet: SheetData; row: number; column: number };

export type Received = {
  /** False: the page is behind and will send it again. */
  readonly taken: boolean;
  readonly typed: readonly TypedCell[];
  /** An undo that cannot be done: every page has to be loaded anew. */
  readonly refused: boolean;
};

const NOTHING: Received = { taken: true, typed: [], refused: false };

/** The workbook and what all pages have been told of it. */
export class PageBook {
  readonly host: Host;
  /** Sheets whose cells the pages may hold. */
  readonly loaded = new Set<number>();
  revision = "";
  /** Revisions of this line and their place in it. */
  #known = new Map<string, number>();
  /** The place of the last one that moved rows, columns or tabs. */
  #structured = 0;
  #mirrors = new Map<number, Mirror>();
  #ids = new Map<string, number>();
  #shape = "";
  readonly #journal: Journal;

  constructor(host: Host) {
    this.host = host;
    this.#journal = new Journal(
      host.workbook,
      (pageId) => this.sheetOf(pageId),
      (commands) => this.#applyStructure(commands),
    );
    this.restart();
  }

  /** A new line of revisions: every page needs a snapshot, and what it sends of the old line comes too late. */
  restart(): void {
    this.#known.clear();
    this.#structured = 0;
    this.#advance(randomUUID());
    this.#ids.clear();
    this.#mirrors.clear();
    for (const sheet of this.host.workbook.sheets) {
      if (this.loaded.has(sheet.id)) this.#mirrors.set(sheet.id, new Mirror(sheet));
    }
    this.#shape = shapeOf(this.host.workbook);
  }

  /** Whether a page that was loaded at one revision has been told of another since. */
  isAfter(loadedAt: string, revision: string): boolean {
    return (this.#known.get(revision) ?? 0) > (this.#known.get(loadedAt) ?? 0);
  }

  /** Whether rows, columns or tabs have moved since a revision of this line. */
  isMovedSince(revision: string): boolean {
    return (this.#known.get(revision) ?? this.#structured) < this.#structured;
  }

  load(sheet: SheetData): void {
    this.loaded.add(sheet.id);
    if (!this.#mirrors.has(sheet.id)) this.#mirrors.set(sheet.id, new Mirror(sheet));
  }

  sheetOf(pageId: unknown): SheetData | undefined {
    const id = this.#ids.get(String(pageId));
    return this.host.workbook.sheets.find((sheet) =>
      id === undefined ? pageSheetId(sheet.id) === pageId : sheet.id === id,
    );
  }

  pageIdOf(sheet: SheetData): string {
    for (const [pageId, id] of this.#ids) if (id === sheet.id) return pageId;
    return pageSheetId(sheet.id);
  }

  receive(message: Revision, claims: readonly SheetClaims[]): Received {
    if (message.serverRevisionId !== this.revision) {
      if (this.#known.has(message.serverRevisionId)) return { ...NOTHING, taken: false };
      // The page is about to be loaded anew and will not send it again: what was typed is kept.
      return { ...NOTHING, taken: false, typed: this.rescue(claims) };
    }
    this.#advance(message.nextRevisionId);
    const outcome = this.#journal.receive(message);
    if (outcome === "refused") return { ...NOTHING, refused: true };
    if (outcome === "applied") {
      this.#structured = this.#known.size;
      this.host.changed();
      // The page has done the same to its own cells.
      for (const sheet of this.host.workbook.sheets) this.#mirrors.get(sheet.id)?.take(sheet);
      this.#shape = shapeOf(this.host.workbook);
    }
    return { ...NOTHING, typed: this.#claim(claims, true) };
  }

  /** What cells hold after an undo, read when the page knew of a revision; undefined: rows have moved since. */
  claim(revision: string, claims: readonly SheetClaims[]): TypedCell[] | undefined {
    const known = this.#known.get(revision);
    return known === undefined || known < this.#structured
      ? undefined
      : this.#claim(claims, revision === this.revision);
  }

  /** What was typed into sheets that have been loaded anew since: taken over and shown again. */
  rescue(claims: readonly SheetClaims[]): TypedCell[] {
    return this.#claim(claims, false);
  }

  #advance(revision: string): void {
    this.revision = revision;
    this.#known.set(revision, this.#known.size + 1);
  }

  #applyStructure(commands: readonly Command[]): void {
    const names = {
      sheet: (pageId: unknown) => this.sheetOf(pageId),
      named: (pageId: unknown, sheet: SheetData) => {
        this.#ids.set(String(pageId), sheet.id);
        this.load(sheet);
      },
    };
    for (const command of commands) applyStructure(command, this.host.workbook, names);
  }

  /**
   * Takes over what cells of the page hold; cells that the page shows differently will be corrected.
   * `isShown`: no page has been told anything else since.
   */
  #claim(claims: readonly SheetClaims[], isShown: boolean): TypedCell[] {
    const { workbook } = this.host;
    const facts = localeFacts(workbook.locale);
    const year = new Date().getUTCFullYear();
    const typed: TypedCell[] = [];
    for (const { sheetId, cells } of claims) {
      const sheet = this.sheetOf(sheetId);
      if (sheet === undefined) continue;
      const mirror = this.#mirrors.get(sheet.id);
      for (const cell of cells) {
        const [row, column] = cell;
        if (row >= sheet.rows || column >= sheet.columns) continue;
        const applied = applyClaim(workbook, sheet, cell, facts, year);
        mirror?.takeCell(sheet, row, column, isShown && applied.agrees);
        if (applied.typed) typed.push({ sheet, row: row + 1, column: column + 1 });
      }
      this.host.changed(sheet.id);
    }
    return typed;
  }

  /**
   * What the pages have to be told after anything changed: commands for one revision, undefined when the
   * sheets must be loaded anew.
   */
  changes(): Command[] | undefined {
    const { workbook } = this.host;
    if (shapeOf(workbook) !== this.#shape) return undefined;
    const commands: Command[] = [];
    for (const sheet of workbook.sheets) {
      const mirror = this.#mirrors.get(sheet.id);
      const found = mirror?.differences(sheet, MOST_CHANGES) ?? [];
      if (commands.length + found.length > MOST_CHANGES) return undefined;
      for (const place of found) {
        commands.push(...cellCommands(workbook, sheet, this.pageIdOf(sheet), place));
        mirror?.takeCell(sheet, place.row, place.column, true);
      }
    }
    return commands;
  }

  /** The commands as a revision of ours. */
  revise(commands: readonly Command[]): Revision {
    const serverRevisionId = this.revision;
    this.#advance(randomUUID());
    return {
      type: "REMOTE_REVISION",
      version: 1,
      clientId: "host",
      serverRevisionId,
      nextRevisionId: this.revision,
      commands,
    };
  }
}
