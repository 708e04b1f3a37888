import { InputError } from "../../core/inputError.ts";

/** How far long work has come. */
export type Progress = {
  readonly done: number;
  /** All there is to do, where that is known beforehand. */
  readonly of?: number;
};

/** Long work that stopped before its run was cut off: what is done is kept, and the next run goes on from there. */
export class Unfinished extends InputError {
  readonly progress: Progress;

  constructor(title: string, progress: Progress) {
    const { done, of } = progress;
    const parts = of === undefined ? `${done}` : `${done} of ${of}`;
    const are = done === 1 && of === undefined ? "part is" : "parts are";
    super(
      `${title} takes longer than one run may. ${parts} ${are} done and kept: start it again within an hour, and it goes on from there.`,
    );
    this.progress = progress;
  }
}
