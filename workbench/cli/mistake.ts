/** Something the person at the command line can put right: one sentence, exit status 2. */
export class Mistake extends Error {
  override readonly name = "Mistake";
}

/** The sentence of a mistake, or undefined: then it is a fault of ours. */
export function mistakeOf(error: unknown): string | undefined {
  if (error instanceof Mistake) return error.message;
  const { path, code } = (error ?? {}) as NodeJS.ErrnoException;
  const reason = FILE_REASONS[code ?? ""];
  return path !== undefined && reason !== undefined ? `"${path}" ${reason}.` : undefined;
}

const FILE_REASONS: Readonly<Record<string, string>> = {
  ENOENT: "does not exist",
  EACCES: "may not be opened",
  EPERM: "may not be opened",
  EISDIR: "is a folder; a file is expected",
  ENOTDIR: "lies in something that is no folder",
  EROFS: "lies on a disk that cannot be written",
  ENOSPC: "cannot be written because the disk is full",
};
