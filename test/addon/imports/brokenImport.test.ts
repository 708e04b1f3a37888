import { describe, expect, it } from "vitest";
import { type Host, openHost, parseWorkbook } from "../../../workbench/host/host.ts";
import { ServiceError } from "../../../workbench/host/serviceError.ts";
import { addOnFiles } from "../../../workbench/session.ts";

const FILE = "Opportunities.csv";
const HEADER = "Opportunity ID,Opportunity Name,Stage,Amount,Close Date,Owner";
const FIRST = [
  "0065g00000A1aAA,Harbour cranes,Prospecting,12000,2026-04-20,Ada Quist",
  "0065g00000A1aAB,Dock lighting,Negotiation/Review,48000,2026-06-20,Ben Okoye",
];
/** One amount differs, one deal and one column are new, one stage is unknown. */
const LATER = [
  "0065g00000A1aAA,Harbour cranes,Prospecting,15000,2026-04-20,Ada Quist,Web",
  "0065g00000A1aAB,Dock lighting,Legal review,48000,2026-06-20,Ben Okoye,Web",
  "0065g00000A1aAC,Gate sensors,Prospecting,22000,2026-07-20,Ada Quist,Event",
];

function importInto(host: Host, lines: readonly string[], header: string) {
  const token = `upload ${lines.length}`;
  const rows = [header, ...lines].map((line) => line.split(","));
  host.call("revopsStageRows", { token, file: FILE, start: 0, rows });
  const request = { from: { token }, file: FILE, answers: {}, date: "2026-03-02", batch: token };
  return host.call("revopsImport", request) as { ok: boolean };
}

/** What a person sees: the cells of the visible tabs that hold something. */
function visible(saved: string): string {
  const sheets = parseWorkbook(saved).sheets.filter(({ hidden }) => !hidden);
  const cells = sheets.map(({ name, values }) => [
    name,
    ...values.flatMap((row, at) =>
      (row ?? []).flatMap((value, column) =>
        value === undefined || value === "" || isClock(name, column)
          ? []
          : [`${at},${column}: ${String(value)}`],
      ),
    ),
  ]);
  return JSON.stringify(cells, undefined, 1);
}

/** The log says when; nothing else depends on the clock. */
const isClock = (sheet: string, column: number) => sheet === "Import log" && column === 1;

describe("an import in which the platform refuses a call", () => {
  const first = openHost(addOnFiles());
  importInto(first, FIRST, HEADER);
  const saved = first.save();
  const before = visible(saved);

  /** The workbook after a second import in which the call at a place was refused. */
  function brokenAt(place: number): { calls: number; isOk: boolean; after: string } {
    let made = 0;
    const host = openHost({
      ...addOnFiles(),
      workbook: parseWorkbook(saved),
      onCall: (action) => {
        if (action !== "revopsImport") return;
        made += 1;
        if (made === place) throw new ServiceError("Service Spreadsheets failed");
      },
    });
    const { ok } = importInto(host, LATER, `${HEADER},Lead Source`);
    return { calls: made, isOk: ok, after: visible(host.save()) };
  }

  it("has changed everything or nothing, whichever call it is", { timeout: 120_000 }, () => {
    const whole = brokenAt(0);
    expect(whole.isOk).toBe(true);
    expect(whole.after).not.toBe(before);
    for (let place = 1; place <= whole.calls; place++) {
      const { isOk, after } = brokenAt(place);
      const said = `call ${place} was refused`;
      if (isOk) expect(after, said).toBe(whole.after);
      // The last one only makes sure that everything is there.
      else expect(after, said).toBe(place === whole.calls ? whole.after : before);
    }
  });
});
