import { stageWay } from "../../core/deals/stageWay.ts";
import { stageWord } from "../../core/deals/stageWords.ts";
import type { Stage } from "../../core/pipeline/stage.ts";
import { namedStages } from "./namedStages.ts";
import type { EndEvidence, StageOfDeals } from "./seenStages.ts";

const EVIDENCE: Readonly<Record<EndEvidence, string>> = {
  "100 %": "Taken for won, as all their deals are at 100 %",
  "0 %":
    "Taken for lost, as all their deals are at 0 % and their names may say that deals are over",
  "loss reason": "Taken for lost, as all their deals name a reason for the loss",
};

const noteOn = (stages: readonly Stage[], say: (names: string) => string): string[] =>
  stages.length === 0 ? [] : [say(namedStages(stages))];

/** What the added stages were taken for, open or over, where no flag of the CRM says it, and why. */
export function endNotes(added: readonly Stage[], seen: readonly StageOfDeals[]): string[] {
  const told = new Map(seen.map((one) => [one.stage.trim(), one]));
  const by = (evidence: EndEvidence) =>
    added.filter(({ stage }) => told.get(stage)?.end === evidence);
  const byName = added.filter(({ stage }) => told.get(stage)?.isClosed === undefined);
  const open = byName.filter(({ status }) => status === "open");
  return [
    ...(["100 %", "loss reason", "0 %"] as const).flatMap((evidence) =>
      noteOn(
        by(evidence),
        (names) => `${EVIDENCE[evidence]}: ${names}. If not, set Status in the Stages sheet.`,
      ),
    ),
    ...noteOn(
      byName.filter(({ stage, status }) => status === "lost" && stageWord(stage) === "ended"),
      (names) =>
        `Taken for lost because of their names: ${names}. If deals there are still open, set Status to open in the Stages sheet.`,
    ),
    ...noteOn(
      open.filter(({ stage }) => stageWord(stage) === "unsure"),
      (names) =>
        `Counted as open, though their names may say that deals there are over: ${names}. If so, set Status to won or lost in the Stages sheet.`,
    ),
    ...noteOn(
      open.filter(
        ({ stage, probability }) =>
          probability === undefined &&
          stageWord(stage) === undefined &&
          stageWay(stage) === undefined,
      ),
      (names) =>
        `Counted as open, as nothing says otherwise: ${names}. If deals there are over, set Status to won or lost in the Stages sheet.`,
    ),
  ];
}
