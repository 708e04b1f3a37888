import type { Execution } from "../execution.ts";
import { ServiceError } from "../serviceError.ts";
import { ServiceObject } from "../strict.ts";

export class LockService extends ServiceObject {
  readonly service = "LockService";

  getDocumentLock(): Lock {
    return new Lock(this.run, "document");
  }
  getUserLock(): Lock {
    return new Lock(this.run, "user");
  }
  getScriptLock(): Lock {
    return new Lock(this.run, "script");
  }
}

/** Keeps other runs of the script out; released when the run ends. */
export class Lock extends ServiceObject {
  readonly service = "Lock";
  readonly #scope: string;

  constructor(run: Execution, scope: string) {
    super(run);
    this.#scope = scope;
  }

  override describe(): string {
    return this.#scope;
  }

  tryLock(milliseconds: number): boolean {
    if (milliseconds < 0) return false;
    if (this.run.state.foreignLocks.has(this.#scope)) {
      this.run.spend(milliseconds);
      return false;
    }
    this.run.state.heldLocks.add(this.#scope);
    return true;
  }

  waitLock(milliseconds: number): void {
    if (!this.tryLock(milliseconds)) {
      throw new ServiceError("Lock timeout: another process was holding the lock for too long.");
    }
  }

  hasLock(): boolean {
    return this.run.state.heldLocks.has(this.#scope);
  }

  releaseLock(): void {
    this.run.state.heldLocks.delete(this.#scope);
  }
}
