import type { Answer, ImportResult, ReportRunResult } from "../../src/addon/calls/requests.ts";
import { type Host, openHost } from "../../workbench/host/host.ts";
import type { SheetData } from "../../workbench/host/workbook.ts";
import { builtScript } from "./builtScript.ts";

export type SampleDeal = readonly [
  id: string,
  name: string,
  owner: string,
  amount: number,
  close: string,
];

export const DEALS: readonly SampleDeal[] = [
  ["0061", "Acme renewal", "Ana Ruiz", 120000, "2017-06-15"],
  ["0062", "Beta rollout", "Ben Cho", 80000, "2017-06-20"],
  ["0063", "=Cyan pilot", "Ana Ruiz", 45000, "2017-05-12"],
  ["0064", "Delta expansion", "Dee Lund", 30000, "2017-06-28"],
  ["0065", "Echo upgrade", "Ben Cho", 20000, "2017-06-29"],
];

export type ReportHost = Host & {
  importDeals(deals: readonly SampleDeal[], date?: string): ImportResult;
  report(name?: string, request?: object): ReportRunResult;
  undo(sheet?: string): Answer<string>;
  /** What a person does, as code that gets `book`. */
  person(code: string): unknown;
  sheet(name: string): SheetData;
  /** Row number of a record's line in the detail table: its id stands in the first column. */
  rowOf(sheet: string, text: string): number;
};

/** The add-on in a fresh spreadsheet with a few deals. */
export function reportHost(deals: readonly SampleDeal[] = DEALS): ReportHost {
  const host = openHost({
    bundle: builtScript(),
    html: { Sidebar: "<p>RevOps</p>" },
    locale: "en_US",
    timeZone: "America/New_York",
    now: () => Date.UTC(2017, 5, 1, 15),
    strings: true,
  });
  const done = <T>(answer: unknown): T => {
    const { ok, value, message } = answer as { ok: boolean; value: T; message: string };
    if (!ok) throw new Error(message);
    return value;
  };
  let uploads = 0;
  const sheet = (name: string) => host.workbook.sheets.find((one) => one.name === name)!;
  const all: ReportHost = {
    ...host,
    importDeals: (rows, date) => {
      const token = `upload${++uploads}`;
      const header = [
        "Opportunity ID",
        "Opportunity Name",
        "Opportunity Owner",
        "Stage",
        "Amount",
        "Close Date",
        "Created Date",
        "Probability (%)",
      ];
      const lines = rows.map(([id, name, owner, amount, close]) => [
        id,
        name,
        owner,
        "Negotiation",
        String(amount),
        close,
        "2017-04-03",
        "50",
      ]);
      done(
        host.call("revopsStageRows", {
          token,
          file: "deals.csv",
          start: 0,
          rows: [header, ...lines],
        }),
      );
      const answers = { "deals.csv/file/complete": "complete" };
      return done(host.call("revopsImport", { from: { token }, file: "deals.csv", date, answers }));
    },
    report: (name = "forecast", request = {}) =>
      done(host.call("revopsReport", { name, asOf: "2017-06-01", ...request })),
    undo: (name) => host.call("revopsUndoReport", name) as Answer<string>,
    person: (code) => host.call("runCode", code),
    sheet,
    rowOf: (name, text) => sheet(name).values.findIndex((row) => row?.[0] === text) + 1,
  };
  all.importDeals(deals, "2017-06-01");
  return all;
}
