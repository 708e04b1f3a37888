import type { Model } from "@odoo/o-spreadsheet";
import type { Command, FromPage, Revision, SheetClaims } from "../protocol.ts";
import { claimsOf, claimsOfSheets } from "./claims.ts";
import { RevisionLine } from "./revisionLine.ts";

/** What we use of the model's own session. */
type Session = {
  readonly pendingMessages: readonly Revision[];
  readonly revisions: { get(id: string): { readonly commands: readonly Command[] } };
  getRevisionId(): string;
  on<Payload>(event: string, owner: unknown, callback: (payload: Payload) => void): void;
};

type Revised = { readonly revisionId: string; readonly commands: readonly Command[] };

const MOVES_CELLS = new Set([
  "ADD_COLUMNS_ROWS",
  "REMOVE_COLUMNS_ROWS",
  "MOVE_RANGES",
  "DELETE_SHEET",
]);

/** Undone, the host puts back what it kept of the sheets. */
const IS_KEPT = new Set(["ADD_COLUMNS_ROWS", "REMOVE_COLUMNS_ROWS", "DELETE_SHEET"]);

const movesCells = ({ type }: Command): boolean => MOVES_CELLS.has(type);

/** Carries one model's revisions to the host and others' to it, with what the touched cells hold. */
export class Transport {
  readonly #send: (message: FromPage) => void;
  #receive: ((message: unknown) => void) | undefined;
  #model: Model | undefined;
  /** Revisions that this page has undone or redone. */
  readonly #mine = new Set<string>();
  /** Revisions on their way to the host and back, undos included. */
  readonly #underWay = new Set<string>();
  /** What cells held right after each revision that is still to be sent. */
  readonly #claims = new Map<string, readonly SheetClaims[]>();
  /** How often cells had been moved when a revision was made. */
  readonly #madeAt = new Map<string, number>();
  #moves = 0;
  readonly #line = new RevisionLine();
  /** The undo that is being delivered takes back the last step. */
  #isLastStep = false;
  /** Others changed something while revisions of ours were on the way: cells may have moved. */
  #overtaken = false;
  /** Sheets whose cells are told once everything has arrived. */
  readonly #toTell = new Set<string>();
  /** What is asked of the host once it knows all that was typed before. */
  readonly #asked: FromPage[] = [];

  constructor(send: (message: FromPage) => void) {
    this.#send = send;
  }

