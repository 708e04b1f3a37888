import { dayFromIso } from "../../../src/core/calendar/day.ts";
import type { DealLife } from "../../../src/core/probability/dealLife.ts";
import { type SampleRequest, sampleCompany } from "../../../workbench/sample/sampleCompany.ts";
import { LOST, WON } from "../../../workbench/sample/truth.ts";

/** The deals of a sample company with their whole history of stages, as its exports tell it. */
export function sampleLives(request: SampleRequest) {
  const company = sampleCompany({ ...request, only: ["OpportunityHistory.csv"] });
  const [header = [], ...rows] = company.files[0]?.rows ?? [];
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
        type: undefined,
        product: undefined,
      },
    };
  });
  return { company, lives };
}
