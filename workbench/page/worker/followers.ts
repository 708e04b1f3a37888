import type { Revision } from "../protocol.ts";

/** A step of which the page that made it has yet to say what its cells now hold. */
type Untold = { readonly by: string; readonly late: Set<string> };

/** The open pages, and which of them can follow an undo: one loaded later knows nothing of what is undone. */
export class Followers {
  /** Each page and the revision that it was loaded at. */
  readonly #loadedAt = new Map<string, string>();
  readonly #untold = new Map<string, Untold>();

  get pages(): string[] {
    return [...this.#loadedAt.keys()];
  }

  loaded(page: string, revision: string): void {
    this.#loadedAt.set(page, revision);
    // It got what the cells held before.
    for (const { late } of this.#untold.values()) late.add(page);
  }

  /** True where it leaves before it has told: nobody else can tell the host. */
  left(page: string): boolean {
    this.#loadedAt.delete(page);
    return [...this.#untold.values()].some(({ by }) => by === page);
  }

  /** Every page is loaded anew. */
  restart(): void {
    this.#untold.clear();
  }

  /** Pages that cannot follow; `isAfter` says whether a page loaded at one revision was told of another. */
  unable(
    { undoneRevisionId, redoneRevisionId }: Revision,
    isAfter: (loadedAt: string, revision: string) => boolean,
  ): string[] {
    const revised = undoneRevisionId ?? redoneRevisionId;
    if (revised === undefined) return [];
    return this.pages.filter((page) => !isAfter(this.#loadedAt.get(page) ?? "", revised));
  }

  /** An undo, or a step whose cells are told later. */
  untold(by: string, revision: string): void {
    this.#untold.set(revision, { by, late: new Set() });
  }

  /** A page has told what its cells hold; `isKnown` to it is what it has made: the pages that do not show it yet. */
  told(by: string, isKnown: (revision: string) => boolean): string[] {
    const all = new Set<string>();
    for (const [revision, step] of this.#untold) {
      if (step.by !== by || !isKnown(revision)) continue;
      this.#untold.delete(revision);
      for (const page of step.late) all.add(page);
    }
    return [...all].filter((page) => this.#loadedAt.has(page));
  }
}
