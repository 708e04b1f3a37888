import type { Server } from "../../sidebar/server.ts";
import type { Answer } from "../../src/addon/calls/requests.ts";
import { type Host, type HostOptions, openHost } from "../../workbench/host/host.ts";
import type { CellValue, SheetData } from "../../workbench/host/workbook.ts";
import { builtScript } from "./builtScript.ts";

type Values = { [Name in keyof Server]: Awaited<ReturnType<Server[Name]>> };

export type AddonHost = Host & {
  /** What an endpoint answers with; a refusal is thrown with its sentence. */
  ask<Name extends keyof Server>(name: Name, ...args: Parameters<Server[Name]>): Values[Name];
  /** The sentence with which an endpoint refuses. */
  refusal<Name extends keyof Server>(name: Name, ...args: Parameters<Server[Name]>): string;
  /** Sends a file as the sidebar does and answers with the token. */
  upload(file: string, rows: readonly (readonly (string | number | boolean | null)[])[]): string;
  /** What a person does, as code that gets `book`. */
  person(code: string): unknown;
  sheet(name: string): SheetData | undefined;
  /** The filled cells of a sheet. */
  cells(name: string): CellValue[][];
};

/** The add-on in a fresh spreadsheet, 15 June 2026 in New York unless told otherwise. */
export function addonHost(options: Partial<HostOptions> = {}): AddonHost {
  const host = openHost({
    html: { Sidebar: "<p>RevOps</p>" },
    locale: "en_US",
    timeZone: "America/New_York",
    now: () => Date.UTC(2026, 5, 15, 15),
    ...options,
    bundle: builtScript(),
    strings: true,
  });
  let uploads = 0;
  const call = (name: string, args: readonly unknown[]) =>
    host.call(
      name,
      ...args.map((arg) => (arg === undefined ? null : JSON.parse(JSON.stringify(arg)))),
    ) as Answer<unknown>;
  const sheet = (name: string) => host.workbook.sheets.find((one) => one.name === name);
  const ask: AddonHost["ask"] = (name, ...args) => {
    const answer = call(name, args);
    if (!answer.ok) throw new Error(answer.message);
    return answer.value as never;
  };
  return {
    ...host,
    ask,
    refusal: (name, ...args) => {
      const answer = call(name, args);
      if (answer.ok) throw new Error(`${name} did not refuse.`);
      return answer.message;
    },
    upload: (file, rows) => {
      uploads += 1;
      const token = `upload${uploads}`;
      ask("revopsStageRows", { token, file, start: 0, rows });
      return token;
    },
    person: (code) => host.call("runCode", code),
    sheet,
    cells: (name) => {
      const { values = [] } = sheet(name) ?? {};
      const rows = Array.from(values, (row) => Array.from(row ?? [], (cell) => cell ?? null));
      while (rows.length > 0 && rows[rows.length - 1]!.every((cell) => cell === null)) rows.pop();
      return rows;
    },
  };
}
