import { answer } from "./answer.ts";
import { importTable } from "./importTable.ts";
import type { Answer, ImportRequest, ImportResult, StageRowsRequest } from "./requests.ts";
import { stageRows } from "./stageRows.ts";

/** Keeps a chunk of a file until it is imported; answers with how many rows are there so far. */
export function stageRowsEndpoint(request: StageRowsRequest): Answer<number> {
  return answer(() => {
    stageRows(request, Date.now());
    return request.start + request.rows.length;
  });
}

/** Imports a staged file or a raw tab. */
export function importEndpoint(request: ImportRequest): Answer<ImportResult> {
  return answer(() => importTable(request));
}
