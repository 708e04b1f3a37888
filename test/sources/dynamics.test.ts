import { expect, it } from "vitest";
import { dayFromIso } from "../../src/core/calendar/day.ts";
import { planImport } from "../../src/sources/planImport.ts";

it("reads a Dynamics 365 export: state, what was really won and when, and the reason of a loss alone", () => {
  const { source, main } = planImport({
    file: "Opportunities.xlsx",
    answers: {},
    conventions: { decimal: "." },
    rows: [
      [
        "(Do Not Modify) Opportunity",
        "Topic",
        "Potential Customer",
        "Sales Stage",
        "Status",
        "Status Reason",
        "Est. Revenue",
        "Actual Revenue",
        "Est. Close Date",
        "Actual Close Date",
        "Created On",
        "Owner",
      ],
      [
        "a",
        "A",
        "X",
        "Develop",
        "Open",
        "In Progress",
        "100",
        "",
        "2026-03-31",
        "",
        "2026-01-02",
        "Ann",
      ],
      [
        "b",
        "B",
        "Y",
        "Close",
        "Won",
        "Won",
        "200",
        "180",
        "2026-03-31",
        "2026-02-10",
        "2026-01-03",
        "Ann",
      ],
      [
        "c",
        "C",
        "Z",
        "Propose",
        "Lost",
        "Out-Sold",
        "300",
        "0",
        "2026-03-31",
        "2026-02-20",
        "2026-01-04",
        "Bo",
      ],
    ],
  });
  expect(source.name).toBe("dynamics");
  expect(main?.rows).toMatchObject([
    {
      opportunityId: "a",
      accountName: "X",
      stage: "Develop",
      isClosed: false,
      isWon: false,
      amount: 100,
    },
    {
      opportunityId: "b",
      isClosed: true,
      isWon: true,
      amount: 180,
      closeDate: dayFromIso("2026-02-10"),
    },
    { opportunityId: "c", isClosed: true, isWon: false, amount: 300, lossReason: "Out-Sold" },
  ]);
  expect(main?.rows.slice(0, 2).map(({ lossReason }) => lossReason)).toEqual([
    undefined,
    undefined,
  ]);
});
