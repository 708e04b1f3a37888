import type { Execution } from "./execution.ts";

/** A script that caught the refusal of the clock has had its time all the same. */
export function checkedClock(run: Execution): void {
  try {
    run.checkClock();
  } catch (error) {
    throw plainError(error);
  }
}

/** An error of the script's realm as one of ours: the page sees only the message; the cause keeps the trace. */
export function plainError(error: unknown): Error {
  const message =
    typeof error === "object" && error !== null && "message" in error
      ? String(error.message)
      : String(error);
  return new Error(message, { cause: error });
}
