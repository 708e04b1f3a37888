import { expect, it } from "vitest";
import { importHost } from "../importHost.ts";

const HEADINGS = [
  ...["Record ID", "Deal Name", "Pipeline", "Deal Stage", "Amount", "Currency", "Close Date"],
  ...["Create Date", "Deal owner", "Deal probability", "Is Deal Closed?", "Is Closed Won"],
];
/** Stage, its probability in the CRM, and how it ends. */
const STAGES: Readonly<Record<string, readonly [number, string, string]>> = {
  Verhandlung: [0.8, "false", "false"],
  Anfrage: [0.1, "false", "false"],
  Angebot: [0.5, "false", "false"],
  "Auftrag gewonnen": [1, "true", "true"],
  "Auftrag verloren": [0, "true", "false"],
};
type Row = readonly [id: number, stage: string, amount: number, close: string, owner?: string];

const file = (rows: readonly Row[]) => [
  HEADINGS,
  ...rows.map(([id, stage, amount, close, owner = "Käthe Weiß"]) => {
    const [chance = 0, closed = "", won = ""] = STAGES[stage] ?? [];
    const name = `Kröger – Presse ${id}`;
    const base = [String(9000 + id), name, "Maschinen", stage, String(amount), "EUR"];
    return [
      ...base,
      `${close} 09:15`,
      `${id === 9 ? "2026-11-16" : "2026-09-01"} 08:00`,
      owner,
      String(chance),
      closed,
      won,
    ];
  }),
];
const first: readonly Row[] = [
  [1, "Verhandlung", 80_000, "2026-11-30"],
  [2, "Verhandlung", 40_000, "2026-12-10"],
  [3, "Anfrage", 20_000, "2026-12-15", "Søren Ødegård"],
  [4, "Anfrage", 10_000, "2027-02-01"],
  [5, "Angebot", 30_000, "2026-12-20"],
  [6, "Angebot", 50_000, "2026-12-22", "Zoë Lefèvre"],
  [7, "Auftrag verloren", 15_000, "2026-10-10"],
  [8, "Auftrag gewonnen", 25_000, "2026-10-12"],
];
// A week later: 1 won, 2 dearer, 3 lost, 4 pulled in, 5 pushed out, 6 deleted, 7 reopened, 9 new.
const second: readonly Row[] = [
  [1, "Auftrag gewonnen", 80_000, "2026-11-17"],
  [2, "Verhandlung", 46_000, "2026-12-10", "Zoë Lefèvre"],
  [3, "Auftrag verloren", 20_000, "2026-11-18", "Søren Ødegård"],
  [4, "Anfrage", 10_000, "2026-12-18"],
  [5, "Angebot", 30_000, "2027-01-29"],
  [7, "Angebot", 15_000, "2026-12-11"],
  [8, "Auftrag gewonnen", 25_000, "2026-10-12"],
  [9, "Anfrage", 12_000, "2026-12-22"],
];

it("takes two weekly files with dates in their names, orders the stages and balances what changed", () => {
  const host = importHost({ locale: "de_DE", timeZone: "Europe/Berlin" });
  const name = (day: string) => `hubspot-crm-exports-alle-deals-${day}.csv`;
  const shown = host.importRows(name("2026-11-13"), file(first), { preview: true });
  expect(shown.day).toBe("2026-11-13");
  const taken = host.importRows(name("2026-11-13"), file(first));
  expect(taken.notes).toContain("Taken as the export of 2026-11-13, as its file name says.");
  const [head = [], ...stages] = host.cells("Stages");
  const at = (label: string) => head.indexOf(label);
  const ours = stages.filter((row) => String(row[at("Stage")]) in STAGES);
  expect(
    ours.map((row) => ["Stage", "Probability", "Group"].map((label) => row[at(label)] ?? "")),
  ).toEqual([
    ["Anfrage", 0.1, "early"],
    ["Angebot", 0.5, "mid"],
    ["Verhandlung", 0.8, "late"],
    ["Auftrag gewonnen", 1, ""],
    ["Auftrag verloren", 0, ""],
  ]);
  const answers = { [`${name("2026-11-20")}/file/complete`]: "complete" };
  host.importRows(name("2026-11-20"), file(second), { answers });
  const { report } = host.preview("what-changed");
  const figures = Object.fromEntries((report?.figures ?? []).map(({ id, value }) => [id, value]));
  // By hand, deals that close in the fourth quarter: 80 + 40 + 20 + 30 + 50 before, 46 + 10 + 15 + 12 after.
  expect(figures).toMatchObject({
    ...{ start: 220_000, end: 83_000, check: 0, new: 12_000, reopened: 15_000, pulled_in: 10_000 },
    ...{ amount_up: 6_000, pushed_out: -30_000, won: -80_000, lost: -20_000, deleted: -50_000 },
  });
});

it("does not believe a name that is older than what the file holds", () => {
  const host = importHost();
  // Deal 8 was won on 12 October.
  const result = host.importRows("deals-2026-10-01.csv", file(first), { preview: true });
  expect(result.day).toBeUndefined();
});
