import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { permissions } from "../../src/addon/start/permissions.ts";

const project = resolve(import.meta.dirname, "../..");
const text = (path: string) => readFileSync(join(project, path), "utf8");
const manifest = JSON.parse(text("appsscript.json")) as { oauthScopes: string[] };

const SCOPE = "https://www.googleapis.com/auth/";
/** What everybody grants. More is a decision about every user's trust, not a line in a file. */
const ALWAYS = [`${SCOPE}spreadsheets.currentonly`, `${SCOPE}script.container.ui`];
/** What is used once a person switches on a schedule, and never before. */
const WHEN_SWITCHED_ON = [`${SCOPE}script.scriptapp`];

const sources = readdirSync(join(project, "src"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.includes(".types"))
  .map((name) => ({ name, text: text(join("src", name)) }));
const code = sources.map(({ text }) => text).join("\n");
describe("the manifest", () => {
  it("asks for this spreadsheet, the sidebar and the clock of a schedule, and for nothing else", () => {
    expect(manifest.oauthScopes).toEqual([...ALWAYS, ...WHEN_SWITCHED_ON]);
  });

  it("has the clock for one file of the code alone, which demands the right first", () => {
    const files = sources.filter(({ text }) =>
      /newTrigger|getUserTriggers|deleteTrigger/.test(text),
    );
    expect(files.map(({ name }) => name)).toEqual(["addon/schedule/schedule.ts"]);
    expect(files[0]!.text.indexOf("requireScopes(")).toBeGreaterThan(0);
    expect(files[0]!.text.indexOf("requireScopes(")).toBeLessThan(
      files[0]!.text.indexOf("newTrigger("),
    );
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
