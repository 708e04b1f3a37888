import { describe, expect, it } from "vitest";
import { planImport } from "../../src/sources/planImport.ts";

/** Rows of invented deals; cells are parted by `|`. */
function planned(file: string, ...lines: string[]) {
  const rows = lines.map((line) => line.split("|"));
  return planImport({ file, rows, answers: {}, conventions: {} });
}

const taken = (plan: ReturnType<typeof planned>) =>
  Object.fromEntries(
    plan.mapping.flatMap(({ heading, field }) => (field === undefined ? [] : [[heading, field]])),
  );

describe("exports of CRMs that have no file of their own here", () => {
  it("reads Odoo's expected revenue as the amount, which is not weighted", () => {
    const plan = planned(
      "crm.lead.csv",
      "Opportunity|Customer|Salesperson|Sales Team|Stage|Expected Revenue|Probability|Expected Closing|Created on",
      "New desks|Harbour Ltd|Ada Low|North|Qualified|12000|25|2026-07-12|2026-05-01 09:11:02",
    );
    expect(plan.source.system).toBe("Odoo");
    expect(plan.main?.rows).toMatchObject([
      { opportunityName: "New desks", accountName: "Harbour Ltd", owner: "Ada Low", amount: 12000 },
    ]);
    expect(plan.main?.fields).not.toContain("expectedRevenue");
  });

  it("takes a list of deals with lower-case close dates and lost reasons not for Pipedrive's", () => {
    const plan = planned(
      "deals.csv",
      "Id|Name|Deal value|Deal stage|Sales owner|Sales account|Expected close date|Closed date|Lost reason",
      "1|Plan A|12000|Demo|Ria Pal|Widget Ltd|2026-07-20||",
      "2|Plan B|7000|Lost|Jo Fox|Corp Ltd|2026-06-02|2026-05-30|Price",
    );
    expect(plan.source.system).toBeUndefined();
    expect(plan.questions).toEqual([]);
    // The day of the loss where there is one, else the day expected: 20 July and 30 May 2026.
    expect(plan.main?.rows.map(({ closeDate }) => closeDate)).toEqual([
      Date.UTC(2026, 6, 20) / 86_400_000,
      Date.UTC(2026, 4, 30) / 86_400_000,
    ]);
    expect(plan.main?.rows).toMatchObject([{ owner: "Ria Pal", accountName: "Widget Ltd" }, {}]);
  });

  it("takes Pipedrive's own list without the object's name for Pipedrive's", () => {
    const plan = planned(
      "deals.csv",
      "Title|Value|Currency of Value|Organization|Owner|Stage|Status|Expected close date|Won time|Lost time",
      "Roof|12000|EUR|Roof Ltd|Max Roe|Demo|Open|2026-08-01||",
    );
    expect(plan.source.system).toBe("Pipedrive");
    expect(plan.main?.rows).toMatchObject([{ currency: "EUR", isClosed: false, isWon: false }]);
  });

  it("takes Attio's linked records not for HubSpot's", () => {
    const plan = planned(
      "deals.csv",
      "Record ID|Deal name|Deal stage|Deal owner|Deal value|Associated company > Name",
      "r1|Lumen plan|Lead|Joy May|18000|Lumen Ltd",
    );
    expect(plan.source.system).toBeUndefined();
    expect(plan.main?.rows).toMatchObject([{ accountName: "Lumen Ltd", amount: 18000 }]);
  });

  it("takes internal names of HubSpot alone for HubSpot's", () => {
    const plan = planned(
      "deals.csv",
      "dealname|amount|dealstage|closedate",
      "Setup|1200|contractsent|2026-05-15",
    );
    expect(plan.source.system).toBe("HubSpot");
  });

  it("takes deals with a contact's and a stage's id for deals, and for nobody's warehouse", () => {
    const plan = planned(
      "deals.csv",
      "deal_id|title|stage_id|company_id|contact_id|created_at|closed_at|expected_amount|currency",
      "D1|Panels|NEW|C2|P3|2026-06-01||150000|EUR",
    );
    expect(plan.main?.table.name).toBe("opportunities");
    expect(plan.source.system).toBeUndefined();
    expect(plan.main?.rows).toMatchObject([{ opportunityName: "Panels", stage: "NEW" }]);
  });

  it.each([
    ["Owned By", "owner"],
    ["User Responsible", "owner"],
    ["Responsible person", "owner"],
    ["Linked Organisation", "accountName"],
    ["Organization Name", "accountName"],
    ["Probability Of Winning", "probability"],
    ["Forecast Close Date", "closeDate"],
    ["Deal creation date", "createdDate"],
    ["Date Modified", "lastModified"],
    ["Last Stage At", "stageEntered"],
    ["Pipeline Name", "pipeline"],
    ["Status Label", "stage"],
  ])("finds %s", (heading, field) => {
    const plan = planned(
      "deals.csv",
      `Deal ID|Deal Name|Amount|${heading === "Status Label" ? "" : "Stage"}|${heading}`,
      `1|A|5|${heading === "Status Label" ? "" : "Demo"}|`,
    );
    expect(taken(plan)).toHaveProperty(heading, field);
  });
});

describe("a status beside the stage", () => {
  it("tells won, lost and open, in several languages, and is not reported as left out", () => {
    const plan = planned(
      "deals.csv",
      "Deal ID|Deal Name|Stage|Status|Amount",
      "1|A|Demo|Open|5",
      "2|B|Demo|Gewonnen|5",
      "3|C|Demo|Perdu|5",
      "4|D|Demo|Abandoned|5",
      "5|E|Demo|hot|5",
    );
    expect(plan.main?.rows.map(({ isClosed, isWon }) => [isClosed, isWon])).toEqual([
      [false, false],
      [true, true],
      [true, false],
      [true, false],
      [undefined, undefined],
    ]);
    expect(plan.isStatusApart).toBe(true);
    expect(plan.notes.join(" ")).not.toContain("left out");
  });

  it("stays the user's own where no value says anything of an end", () => {
    const plan = planned(
      "deals.csv",
      "Deal ID|Deal Name|Stage|Status|Amount",
      "1|A|Demo|hot|5",
      "2|B|Lead|cold|5",
    );
    expect(taken(plan)).not.toHaveProperty("Status");
    expect(plan.main?.fields).not.toContain("isWon");
    expect(plan.isStatusApart).toBe(false);
  });
});

describe("a column whose heading says one thing and whose cells another", () => {
  const header = "Deal ID|Deal Name|Stage|Amount|Contacts|Closure Probability";

  it("stays the user's own, said once", () => {
    const plan = planned("deals.csv", header, "1|A|Demo|5|Al Bo|High", "2|B|Lead|7|Cy Do|Low");
    expect(plan.issues).toEqual([]);
    expect(plan.notes).toContain(
      'Contacts was not taken for Contact Count: none of its values, such as "Al Bo", is a number.',
    );
    expect(plan.notes).toContain(
      'Closure Probability was not taken for Probability: none of its values, such as "High", is a percentage.',
    );
  });

  it("is taken as soon as one cell can be read, the others being issues", () => {
    const plan = planned("deals.csv", header, "1|A|Demo|5|Al Bo|", "2|B|Lead|7|3|");
    expect(plan.main?.rows[1]).toMatchObject({ contactCount: 3 });
    expect(plan.issues).toHaveLength(1);
  });
});
