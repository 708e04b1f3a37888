import type { Moment } from "../../src/core/calendar/day.ts";
import { recordId } from "./recordId.ts";
import { exportMoment, isoDate } from "./sampleFile.ts";
import { stageFacts } from "./stageFacts.ts";
import type { Story } from "./story.ts";

/** Headings of OpportunityHistory in the weekly data export. */
const historyHeader = [
  "Id",
  "OpportunityId",
  "CreatedById",
  "CreatedDate",
  "StageName",
  "Amount",
  "CloseDate",
  "Probability",
  "ForecastCategory",
  "FromOpportunityStageName",
  "PrevAmount",
  "PrevCloseDate",
];

/** Every change of stage, amount or close date up to a moment. */
export function historyRows(stories: readonly Story[], now: Moment): string[][] {
  const rows: string[][] = [historyHeader];
  for (const story of stories) {
    story.versions.forEach((version, index) => {
      if (version.at > now) return;
      const before = story.versions[index - 1];
      const { name, probability, category } = stageFacts(version.stage);
      rows.push([
        recordId("history", rows.length),
        story.id,
        story.owner.id,
        exportMoment(version.at),
        name,
        String(version.amount),
        isoDate(version.closeDate),
        String(probability),
        category === "Commit" ? "Forecast" : category.replace(" ", ""),
        before ? stageFacts(before.stage).name : "",
        before ? String(before.amount) : "",
        isoDate(before?.closeDate),
      ]);
    });
  }
  return rows;
}
