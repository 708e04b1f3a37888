import { describe, expect, it } from "vitest";
import { answer, messageOf } from "../../../src/addon/calls/answer.ts";
import { InputError } from "../../../src/core/inputError.ts";

describe("what a person is told when something fails", () => {
  it("is their own mistake as it stands", () => {
    expect(messageOf(new InputError('COVERAGE: pipeline holds "x".'))).toBe(
      'COVERAGE: pipeline holds "x".',
    );
  });

  // The words are those that Apps Script's own exceptions have.
  it.each([
    ["You are trying to edit a protected cell or object.", /owner/],
    ["Exceeded maximum execution time", /out of time/],
    ["Service Spreadsheets timed out while accessing document with id 1.", /out of time/],
    ["Service invoked too many times for one day: spreadsheet.", /too many requests/],
    [
      "This action would increase the number of cells in the workbook above the limit of 10000000 cells.",
      /is full/,
    ],
    ["Service error: Spreadsheets", /did not finish this/],
  ])("says what to do about: %s", (words, remedy) => {
    const said = messageOf(new Error(words));
    expect(said).toMatch(remedy);
    expect(said.endsWith(`Its words: "${words}"`)).toBe(true);
  });

  it("is an answer, never an exception", () => {
    expect(answer(() => 1)).toEqual({ ok: true, value: 1 });
    expect(
      answer(() => {
        throw "gone";
      }),
    ).toMatchObject({ ok: false, message: expect.stringContaining('"gone"') });
  });
});
