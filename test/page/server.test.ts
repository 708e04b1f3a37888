import { createServer } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { newWorkbook, parseWorkbook } from "../../workbench/host/host.ts";
import { serializeWorkbook } from "../../workbench/host/workbookFile.ts";
import type { FromPage, ToPage } from "../../workbench/page/protocol.ts";
import { type RunningPage, startPage } from "../../workbench/page/startPage.ts";
import type { Fault } from "../../workbench/page/threads.ts";

const SCRIPT = `
function onOpen() { SpreadsheetApp.getUi().createAddonMenu().addItem("Ask", "ask").addItem("Panel", "panel").addItem("Where", "where").addToUi(); }
function ask() {
  var ui = SpreadsheetApp.getUi();
  var answer = ui.prompt("Name", "Your name?", ui.ButtonSet.OK_CANCEL);
  SpreadsheetApp.getActiveSheet().getRange("A1").setValue(answer.getSelectedButton() + " " + answer.getResponseText());
}
function panel() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput("<html><head></head><body>hello</body></html>").setTitle("Side")); }
function work() { var end = Date.now() + 1500; while (Date.now() < end); SpreadsheetApp.getActiveSheet().getRange("C1").setValue("done"); }
function where() { return SpreadsheetApp.getActiveRange().getA1Notation(); }
`;

let running: RunningPage[] = [];
afterEach(async () => {
  for (const page of running) await page.stop();
  running = [];
});

async function start({
  fault,
  ...more
}: {
  port?: number;
  save?: (text: string) => void;
  fault?: Fault;
} = {}): Promise<RunningPage> {
  const workbook = serializeWorkbook(newWorkbook());
  const page = await startPage({
    start: { bundle: SCRIPT, html: {}, manifest: {}, workbook, fault },
    port: 0,
    ...more,
  });
  running.push(page);
  return page;
}

/** A page as far as the wire goes. */
async function connect(url: string) {
  const socket = new WebSocket(url.replace("http", "ws"), { origin: url.slice(0, -1) });
  const inbox: ToPage[] = [];
  const waiting: { type: string; take: (message: ToPage) => void }[] = [];
  socket.on("message", (data) => {
    const message = JSON.parse(String(data)) as ToPage;
    const at = waiting.findIndex(({ type }) => type === message.type);
    if (at >= 0) waiting.splice(at, 1)[0]?.take(message);
    else inbox.push(message);
  });
  const closed = new Promise((done) => socket.on("close", done));
  await new Promise((done) => socket.on("open", done));
  const next = <Type extends ToPage["type"]>(
    type: Type,
  ): Promise<Extract<ToPage, { type: Type }>> => {
    const at = inbox.findIndex((message) => message.type === type);
    const found =
      at >= 0
        ? Promise.resolve(inbox.splice(at, 1)[0])
        : new Promise((take) => waiting.push({ type, take }));
    return found as Promise<Extract<ToPage, { type: Type }>>;
  };
  return {
    next,
    send: (message: FromPage) => socket.send(JSON.stringify(message)),
    raw: (text: string) => socket.send(text),
    socket,
    closed,
  };
}

