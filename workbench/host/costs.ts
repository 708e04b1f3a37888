/** What a call is to the platform: `free` asks nothing of it. Milliseconds are typical ones measured by others. */
export type Cost = { readonly kind: Kind; readonly ms: number; readonly counted: boolean };

type Kind = "free" | "read" | "write" | "flush" | "property" | "cache" | "interface" | "lock";

const FREE: Cost = { kind: "free", ms: 0, counted: false };
const READ: Cost = { kind: "read", ms: 150, counted: true };
const WRITE: Cost = { kind: "write", ms: 100, counted: true };
const INTERFACE: Cost = { kind: "interface", ms: 100, counted: true };
const FLUSH: Cost = { kind: "flush", ms: 300, counted: true };
const LOCK: Cost = { kind: "lock", ms: 50, counted: false };

const words = (text: string) => new Set(text.trim().split(/\s+/));

/** Handles, geometry and builders: they look at nothing in the spreadsheet. */
const HANDLES: Record<string, ReadonlySet<string>> = {
  SpreadsheetApp:
    words(`getActive getActiveSpreadsheet getActiveSheet getUi newConditionalFormatRule newDataValidation
    newTextStyle newColor`),
  Spreadsheet: words("getId getUrl getRange getRangeList getActiveSheet toString"),
  Sheet: words(
    "getRange getRangeList getDataRange getName getSheetName getSheetId getIndex getParent newChart toString",
  ),
  Range:
    words(`getRow getRowIndex getColumn getColumnIndex getNumRows getNumColumns getHeight getWidth getLastRow
    getLastColumn getA1Notation getSheet getGridId offset getCell toString`),
  RangeList: words("getRanges"),
};

const DOCUMENT = words(
  "SpreadsheetApp Spreadsheet Sheet Range RangeList NamedRange Protection DeveloperMetadata",
);

/** What calling a method costs; methods that do not get, is, has, can or find something change it. */
export function costOf(service: string, method: string): Cost {
  if (DOCUMENT.has(service)) return documentCost(service, method);
  const reads = method.startsWith("get");
  switch (service) {
    case "Properties":
      return { kind: "property", ms: reads ? 30 : 62, counted: true };
    case "Cache":
      return { kind: "cache", ms: reads ? 3 : 93, counted: true };
    case "Ui":
      return /^(alert|prompt|show)/.test(method) ? INTERFACE : FREE;
    case "Menu":
      return method === "addToUi" ? INTERFACE : FREE;
    case "Lock":
      return LOCK;
    default:
      return FREE;
  }
}

function documentCost(service: string, method: string): Cost {
  if (HANDLES[service]?.has(method)) return FREE;
  if (method === "flush") return FLUSH;
  if (method === "toast") return INTERFACE;
  return /^(get|is|has|can|find)/.test(method) ? READ : WRITE;
}
