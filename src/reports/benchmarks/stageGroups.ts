import { plainText } from "../../core/deals/stageIndex.ts";
import { groupBy } from "../../core/groupBy.ts";
import type { StageStay } from "../../core/pipeline/stageStays.ts";
import { timeInStage } from "../../core/pipeline/timeInStage.ts";
import { recordKey } from "../../core/recordKey.ts";
import type { BookDeal } from "../book.ts";
import { sayCount } from "../parts/words.ts";
import type { ReportTable, TableRow } from "../report.ts";
import { tenureOn } from "./internal.ts";
import { ENOUGH } from "./own.ts";
import type { Past } from "./past.ts";

/** So many rows are shown at most: fewer groups where there are many stages, and never fewer than two. */
const MOST_ROWS = 24;
const LEAST_GROUPS = 2;

type Cut = {
  readonly id: string;
  readonly label: string;
  /** Name of the group that a stay belongs to. */
  readonly nameOf: (stay: StageStay) => string | undefined;
};

/** What stays are cut by: segment and region of the deal as it is now, tenure of whose it was when it came into the stage. */
function cuts({ book }: Past): readonly Cut[] {
  const deals = new Map(
    book.deals.map((deal): [string, BookDeal] => [
      recordKey(deal.standing.deal.opportunityId),
      deal,
    ]),
  );
  const dealOf = ({ opportunityId }: StageStay) => deals.get(recordKey(opportunityId));
  return [
    { id: "segment_stages", label: "Segment", nameOf: (stay) => dealOf(stay)?.segment },
    { id: "region_stages", label: "Region", nameOf: (stay) => dealOf(stay)?.region },
    {
      id: "tenure_stages",
      label: "Tenure",
      nameOf: ({ deal, entered }) => tenureOn(book.people.find(deal.owner), entered),
    },
  ];
}

function cutTable({ flows, book }: Past, { id, label, nameOf }: Cut): ReportTable {
  const { asOf } = book.request;
  const isOne = new Set(flows.map(({ pipeline }) => pipeline)).size < 2;
  const named = flows.map(({ pipeline, stage, stays }) => ({
    stage: isOne || pipeline === "" ? stage : `${stage} (${pipeline})`,
    stays: stays.flatMap((stay) => {
      const name = nameOf(stay)?.trim() ?? "";
      return name === "" ? [] : [{ stay, name }];
    }),
  }));
  const all = groupBy(
    named.flatMap(({ stays }) => stays),
    ({ name }) => plainText(name),
  );
  const groups = [...all].sort(([, one], [, other]) => other.length - one.length);
  const most = Math.max(LEAST_GROUPS, Math.floor(MOST_ROWS / Math.max(1, flows.length)));
  const rows = named.flatMap(({ stage, stays }) => {
    const own = groupBy(stays, ({ name }) => plainText(name));
    return groups.slice(0, most).map(([key, [first]]): TableRow => {
      const time = timeInStage(
        (own.get(key) ?? []).map(({ stay }) => stay),
        asOf,
      );
      const told = time.ended >= ENOUGH;
      return {
        key: `${stage} ${key}`,
        cells: {
          stage,
          group: first?.name,
          stays: time.stays,
          ended: time.ended,
          ...(told ? { median: time.median, mean: time.mean, p75: time.p75 } : {}),
        },
      };
    });
  });
  return {
    id,
    columns: [
      { id: "stage", label: "Stage", format: "text", span: 4 },
      { id: "group", label, format: "text", span: 3 },
      { id: "stays", label: "Stays", format: "integer", span: 1 },
      { id: "ended", label: "Ended", format: "integer", span: 1 },
      { id: "median", label: "Median days", format: "days", span: 1 },
      { id: "mean", label: "Mean", format: "days", span: 1 },
      { id: "p75", label: "P75", format: "days", span: 1 },
    ],
    rows,
    ...(groups.length > most
      ? { more: `${sayCount(groups.length - most, "smaller group")} not shown` }
      : {}),
    empty: `Nothing tells how long deals stay in a stage by ${label.toLowerCase()}.`,
  };
}

/** How long deals stay in each stage, by segment, region and tenure of the owner. */
export const stageGroupTables = (past: Past): readonly ReportTable[] =>
  cuts(past).map((cut) => cutTable(past, cut));
