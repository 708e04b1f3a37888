import { answer } from "../calls/answer.ts";
import { underLock } from "../calls/lock.ts";
import type {
  Answer,
  ImportRequest,
  ImportResult,
  ImportsView,
  StageRowsRequest,
} from "../calls/requests.ts";
import { dropUpload, stageRows } from "../calls/stageRows.ts";
import { Book } from "../sheets/book.ts";
import { importsView } from "./importsView.ts";
import { importTable } from "./importTable.ts";
import { undoImport } from "./importUndo.ts";

/** Keeps a chunk of a file until it is imported; answers with how many rows are there so far. */
export function stageRowsEndpoint(request: StageRowsRequest): Answer<number> {
  return answer(() => {
    stageRows(request, Date.now());
    return request.start + request.rows.length;
  });
}

/** Clears away an upload that will not be imported. */
export function dropUploadEndpoint(token: string): Answer<boolean> {
  return answer(() => {
    dropUpload(new Book(), token);
    return true;
  });
}

/** Takes the last import back. */
export function undoImportEndpoint(): Answer<string> {
  return answer(() => underLock(() => undoImport(new Book())));
}

/** What the Import panel shows at first. */
export function importsEndpoint(): Answer<ImportsView> {
  return answer(() => importsView(new Book()));
}

/** Imports a staged file or a raw tab. */
export function importEndpoint(request: ImportRequest): Answer<ImportResult> {
  return answer(() => importTable(request));
}
