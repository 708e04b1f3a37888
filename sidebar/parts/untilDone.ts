import type { Answer } from "../../src/addon/calls/requests.ts";
import { Cancelled, type Progress } from "./workLine.ts";

type Far = NonNullable<Extract<Answer<unknown>, { ok: false }>["unfinished"]>;

/** What a call is refused with that did a part of its work and goes on when it is made again. */
export class Unfinished extends Error {
  readonly far: Far;

  constructor(message: string, far: Far) {
    super(message);
    this.far = far;
  }
}

/** After so many seconds long work is to answer how far it is. */
export const SLICE = 60;

/** Makes a call again until its work is done, saying how far it is; a person may stop it between two calls. */
export async function untilDone<T>(
  doing: string,
  progress: Progress,
  call: () => Promise<T>,
): Promise<T> {
  for (let before = 0; ; ) {
    try {
      return await call();
    } catch (error) {
      // What does not come any further would go on for ever.
      if (!(error instanceof Unfinished) || error.far.done <= before) throw error;
      const { done, of } = error.far;
      const parts = of === undefined ? `Parts done: ${done}` : `${done} of ${of} parts are done`;
      if (progress.isCancelled())
        throw new Cancelled(
          `Stopped. ${parts}. They are kept for an hour: started again, it goes on from there.`,
        );
      progress.say(`${doing} ${parts}.`, of === undefined ? undefined : Math.min(1, done / of));
      progress.offerStop();
      before = done;
    }
  }
}