  attach(model: Model): void {
    this.#model = model;
    const session = sessionOf(model);
    session.on<{ id: string }>("new-local-state-update", this, ({ id }) => {
      const { commands } = session.revisions.get(id);
      this.#claims.set(id, claimsOf(model, commands));
      if (commands.some(movesCells)) this.#moves += 1;
      this.#madeAt.set(id, this.#moves);
      this.#line.add(id);
    });
    const revised =
      (isUndo: boolean) =>
      ({ revisionId, commands }: Revised): void => {
        // The model is still in the middle of the step.
        if (!this.#mine.delete(revisionId)) return;
        const isMoved = this.#madeAt.get(revisionId) !== this.#moves || commands.some(movesCells);
        const isLastStep = this.#isLastStep;
        queueMicrotask(() => {
          if (isLastStep) this.#tellLastStep(commands, isUndo);
          else this.#tellRevised(commands, isMoved);
        });
      };
    session.on("revision-undone", this, revised(true));
    session.on("revision-redone", this, revised(false));
    session.on("collaborative-event-received", this, () => {
      if (session.pendingMessages.length > 0) return;
      this.#overtaken = false;
      if (this.#toTell.size > 0) this.#tellSheets();
      this.#ask();
    });
  }

  /** Sends a question to the host behind what was typed before, of which one revision at a time is on its way. */
  ask(message: FromPage): void {
    this.#asked.push(message);
    if (!this.#model || sessionOf(this.#model).pendingMessages.length === 0) this.#ask();
  }

  #ask(): void {
    for (const message of this.#asked.splice(0)) this.#send(message);
  }

  readonly service = {
    sendMessage: async (message: Revision): Promise<void> => {
      if (!("nextRevisionId" in message)) this.#send({ type: "presence", message });
      else if (!message.type.startsWith("SNAPSHOT")) {
        const revised = message.undoneRevisionId ?? message.redoneRevisionId;
        if (revised !== undefined) this.#mine.add(revised);
        this.#underWay.add(message.nextRevisionId);
        this.#send({ type: "revision", message, claims: this.#claimsFor(message) });
      }
    },
    onNewMessage: (_: string, receive: (message: unknown) => void): void => {
      this.#receive = receive;
    },
    leave: (): void => {
      this.#receive = undefined;
    },
  };

  /** The model is about to be replaced: what it has not sent yet is told as plain cells. */
  abandon(): void {
    const model = this.#model;
    if (model) this.#rescue(model);
    this.#ask();
    this.#claims.clear();
    this.#receive = undefined;
    this.#model = undefined;
  }

  #rescue(model: Model): void {
    const session = sessionOf(model);
    const revision = session.getRevisionId();
    const ids = session.pendingMessages.flatMap(({ type, nextRevisionId }) =>
      type === "REMOTE_REVISION" ? [nextRevisionId] : [],
    );
    const commands = ids.flatMap((id) => session.revisions.get(id).commands);
    const isMoved = commands.some(movesCells);
    if (this.#toTell.size > 0 && !isMoved) this.#tellSheets();
    // The cells of this model are no longer where the host has them.
    else if (this.#toTell.size > 0) this.#send({ type: "claims", revision: "", claims: [] });
    if (ids.length === 0) return;
    const claims = isMoved
      ? ids.flatMap((id) => this.#claims.get(id) ?? [])
      : claimsOf(model, commands);
    this.#send({ type: "rescue", revision, claims });
  }

  deliver(message: Revision): void {
    if (!this.#underWay.delete(message.nextRevisionId) && this.#model) {
      const session = sessionOf(this.#model);
      if (session.pendingMessages.length > 0) this.#overtaken = true;
      if (commandsOf(session, message).some(movesCells)) this.#moves += 1;
      if (message.type === "REMOTE_REVISION") this.#line.add(message.nextRevisionId);
    }
    this.#isLastStep = this.#line.revise(message);
    this.#claims.delete(message.nextRevisionId);
    this.#receive?.(message);
  }

  /** The latest revision is what the cells show; an earlier one was read when it was made. */
  #claimsFor({ commands, nextRevisionId }: Revision): readonly SheetClaims[] | null {
    const model = this.#model;
    if (!model || !commands) return [];
    if (sessionOf(model).pendingMessages.length <= 1) return claimsOf(model, commands);
    if (!this.#overtaken) return this.#claims.get(nextRevisionId) ?? [];
    for (const { sheetId } of commands)
      if (sheetId !== undefined) this.#toTell.add(String(sheetId));
    return null;
  }

  /** Undone or redone with nothing on top of it: cells are where they were. */
  #tellLastStep(commands: readonly Command[], isUndo: boolean): void {
    const isKept = commands.some(({ type }) => IS_KEPT.has(type));
    if (isKept && isUndo) this.#tell([]);
    else if (isKept && commands.length > 1) this.#tellRevised(commands, true);
    else if (this.#model) this.#tell(claimsOf(this.#model, commands));
  }

  #tellRevised(commands: readonly Command[], isMoved: boolean): void {
    const model = this.#model;
    if (!model) return;
    const sheets = new Set(
      commands.flatMap(({ sheetId }) => (sheetId === undefined ? [] : [String(sheetId)])),
    );
    this.#tell(isMoved ? claimsOfSheets(model, [...sheets]) : claimsOf(model, commands));
  }

  #tellSheets(): void {
    const model = this.#model;
    if (!model) return;
    const sheets = [...this.#toTell];
    this.#toTell.clear();
    this.#tell(claimsOfSheets(model, sheets));
  }

  #tell(claims: readonly SheetClaims[]): void {
    if (this.#model)
      this.#send({ type: "claims", revision: sessionOf(this.#model).getRevisionId(), claims });
  }
}

/** What a revision changes; for an undo the commands that it takes back. */
function commandsOf(session: Session, message: Revision): readonly Command[] {
  const revised = message.undoneRevisionId ?? message.redoneRevisionId;
  return revised === undefined ? (message.commands ?? []) : session.revisions.get(revised).commands;
}

const sessionOf = (model: Model): Session => (model as unknown as { session: Session }).session;
