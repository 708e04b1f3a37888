import { expect, it } from "vitest";
import { importHost } from "../importHost.ts";

/** One letter a deal: the stage in which it stands. */
const rowsOf = (stages: string) => [
  ["Opportunity ID", "Opportunity Name", "Stage", "Amount", "Close Date"],
  ...[...stages].map((stage, at) => [
    `D${at}`,
    `Deal ${at}`,
    { A: "Analysis", N: "Needs Check", O: "Offer Out" }[stage] ?? "",
    "100",
    "2025-06-30",
  ]),
];

it("says which stage of an import may be a known one under a new name, and changes nothing of it", () => {
  const host = importHost();
  const first = host.importRows("deals.csv", rowsOf("AAAAOO"), { date: "2025-03-10" });
  expect(first.notes.join("\n")).not.toContain("under a new name");
  const second = host.importRows("deals.csv", rowsOf("NNNOOO"), { date: "2025-03-17" });
  expect(second.notes.join("\n")).toContain(
    "Needs Check may be Analysis under a new name: 3 of the 4 deals that stood in Analysis stand there now, and none is left in it.",
  );
  const stages = host.cells("Stages").map((row) => row[1]);
  expect(stages).toContain("Analysis");
  expect(stages).toContain("Needs Check");
});
