import { parentPort, workerData } from "node:worker_threads";
import { exportXlsx } from "../../host/exportXlsx.ts";
import { openHost, parseWorkbook } from "../../host/host.ts";
import type { WorkbookData } from "../../host/workbook.ts";
import type { ToPage } from "../protocol.ts";
import type { Answer, FromMain, StartData, ToMain } from "../threads.ts";
import { faultyCall } from "./faultyCall.ts";
import { importFile } from "./importFile.ts";
import { PageSession } from "./pageSession.ts";

/** The host in a thread of its own: a script that waits for an answer, or runs long, leaves the server free. */
const { bundle, html, manifest, workbook, answers, fault } = workerData as StartData;
const port = parentPort;
if (port === null) throw new Error("This runs as a thread of the page's server.");
const post = (message: ToMain, transfer: ArrayBuffer[] = []): void =>
  port.postMessage(message, transfer);

function send(page: string | undefined, message: ToPage): void {
  if (message.type === "panel") post({ type: "panel", page, panel: message });
  else post({ type: "page", page, text: JSON.stringify(message) });
}

let asked = 0;

/** Stands still until the person has answered; the server puts the answer where both threads can read it. */
function ask(question: {
  kind: "alert" | "prompt";
  title: string;
  text: string;
  buttons: string;
}): Answer {
  asked += 1;
  const state = new Int32Array(answers, 0, 2);
  Atomics.store(state, 0, 0);
  send(session.acting, { type: "ask", id: asked, ...question });
  post({ type: "asking", id: asked, page: session.acting });
  Atomics.wait(state, 0, 0);
  const length = Atomics.load(state, 1);
  const bytes = new Uint8Array(answers, 8, length).slice();
  return JSON.parse(new TextDecoder().decode(bytes)) as Answer;
}

let session = open(parseWorkbook(workbook));
let host = session.host;

function open(data: WorkbookData): PageSession {
  const opened = openHost({
    bundle,
    html,
    manifest,
    workbook: data,
    respond: ask,
    onEvent: (event) => session.tell(event),
    onCall: fault && faultyCall(fault),
  });
  return new PageSession(opened, send);
}

/** Replaces the workbook; the pages that are open go on with the new one. */
function reopen(text: string): void {
  const data = parseWorkbook(text);
  const { pages } = session;
  session = open(data);
  host = session.host;
  for (const page of pages) session.receive(page, { type: "hello" });
}

async function answer(message: Extract<FromMain, { type: "request" }>): Promise<unknown> {
  switch (message.what) {
    case "save":
      return host.save();
    case "xlsx":
      return exportXlsx(host.workbook, host.functions);
    case "open":
      return reopen(new TextDecoder().decode(message.bytes));
    case "import": {
      const said = await importFile(host, message.name ?? "", message.bytes ?? new Uint8Array());
      session.publish();
      if (message.page !== undefined) session.show(message.page);
      return said;
    }
  }
}

port.on("message", (message: FromMain) => {
  switch (message.type) {
    case "page":
      try {
        session.receive(message.page, message.message);
      } catch (error) {
        send(message.page, { type: "error", text: `The page failed: ${String(error)}` });
      }
      post({ type: "changed" });
      break;
    case "left":
      session.leave(message.page);
      break;
    case "request":
      answer(message).then(
        (value) => post({ type: "answer", id: message.id, value }),
        (error: unknown) =>
          post({
            type: "answer",
            id: message.id,
            error: error instanceof Error ? error.message : String(error),
          }),
      );
      if (message.what === "open" || message.what === "import") post({ type: "changed" });
      break;
  }
});
