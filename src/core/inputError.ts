/** What a user can cause and put right. The message is one sentence: where, what was found, what was expected. */
export class InputError extends Error {
  override readonly name = "InputError";
}
