/** What a service refuses, in the platform's words; it reaches the script as an error of its own realm. */
export class ServiceError extends Error {
  /** True for refusals that the platform may report only at the next call, because writes are buffered. */
  readonly late: boolean;

  constructor(message: string, late = false) {
    super(message);
    this.name = "Exception";
    this.late = late;
  }
}
