import { execFile, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startScriptService } from "./scriptService.ts";

const project = resolve(import.meta.dirname, "../..");
const clasp = join(project, "node_modules/@google/clasp/build/src/index.js");
const hasOpenssl = spawnSync("openssl", ["version"]).status === 0;
const credentials = {
  tokens: {
    default: {
      type: "authorized_user",
      client_id: "test",
      client_secret: "test",
      refresh_token: "test",
      access_token: "test",
      expiry_date: 4102444800000,
    },
  },
};

let folder: string;

function run(
  args: string[],
  env: Record<string, string> = {},
): Promise<{ status: number; output: string }> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      [clasp, ...args],
      { cwd: folder, env: { ...process.env, HOME: folder, ...env } },
      (error, stdout, stderr) => {
        done({ status: typeof error?.code === "number" ? error.code : 0, output: stdout + stderr });
      },
    );
  });
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "clasp-"));
  cpSync(join(project, "dist"), join(folder, "dist"), { recursive: true });
  const settings = JSON.parse(readFileSync(join(project, ".clasp.json"), "utf8"));
  writeFileSync(
    join(folder, ".clasp.json"),
    JSON.stringify({ ...settings, scriptId: "test-script" }),
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("clasp", () => {
  it("lists exactly the files of dist", async () => {
    const { output } = await run(["show-file-status", "--json"]);
    const status = JSON.parse(output.slice(output.indexOf("{")));
    expect(status.filesToPush.map((file: string) => file.replace(/^dist\//, "")).sort()).toEqual(
      readdirSync(join(project, "dist")).sort(),
    );
    expect(status.untrackedFiles).toEqual([]);
  });

  it.skipIf(!hasOpenssl)("pushes what dist holds, word for word", async () => {
    const service = await startScriptService(folder);
    try {
      writeFileSync(join(folder, "credentials.json"), JSON.stringify(credentials));
      const { status, output } = await run(["push", "-f"], {
        HTTPS_PROXY: service.proxyUrl,
        NODE_EXTRA_CA_CERTS: service.authority,
        clasp_config_auth: join(folder, "credentials.json"),
      });
      expect(output).toContain("Pushed 3 files");
      expect(status).toBe(0);
      expect(service.requests).toContain("PUT /v1/projects/test-script/content");
      const pushed = Object.fromEntries(
        service.files().map((file) => [`${file.name}.${file.type}`, file.source]),
      );
      const dist = (name: string) => readFileSync(join(project, "dist", name), "utf8");
      expect(pushed).toEqual({
        "Code.SERVER_JS": dist("Code.js"),
        "Sidebar.HTML": dist("Sidebar.html"),
        "appsscript.JSON": dist("appsscript.json"),
      });
    } finally {
      service.stop();
    }
  });
});