describe("the page's server", () => {
  it("speaks to its own page on this machine alone", async () => {
    const { url } = await start();
    const refused = (headers: Record<string, string>) =>
      new Promise((done) => {
        const socket = new WebSocket(url.replace("http", "ws"), { headers });
        socket.on("unexpected-response", (_, response) => done(response.statusCode));
        socket.on("error", () => done("error"));
        socket.on("open", () => done("open"));
      });
    expect(await refused({ origin: "http://elsewhere.example" })).not.toBe("open");
    expect(
      await refused({ host: "elsewhere.example", origin: "http://elsewhere.example" }),
    ).not.toBe("open");
    expect(await refused({})).not.toBe("open");
    const post = await fetch(`${url}import?name=a.csv`, {
      method: "POST",
      body: "a,b",
      headers: { origin: "http://elsewhere.example" },
    });
    expect(post.status).toBe(403);
    expect((await fetch(url)).headers.get("content-security-policy")).toContain(
      "default-src 'self'",
    );
    expect((await fetch(`${url}../package.json`)).status).toBe(404);
  });

  it("takes the next port when one is in use", async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
    const { port } = other.address() as { port: number };
    const page = await start({ port });
    expect(page.url).not.toContain(`:${port}/`);
    other.close();
  });

  it("has the script wait for the person's answer and stays reachable meanwhile", async () => {
    const { url } = await start();
    const page = await connect(url);
    page.send({ type: "hello" });
    await page.next("snapshot");
    page.send({ type: "menu", label: "Ask", place: null });
    const asked = await page.next("ask");
    expect(asked).toMatchObject({
      kind: "prompt",
      title: "Name",
      text: "Your name?",
      buttons: "OK_CANCEL",
    });
    expect((await fetch(url)).status).toBe(200);
    page.send({ type: "answer", id: asked.id, button: "OK", text: "Ana" });
    await page.next("idle");
    const saved = parseWorkbook(await (await fetch(`${url}workbook.json`)).text());
    expect(saved.sheets[0]?.values[0]?.[0]).toBe("OK Ana");
  });

  it("answers for a person who leaves while being asked", async () => {
    const { url } = await start();
    const page = await connect(url);
    page.send({ type: "hello" });
    page.send({ type: "menu", label: "Ask", place: null });
    await page.next("ask");
    page.socket.terminate();
    const saved = parseWorkbook(await (await fetch(`${url}workbook.json`)).text());
    expect(saved.sheets[0]?.values[0]?.[0]).toBe("CLOSE ");
  });

  it("hands panels out from an address without any rights", async () => {
    const { url } = await start();
    const page = await connect(url);
    page.send({ type: "hello" });
    page.send({ type: "menu", label: "Panel", place: null });
    const { src, title } = await page.next("panel");
    expect(title).toBe("Side");
    const response = await fetch(new URL(src, url));
    expect(response.headers.get("content-security-policy")).toMatch(
      /^sandbox allow-scripts[^;]*; default-src 'none'/,
    );
    expect(response.headers.get("content-security-policy")).not.toContain("allow-same-origin");
    expect(await response.text()).toMatch(
      /<head><script>[\s\S]*google[\s\S]*<\/script><\/head><body>hello/,
    );
  });

  it("tells the script what is selected, and calls as the sidebar does", async () => {
    const { url } = await start();
    const page = await connect(url);
    page.send({ type: "hello" });
    await page.next("snapshot");
    const place = { sheetId: "sheet0", row: 3, column: 2, rows: 2, columns: 1 };
    page.send({ type: "call", id: 7, name: "where", args: [], place });
    expect(await page.next("reply")).toEqual({ type: "reply", id: 7, ok: true, value: "B3:B4" });
    page.send({ type: "call", id: 8, name: "missing", args: [], place });
    expect(await page.next("reply")).toMatchObject({
      id: 8,
      ok: false,
      value: "Script function not found: missing",
    });
  });

  it("keeps what changed in the workbook file, at the latest when it stops", async () => {
    const texts: string[] = [];
    const server = await start({ save: (text) => texts.push(text) });
    const page = await connect(server.url);
    page.send({ type: "hello" });
    const { data } = await page.next("snapshot");
    const claims = [{ sheetId: "sheet0", cells: [[4, 1, "kept", null, null, 0]] }] as const;
    page.send({ type: "claims", revision: (data as { revisionId: string }).revisionId, claims });
    await fetch(`${server.url}workbook.json`);
    running = [];
    await server.stop();
    expect(parseWorkbook(texts.at(-1) ?? "").sheets[0]?.values[4]?.[1]).toBe("kept");
  });

  /** Changes a cell, has the host work beyond the moment at which that is saved, and goes on once the save is asked for. */
  async function changeAndWork(more: { fault?: Fault }, texts: string[]) {
    const server = await start({ ...more, save: (text) => texts.push(text) });
    const page = await connect(server.url);
    page.send({ type: "hello" });
    const { data } = await page.next("snapshot");
    const claims = [{ sheetId: "sheet0", cells: [[4, 1, "kept", null, null, 0]] }] as const;
    page.send({ type: "claims", revision: (data as { revisionId: string }).revisionId, claims });
    page.send({ type: "call", id: 1, name: "work", args: [], place: null });
    await new Promise((done) => setTimeout(done, 1200));
    return { server, page };
  }

  it("waits for a save under way when it stops", async () => {
    const texts: string[] = [];
    const { server } = await changeAndWork({}, texts);
    running = [];
    await server.stop();
    expect(parseWorkbook(texts.at(-1) ?? "").sheets[0]?.values[4]?.[1]).toBe("kept");
  });

  it("leaves the workbook file as it was where the host ends during a save", async () => {
    const texts: string[] = [];
    const fault: Fault = { action: "work", call: "Range.setValue", ends: "killed" };
    const { page } = await changeAndWork({ fault }, texts);
    await page.closed;
    expect(texts).toEqual([]);
  });

  it("survives messages that are none", async () => {
    const { url } = await start();
    const page = await connect(url);
    page.raw("{");
    page.raw('{"type":"revision"}');
    const next = await connect(url);
    next.send({ type: "hello" });
    expect((await next.next("snapshot")).title).toBe("Untitled spreadsheet");
  });
});
