import { readFileSync } from "node:fs";

/**
 * The add-on as all tests have it built once, and a way to do what a person or a test does: `runCode` runs code that
 * gets `book`.
 */
export function builtScript(): string {
  const person = `function runCode(code) { return Function("book", code)(SpreadsheetApp.getActiveSpreadsheet()); }`;
  return `${readFileSync("dist/Code.js", "utf8")}\n${person}`;
}
