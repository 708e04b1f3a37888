import { openBook } from "./book.ts";
import { withActions } from "./parts/actionRegister.ts";
import { sayCount, sayMoney } from "./parts/words.ts";
import type { Report, ReportDefinition, ReportRequest } from "./report.ts";
import { changesOf } from "./whatChanged/changes.ts";
import { dealsTable, insideTable, largestMoves } from "./whatChanged/dealTables.ts";
import { movementFigures } from "./whatChanged/figures.ts";
import { changeFindings } from "./whatChanged/findings.ts";
import { groupTable, stageTable } from "./whatChanged/groupTable.ts";
import { movementTable } from "./whatChanged/movementTable.ts";
import { answerOf, changeCharts, changeNotes } from "./whatChanged/words.ts";

function build(request: ReportRequest): Report {
  return withActions(changeReport(request), request);
}

function changeReport(request: ReportRequest): Report {
  const book = openBook(request);
  const changes = changesOf(book);
  const { total, days, byOwner, byTeam, inside } = changes;
  const owners = groupTable(changes, "owners", "Owner", byOwner);
  const findings = changeFindings(changes);
  const deals = dealsTable(changes);
  const moved = changes.deals.filter(({ reason }) => reason !== undefined).length;
  const net = total.end - total.start;
  return {
    name: "what-changed",
    title: "What changed",
    period: request.period,
    asOf: days.to,
    currency: book.currency,
    ...changes.named,
    answer: answerOf(changes),
    figures: movementFigures(changes),
    charts: changeCharts(changes, owners),
    sections: [
      {
        id: "movement",
        heading: "From start to end",
        reading:
          deals.rows.length === 0
            ? deals.empty
            : `${sayCount(moved, "change")} ${net < 0 ? "took away" : "added"} ${sayMoney(Math.abs(net), book.currency)}; the name of a step opens its deals in the last table, and the first of them leads back.`,
        table: movementTable(changes),
      },
      {
        id: "findings",
        heading: "What to do",
        reading:
          findings.length === 0
            ? "No action is proposed."
            : "What took pipeline away, each with its next step.",
        findings,
      },
      {
        id: "largest",
        heading: "Largest changes",
        reading: "The deals that moved the pipeline most, before and after.",
        table: largestMoves(changes),
      },
      {
        id: "by_owner",
        heading: "By owner",
        reading:
          "A deal that changed hands left one owner and came to another; every row balances by itself.",
        table: owners,
      },
      ...(byTeam.size > 1
        ? [
            {
              id: "by_team",
              heading: "By team",
              reading: "The team of the day, where a snapshot kept it, else the owner's.",
              table: groupTable(changes, "teams", "Team", byTeam),
            },
          ]
        : []),
      {
        id: "by_stage",
        heading: "By stage",
        reading: "Where the open deals stood on each day.",
        table: stageTable(changes),
      },
      {
        id: "inside",
        heading: "What the two days do not show",
        reading:
          inside.length === 0
            ? "Nothing moved and moved back in between."
            : `${sayCount(inside.length, "movement")} in between that ${inside.length === 1 ? "was" : "were"} undone before the later day.`,
        table: insideTable(changes),
      },
      {
        id: "all_deals",
        heading: "Deals by reason",
        reading: "Every deal of either day: the rows that the steps above add up.",
        table: deals,
      },
    ],
    notes: changeNotes(changes),
    checks: [
      {
        id: "balance",
        label: "Start plus all moves less end",
        value: total.check,
        ...(deals.rows.length === 0
          ? {}
          : { formula: "ROUND(SUM({deals.start})+SUM({deals.change})-SUM({deals.end}),2)" }),
      },
      {
        id: "owners_add_up",
        label: "End by owner less end",
        value:
          Math.round(
            ([...byOwner.values()].reduce((sum, { end }) => sum + end, 0) - total.end) * 100,
          ) / 100 || 0,
        ...(owners.rows.length === 0 ? {} : { formula: "ROUND(SUM({owners.end})-{=end},2)" }),
      },
    ],
  };
}

/** From one day's pipeline to another's, every deal with its reason. */
export const whatChanged: ReportDefinition = {
  name: "what-changed",
  title: "What changed",
  about:
    "The open pipeline of a period on two days and everything that happened in between: new, pulled and pushed, amounts, owners, lost, won.",
  menuLabel: "See what changed",
  needs: ["opportunities"],
  uses: ["snapshots", "opportunityHistory", "reps", "accounts", "actions"],
  inDigest: true,
  comparesDays: true,
  takesTeam: true,
  takesStages: true,
  build,
};
