import type { Answer } from "../src/addon/calls/requests.ts";
import type { endpoints } from "../src/addon/endpoints.ts";
import { Unfinished } from "./parts/untilDone.ts";

type Endpoints = typeof endpoints;
type Value<Result> = Extract<Result, { ok: true }> extends { value: infer T } ? T : never;

/**
 * Every endpoint of the add-on as a promise: `await server.revopsReport({ name: "forecast" })`. An answer that says
 * no, and a call that fails, reject with one sentence for the person.
 */
export type Server = {
  readonly [Name in keyof Endpoints]: (
    ...args: Parameters<Endpoints[Name]>
  ) => Promise<Value<ReturnType<Endpoints[Name]>>>;
};

type Runner = {
  withSuccessHandler(done: (answer: Answer<unknown> | null) => void): Runner;
  withFailureHandler(failed: (error: Error) => void): Runner;
} & Record<string, (...args: unknown[]) => void>;

declare const google: { script: { run: Runner } };

/** Apps Script ends every call after six minutes; an answer that is not there then will not come. */
const PATIENCE_MS = 390_000;

const ACCOUNTS =
  "Google did not let this panel reach the spreadsheet. That happens when several Google accounts are signed in: open the spreadsheet in a browser profile or private window where only the account that uses RevOps is signed in, then open this panel again. Nothing was changed.";
const SILENT =
  "The add-on did not answer. What it had begun may be there already, so look at the sheet before you try again. If it happens each time, sign out of your other Google accounts in this browser.";
const OFFLINE =
  "This computer is offline, so the add-on was not asked. Try again when it is back online.";

/** The sentence for a call that never reached the add-on or never came back; what Google says is no sentence for people. */
function explainFailure(message: string): string {
  if (/PERMISSION_DENIED|reading from storage|authori[sz]ation is required/i.test(message))
    return ACCOUNTS;
  return SILENT;
}

function ask(name: string, args: readonly unknown[], patience: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const refuse = (sentence: string) => reject(new Error(sentence));
    if (navigator.onLine === false) return refuse(OFFLINE);
    const timer = setTimeout(() => refuse(SILENT), patience);
    const runner = google.script.run
      .withSuccessHandler((answer) => {
        clearTimeout(timer);
        if (answer?.ok) resolve(answer.value);
        else if (answer?.unfinished) reject(new Unfinished(answer.message, answer.unfinished));
        else refuse(answer?.message ?? SILENT);
      })
      .withFailureHandler((error) => {
        clearTimeout(timer);
        refuse(explainFailure(String(error?.message ?? error)));
      });
    const endpoint = runner[name];
    // Left-out values would arrive as null.
    const sent = args.map((arg) => (arg === undefined ? null : JSON.parse(JSON.stringify(arg))));
    if (endpoint) endpoint.apply(runner, sent);
    else refuse("This panel is newer than the add-on; close and open the spreadsheet again.");
  });
}

/** The endpoints by their names; `patience` is in milliseconds. */
export function connect(patience = PATIENCE_MS): Server {
  return new Proxy({} as Server, {
    get:
      (_, name) =>
      (...args: unknown[]) =>
        ask(String(name), args, patience),
  });
}
