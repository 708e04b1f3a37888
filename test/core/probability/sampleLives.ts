import { dayFromIso } from "../../../src/core/calendar/day.ts";
import type { DealLife } from "../../../src/core/probability/dealLife.ts";
import { type SampleRequest, sampleCompany } from "../../../workbench/sample/sampleCompany.ts";
import { LOST, WON } from "../../../workbench/sample/truth.ts";

/** The deals of a sample company with their types and whole history of stages, as its exports tell it. */
export function sampleLives(request: SampleRequest) {
  const company = sampleCompany({
    ...request,
    only: ["Opportunities.csv", "OpportunityHistory.csv"],
  });
  const rowsOf = (file: string) => company.files.find(({ name }) => name === file)?.rows ?? [];
  const [deals = [], ...dealRows] = rowsOf("Opportunities.csv");
  const typeAt = deals.indexOf("Type");
  const typeOf = new Map(
    dealRows.map((row) => [row[deals.indexOf("Opportunity ID")] ?? "", row[typeAt]]),
  );
  const [header = [], ...rows] = rowsOf("OpportunityHistory.csv");
  const [idAt, stageAt, dayAt] = ["OpportunityId", "StageName", "CreatedDate"].map((name) =>
    header.indexOf(name),
  );
  const byDeal = new Map<string, { since: number; stage: string }[]>();
  for (const row of rows) {
    const id = row[idAt ?? -1] ?? "";
    const since = dayFromIso((row[dayAt ?? -1] ?? "").slice(0, 10)) ?? Number.NaN;
    byDeal.set(id, [...(byDeal.get(id) ?? []), { since, stage: row[stageAt ?? -1] ?? "" }]);
  }
  const lives = [...byDeal].map(([id, steps]): DealLife => {
    const end = steps.find(({ stage }) => stage === WON || stage === LOST);
    return {
      id,
      created: steps[0]?.since ?? 0,
      versions: steps
        .filter((step) => step !== end)
        .map(({ since, stage }) => ({
          since,
          stage,
          pipeline: undefined,
          stageEntered: since,
          amount: undefined,
          closeDate: undefined,
          pushes: undefined,
        })),
      outcome: end && (end.stage === WON ? "won" : "lost"),
      ended: end?.since,
      traits: {
        owner: undefined,
        segment: undefined,
        source: undefined,
        type: typeOf.get(id),
        product: undefined,
      },
    };
  });
  return { company, lives };
}
