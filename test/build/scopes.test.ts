import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { permissions } from "../../src/addon/permissions.ts";

const project = resolve(import.meta.dirname, "../..");
const text = (path: string) => readFileSync(join(project, path), "utf8");
const manifest = JSON.parse(text("appsscript.json")) as { oauthScopes: string[] };

const SCOPE = "https://www.googleapis.com/auth/";
/** What everybody grants. More is a decision about every user's trust, not a line in a file. */
const ALWAYS = [`${SCOPE}spreadsheets.currentonly`, `${SCOPE}script.container.ui`];
/** What may be asked for when a person first switches on scheduled snapshots or digests, and never before. */
const WHEN_SWITCHED_ON = [`${SCOPE}script.scriptapp`];

const code = readdirSync(join(project, "src"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.includes(".types"))
  .map((name) => text(join("src", name)))
  .join("\n");
const usesTriggers = /\bScriptApp\s*\.\s*newTrigger\b/.test(code);

describe("the manifest", () => {
  it("asks for nothing beyond this spreadsheet and the sidebar, except schedules where they exist", () => {
    const allowed = usesTriggers ? [...ALWAYS, ...WHEN_SWITCHED_ON] : ALWAYS;
    expect([...manifest.oauthScopes].sort()).toEqual([...allowed].sort());
  });

  it("asks for schedules only together with code that waits until they are switched on", () => {
    if (usesTriggers) expect(code).toMatch(/\brequireScopes\s*\(/);
    else expect(manifest.oauthScopes).not.toContain(WHEN_SWITCHED_ON[0]);
  });

  it("names no library, advanced service or add-on section that would widen it", () => {
    expect(Object.keys(manifest).sort()).toEqual(
      ["dependencies", "exceptionLogging", "oauthScopes", "runtimeVersion", "timeZone"].sort(),
    );
    expect(manifest).toMatchObject({ dependencies: {} });
  });
});

describe("what the scopes are said to be", () => {
  it("is the same in the manifest, in the Health panel and in the publishing guide", () => {
    const guide = [...text("docs/PUBLISHING.md").matchAll(/^\| `(https:[^`]+)` \| (.+) \|$/gm)];
    expect(guide.map(([, scope]) => scope)).toEqual(manifest.oauthScopes);
    for (const [, , why] of guide) expect(why!.length).toBeGreaterThan(20);
    expect(permissions.map(({ scope }) => scope)).toEqual(manifest.oauthScopes);
  });
});

describe("the code", () => {
  // Services of Apps Script that need a scope which the manifest lacks.
  it.each([
    "UrlFetchApp",
    "DriveApp",
    "GmailApp",
    "MailApp",
    "CalendarApp",
    "DocumentApp",
    "FormApp",
    "Jdbc",
    "Session",
    "SpreadsheetApp\\s*\\.\\s*open",
    "SpreadsheetApp\\s*\\.\\s*create",
    "getOAuthToken",
  ])("does not use %s", (service) => {
    expect(
      new RegExp(`(?<![\\w"'.-])${service}(?:\\s*\\.|\\(|ById|ByUrl)`).exec(code)?.[0],
    ).toBeUndefined();
  });
});
