import { InputError } from "../../core/inputError.ts";

const PATIENCE_MS = 20_000;

/** One run at a time changes the spreadsheet. */
export function underLock<T>(work: () => T): T {
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(PATIENCE_MS)) {
    throw new InputError(
      "Another import or report is running in this spreadsheet; nothing was changed, try again in a minute.",
    );
  }
  try {
    const result = work();
    // What was written must be there before anybody else may start.
    SpreadsheetApp.flush();
    return result;
  } finally {
    lock.releaseLock();
  }
}
