import type * as main from "../src/addon/main.ts";
import type { Answer } from "../src/addon/requests.ts";

type Endpoints = Pick<typeof main, "revopsCatalog" | "revopsReport" | "revopsImport">;
type Value<Result> = Extract<Result, { ok: true }> extends { value: infer T } ? T : never;

/** The add-on's endpoints as promises: an answer that says no becomes an error with its sentence. */
export type Server = {
  [Name in keyof Endpoints]: (
    ...args: Parameters<Endpoints[Name]>
  ) => Promise<Value<ReturnType<Endpoints[Name]>>>;
};

type Runner = {
  withSuccessHandler(done: (answer: Answer<unknown> | null) => void): Runner;
  withFailureHandler(failed: (error: Error) => void): Runner;
} & Record<string, (...args: unknown[]) => void>;

declare const google: { script: { run: Runner } };

function ask(name: string, args: unknown[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const runner = google.script.run
      .withSuccessHandler((answer) => {
        if (answer?.ok) resolve(answer.value);
        else reject(new Error(answer?.message ?? "The add-on gave no answer; try again."));
      })
      .withFailureHandler(reject);
    runner[name]?.(...args);
  });
}

/** Ask the add-on: `await server.revopsReport({ name: "forecast" })`. */
export const server: Server = {
  revopsCatalog: (...args) => ask("revopsCatalog", args) as ReturnType<Server["revopsCatalog"]>,
  revopsReport: (...args) => ask("revopsReport", args) as ReturnType<Server["revopsReport"]>,
  revopsImport: (...args) => ask("revopsImport", args) as ReturnType<Server["revopsImport"]>,
};
