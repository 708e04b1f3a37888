import type { Revision } from "../protocol.ts";

/** Revisions in effect, the newest last: tells an undo of the last step from one of a step that others were made upon. */
export class RevisionLine {
  readonly #inEffect: string[] = [];
  /** What was the newest after a revision had been undone. */
  readonly #newestBelow = new Map<string, string | undefined>();

  add(revision: string): void {
    this.#inEffect.push(revision);
  }

  /** Takes an undo or a redo; true where everything is then as it was right before or after that step. */
  revise({ undoneRevisionId, redoneRevisionId }: Revision): boolean {
    const line = this.#inEffect;
    if (undoneRevisionId !== undefined) {
      const at = line.lastIndexOf(undoneRevisionId);
      if (at >= 0) line.splice(at, 1);
      this.#newestBelow.set(undoneRevisionId, line.at(-1));
      return at >= 0 && at === line.length;
    }
    if (redoneRevisionId === undefined) return false;
    const isBack =
      this.#newestBelow.has(redoneRevisionId) &&
      this.#newestBelow.get(redoneRevisionId) === line.at(-1);
    line.push(redoneRevisionId);
    return isBack;
  }
}
