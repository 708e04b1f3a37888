import { wilsonInterval } from "../core/accuracy/wilson.ts";
import type { Deal } from "../core/deals/deal.ts";
import { dealStatus } from "../core/deals/dealStatus.ts";
import { type ClosedDeal, similarDeals } from "../core/deals/similarDeals.ts";
import { stageIndex } from "../core/deals/stageIndex.ts";
import { InputError } from "../core/inputError.ts";
import type { Stage } from "../core/pipeline/stage.ts";
import { opportunities } from "../tables/opportunities.ts";
import type { Cells, CustomFunction, FunctionResult, Param } from "./customFunction.ts";
import { readRecords } from "./params/readRecords.ts";
import { riskErrors } from "./params/riskParams.ts";
import { stagesParam } from "./params/stagesParam.ts";

const family = "Deals";
const LEVEL = 0.8;
const LEAST = 10;
const SOURCE =
  "Win rate of closed deals of the same segment, size band, type and source; 80% interval by Wilson (1927); 10 deals at least is our own assumption";

const INPUTS: readonly (keyof Deal & string)[] = ["pipeline", "stage", "isClosed", "isWon"];
const TRAITS: readonly (keyof Deal & string)[] = ["segment", "type", "leadSource", "amount"];

const params: readonly Param[] = [
  {
    name: "deals",
    kind: "records",
    about:
      "All deals, open and closed, with their header row; columns are found by name: Stage, Segment, Type, Lead Source, Amount",
  },
  {
    name: "least",
    kind: "number",
    unit: "deals",
    optional: true,
    default: "10",
    takes: "single",
    about: "How many closed deals a group needs to be compared with",
  },
  stagesParam,
];

type Arguments = [cells: Cells, least: number | undefined, stages: readonly Stage[]];

type Row = {
  readonly id: string | undefined;
  readonly found: ReturnType<ReturnType<typeof similarDeals>>;
  readonly note: string;
};

function rows(...[cells, least = LEAST, stages]: Arguments): Row[] {
  if (!(least >= 1)) throw new InputError(`least is ${least}; expected 1 deal or more`);
  const read = (fields: readonly (keyof Deal & string)[]) =>
    readRecords("deals", opportunities, cells, fields).entries;
  const [entries, traits, ids] = [read(INPUTS), read(TRAITS), read(["opportunityId"])];
  const { find } = stageIndex(stages);
  const deals = entries.map(({ record }, row) => {
    if (!record) return undefined;
    const { segment, type, leadSource: source, amount } = traits[row]?.record ?? {};
    const status = dealStatus(record, find(record.pipeline, record.stage));
    return { status, like: { segment, type, source, amount } };
  });
  const closed = deals.flatMap((deal): ClosedDeal[] =>
    deal === undefined || deal.status === "open"
      ? []
      : [{ ...deal.like, won: deal.status === "won" }],
  );
  const finder = similarDeals(closed, least);
  return deals.map((deal, row): Row => {
    const id = ids[row]?.record?.opportunityId;
    if (!deal) return { id, found: undefined, note: entries[row]?.problem ?? "" };
    if (deal.status !== "open")
      return { id, found: undefined, note: `The deal is ${deal.status}.` };
    const found = finder(deal.like);
    return {
      id,
      found,
      note: found ? "" : `Fewer than ${least} deals have closed.`,
    };
  });
}

function explained({ id, found, note }: Row): FunctionResult[] {
  if (!found) return [id, ...new Array<FunctionResult>(6).fill(undefined), note];
  const { closed, won, alike } = found;
  const [low, high] = wilsonInterval(won, closed, LEVEL);
  const likeness = alike.length === 0 ? "all closed deals" : `same ${alike.join(", ")}`;
  return [id, won / closed, low, high, won, closed, likeness, note];
}

export const similarFunctions: readonly CustomFunction[] = [
  {
    name: "SIMILAR_WIN_RATE",
    family,
    shape: "records",
    about:
      "How many of the closed deals most like each open deal were won: of the same segment, size quarter, type and source where at least 10 of them closed, else alike in less.",
    params,
    returns:
      "A fraction per deal, in the order of the rows; blank for closed deals and when fewer than 10 deals have closed.",
    errors: [...riskErrors, "A least number of deals below 1."],
    example: {
      formula:
        '=INDEX(SIMILAR_WIN_RATE({"Stage", "Segment"; "Proposal", "SMB"; "Closed Won", "SMB"; "Closed Lost", "SMB"}, 2), 1, 1)',
      result: 0.5,
    },
    source: SOURCE,
    compute: (...args: Arguments) =>
      rows(...args).map(({ found }) => [found && found.won / found.closed]),
  },
  {
    name: "SIMILAR_WIN_RATE_EXPLAIN",
    family,
    shape: "records",
    spills: "table",
    about: "What each deal's similar win rate rests on: how many deals, and what they share.",
    params,
    returns:
      "A header row, then one row per deal: id, win rate, its 80% interval, won, closed, what they share, note. Win rate = won / closed.",
    errors: [...riskErrors, "A least number of deals below 1."],
    example: {
      formula: '=INDEX(SIMILAR_WIN_RATE_EXPLAIN({"Stage"; "Proposal"}), 2, 8)',
      result: "Fewer than 10 deals have closed.",
    },
    source: SOURCE,
    compute: (...args: Arguments) => [
      ["Opportunity ID", "Win rate", "Low", "High", "Won", "Closed", "Alike in", "Note"],
      ...rows(...args).map(explained),
    ],
  },
];
