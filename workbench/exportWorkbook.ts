import { exportXlsx } from "./host/exportXlsx.ts";
import type { Host } from "./host/host.ts";

/** The host's workbook as the bytes of an .xlsx file. */
export function exportWorkbook(host: Host): Promise<Uint8Array> {
  return exportXlsx(host.workbook, host.functions);
}
