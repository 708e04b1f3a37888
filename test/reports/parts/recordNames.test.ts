import { expect, it } from "vitest";
import { planReport } from "../../../src/reports/layout/planReport.ts";
import { withRecordNames } from "../../../src/reports/parts/recordNames.ts";
import { renderText } from "../../../src/reports/renderText.ts";
import type { Finding, Report } from "../../../src/reports/report.ts";
import type { Tables } from "../../../src/tables/tables.ts";
import { tableOf } from "../dataSets.ts";
import { sampleReport } from "../layout/sampleReport.ts";

const tables: Tables = {
  opportunities: tableOf([
    { opportunityId: "1", opportunityName: "Rollout, phase 2" },
    { opportunityId: "2", opportunityName: "Renewal" },
    { opportunityId: "3", opportunityName: "Renewal" },
    { opportunityId: "4", accountName: "Globex" },
    { opportunityId: "5" },
    { opportunityId: "6", opportunityName: "Pilot" },
  ]),
  accounts: tableOf([
    { accountId: "6", accountName: "Initech" },
    { accountId: "7", accountName: "Hooli" },
  ]),
  contacts: tableOf([{ contactId: "8", firstName: "Ada", lastName: "Byron" }]),
  leads: tableOf([{ leadId: "9", email: "x@example.com", company: "Umbrella" }]),
  tickets: tableOf([{ ticketId: "10", subject: "Login fails" }]),
};

const reportOn = (evidence: readonly string[], sheet?: string): Report => {
  const finding: Finding = {
    id: "f",
    severity: "low",
    what: "What.",
    action: "Do it.",
    evidence,
    ...(sheet !== undefined && { sheet }),
  };
  const section = { id: "found", heading: "Found", reading: "One.", findings: [finding] };
  return { ...sampleReport(), sections: [section, ...sampleReport().sections] };
};

const namesOf = (evidence: readonly string[], sheet?: string) =>
  withRecordNames(reportOn(evidence, sheet), tables).sections[0]?.findings?.[0]?.names;

it("calls a record by its name, with the id only where a name is shared", () => {
  expect(namesOf(["1", "2", "4"])).toEqual(["Rollout, phase 2", "Renewal (2)", "Globex"]);
  expect(namesOf(["7", "8", "9", "10"])).toEqual(["Hooli", "Ada Byron", "Umbrella", "Login fails"]);
});

it("keeps the id of a record without a name, of one nobody has, and of one that two sheets have", () => {
  expect(namesOf(["5", "11", "6"])).toEqual(["5", "11", "6"]);
  expect(namesOf(["6"], "Accounts")).toEqual(["Initech"]);
  expect(namesOf(["6"], "Opportunities")).toEqual(["Pilot"]);
  expect(namesOf(["6"], "Activities")).toEqual(["6"]);
});

it("leaves the ids as data and writes the names in text and sheet", () => {
  const report = withRecordNames(reportOn(["1", "3"]), tables);
  expect(report.sections[0]?.findings?.[0]?.evidence).toEqual(["1", "3"]);
  expect(renderText(report)).toContain("Records: Rollout, phase 2; Renewal (3)\n");
  const entered = planReport(report).rows.flatMap(({ cells }) =>
    cells.map((cell) => String(cell?.entered)),
  );
  expect(entered).toContain("'Evidence: Rollout, phase 2; Renewal (3)");
});

it("leaves a report alone where no finding names a record", () => {
  const bare = { ...sampleReport(), sections: [] };
  expect(withRecordNames(bare, tables)).toBe(bare);
});
