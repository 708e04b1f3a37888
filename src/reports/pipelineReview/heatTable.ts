import { groupBy } from "../../core/groupBy.ts";
import type { StageStay } from "../../core/pipeline/stageStays.ts";
import { timeInStage } from "../../core/pipeline/timeInStage.ts";
import { sayNumber } from "../parts/words.ts";
import type { ReportTable, Status, TableRow } from "../report.ts";
import { usualDays } from "../risk/usualDays.ts";
import type { Review } from "./review.ts";
import type { StageRow } from "./stageTables.ts";

const MOST_ROWS = 15;
const MOST_STAGES = 5;
const LEAST_ENDED = 3;
/** Velocity practice: up to 1.2 times the usual days is healthy, beyond 1.5 times critical. */
const HEALTHY = 1.2;
const CRITICAL = 1.5;

function judged(ratio: number): { word: string; status: Status } {
  const said = `${sayNumber(ratio, 1)} x`;
  if (ratio <= HEALTHY) return { word: `▲ ${said}`, status: "good" };
  if (ratio <= CRITICAL) return { word: `● ${said}`, status: "warning" };
  return { word: `▼ ${said}`, status: "bad" };
}

/** The days a stage is held to: its benchmark, else the mean of everybody's stays; of pipelines that share its name, by their stays. */
function usualOf({ book }: Review, { flows }: StageRow, usual: ReturnType<typeof usualDays>) {
  let [days, stays] = [0, 0];
  for (const { pipeline, stage, time } of flows) {
    const own = usual(book.standings.stages.find(pipeline, stage));
    if (own === undefined) continue;
    days += own * time.stays;
    stays += time.stays;
  }
  return stays > 0 ? days / stays : undefined;
}

/**
 * Mean days of each team's or owner's deals in each stage over the usual days there, open deals counted for as long as
 * they have been there.
 */
function heatTable(
  review: Review,
  rows: readonly StageRow[],
  id: string,
  heading: string,
  nameOf: (owner: string | undefined) => string,
): ReportTable {
  const { book, flows } = review;
  const usual = usualDays(book, false);
  const used = rows
    .map((row) => ({ ...row, days: usualOf(review, row, usual) }))
    .filter(({ days, flows: own }) => days && own.some(({ time }) => time.ended > 0))
    .slice(0, MOST_STAGES);
  const groups = groupBy(
    flows.flatMap(({ stays }) => stays),
    ({ deal }) => nameOf(deal.owner),
  );
  const words = used.map(() => new Map<string, Status>());
  const cellOf = (stays: readonly StageStay[], at: number): string | undefined => {
    const { ended, mean } = timeInStage(stays, book.request.asOf);
    const days = used[at]?.days;
    if (ended < LEAST_ENDED || mean === undefined || !days) return undefined;
    const { word, status } = judged(mean / days);
    words[at]?.set(word, status);
    return word;
  };
  const first: TableRow = {
    key: "(usual)",
    cells: Object.fromEntries([
      ["name", "Usual days"],
      ...used.map(({ days = 0 }, at) => [`stage_${at + 1}`, `${sayNumber(days, 0)} days`]),
    ]),
  };
  const body = [...groups]
    .sort(([, one], [, other]) => other.length - one.length)
    .slice(0, MOST_ROWS)
    .map(([name, stays]): TableRow => {
      const byStage = groupBy(stays, ({ stage }) => stage);
      const cells = used.map(({ stage }, at) => [
        `stage_${at + 1}`,
        cellOf(byStage.get(stage) ?? [], at),
      ]);
      return { key: name, cells: Object.fromEntries([["name", name], ...cells]) };
    });
  return {
    id,
    columns: [
      { id: "name", label: heading, format: "text", span: 2 },
      ...used.map(({ stage }, at) => ({
        id: `stage_${at + 1}`,
        label: stage,
        format: "text" as const,
        span: 2,
        status: Object.fromEntries(words[at] ?? []),
      })),
    ],
    rows: used.length === 0 ? [] : [first, ...body],
    empty: "Needs an imported history or snapshots in which deals have left a stage.",
  };
}

/** By owner. */
export function ownerHeat(review: Review, rows: readonly StageRow[]): ReportTable {
  const { people } = review.book;
  return heatTable(review, rows, "heat", "Owner", (owner) => people.find(owner).label);
}

/** By the team that an owner's deals count in. */
export function teamHeat(review: Review, rows: readonly StageRow[]): ReportTable {
  const teams = new Map<string, string>();
  for (const { owner, team } of review.book.deals) if (team) teams.set(owner.key, team);
  const nameOf = (owner: string | undefined) =>
    teams.get(review.book.people.find(owner).key) ?? "No team";
  return heatTable(review, rows, "team_heat", "Team", nameOf);
}
