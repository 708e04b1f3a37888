import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");

/** What `npm start` runs after the build, in a folder of its own and on a machine without a display. */
describe("npm start", { timeout: 120_000 }, () => {
  let folder: string;
  let children: ChildProcess[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "revops-"));
  });
  afterEach(() => {
    for (const child of children) child.kill("SIGKILL");
    children = [];
    rmSync(folder, { recursive: true, force: true });
  });

  function start(...args: string[]) {
    const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env;
    // The command tsx would kill what does not answer a signal within milliseconds.
    const loader = ["--import", import.meta.resolve("tsx")];
    const program = [...loader, join(ROOT, "workbench/start.ts"), "--empty", ...args];
    const child = spawn(process.execPath, program, { cwd: folder, env });
    children.push(child);
    let [said, wrong] = ["", ""];
    child.stderr.on("data", (text) => {
      wrong += text;
    });
    const ended = new Promise<number | null>((done) => child.on("exit", done));
    const address = new Promise<number>((found) => {
      child.stdout.on("data", (text) => {
        said += text;
        const [, port] = /is at http:\/\/127\.0\.0\.1:(\d+)\//.exec(said) ?? [];
        if (port !== undefined) found(Number(port));
      });
    });
    return { child, ended, address, said: () => said, wrong: () => wrong };
  }

  it("ends after the workbook when asked for once", async () => {
    const { ended, said, wrong } = start("--once");
    expect(await ended).toBe(0);
    expect(existsSync(join(folder, "out/revops.xlsx"))).toBe(true);
    expect(said()).toContain("The workbook is in out/revops.xlsx.");
    expect(said()).not.toContain("http://");
    expect(wrong()).toBe("");
  });

  it("prints the address without a display, takes the next free port, and ends when stopped", async () => {
    const first = start("--port", "0");
    const port = await first.address;
    const second = start("--port", String(port));
    expect(await second.address).toBeGreaterThan(port);
    const page = await fetch(`http://127.0.0.1:${await second.address}/`);
    expect(await page.text()).toContain("<title>RevOps</title>");
    for (const { child, ended, wrong } of [first, second]) {
      child.kill("SIGTERM");
      expect(await ended).toBe(0);
      expect(wrong()).toBe("");
    }
  });

  it("says in one sentence what it does not understand", async () => {
    const { ended, wrong } = start("--port", "ninety");
    expect(await ended).toBe(2);
    expect(wrong().trim()).toBe('--port takes a number up to 65535; got "ninety".');
  });
});
