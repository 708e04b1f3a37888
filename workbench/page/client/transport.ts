import type { Model } from "@odoo/o-spreadsheet";
import type { Command, FromPage, Revision } from "../protocol.ts";
import { claimsOf, claimsOfSheets } from "./claims.ts";

type Session = {
  on(
    event: string,
    owner: unknown,
    callback: (payload: { revisionId: string; commands: Command[] }) => void,
  ): void;
};

const MOVES_CELLS = new Set([
  "ADD_COLUMNS_ROWS",
  "REMOVE_COLUMNS_ROWS",
  "MOVE_RANGES",
  "DELETE_SHEET",
]);

/** Carries one model's revisions to the host and others' to it. */
export class Transport {
  readonly #send: (message: FromPage) => void;
  #receive: ((message: unknown) => void) | undefined;
  #model: Model | undefined;
  /** Revisions that this page has undone or redone. */
  readonly #mine = new Set<string>();

  constructor(send: (message: FromPage) => void) {
    this.#send = send;
  }

  /** After an undo the page tells what the cells hold again. */
  attach(model: Model): void {
    this.#model = model;
    const { session } = model as unknown as { session: Session };
    const tell = ({ revisionId, commands }: { revisionId: string; commands: Command[] }): void => {
      if (!this.#mine.delete(revisionId)) return;
      // The model is still in the middle of the step.
      queueMicrotask(() => {
        const moved = commands.filter(({ type }) => MOVES_CELLS.has(type));
        const claims =
          moved.length > 0
            ? claimsOfSheets(model, [...new Set(moved.map(({ sheetId }) => String(sheetId)))])
            : claimsOf(model, commands);
        this.#send({ type: "claims", claims });
      });
    };
    session.on("revision-undone", this, tell);
    session.on("revision-redone", this, tell);
  }

  readonly service = {
    sendMessage: async (message: Revision): Promise<void> => {
      if (!("nextRevisionId" in message)) {
        this.#send({ type: "presence", message });
        return;
      }
      if (message.type.startsWith("SNAPSHOT")) return;
      const revised = message.undoneRevisionId ?? message.redoneRevisionId;
      if (revised !== undefined) this.#mine.add(revised);
      const claims = this.#model && message.commands ? claimsOf(this.#model, message.commands) : [];
      this.#send({ type: "revision", message, claims });
    },
    onNewMessage: (_: string, receive: (message: unknown) => void): void => {
      this.#receive = receive;
    },
    leave: (): void => {
      this.#receive = undefined;
    },
  };

  deliver(message: unknown): void {
    this.#receive?.(message);
  }
}
