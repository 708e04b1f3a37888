import { beforeEach, describe, expect, it } from "vitest";
import { modelRows } from "../../../src/core/probability/modelRows.ts";
import { winModel } from "../../../src/tables/winModel.ts";
import { smallModel } from "../../core/probability/smallModel.ts";
import { type AddonHost, addonHost } from "../addonHost.ts";

const probabilityOf = (host: AddonHost, stage: string) => {
  const [header = [], ...rows] = host.cells("Stages");
  return rows.find((row) => row[header.indexOf("Stage")] === stage)?.[
    header.indexOf("Probability")
  ];
};
const said = (host: AddonHost) => JSON.stringify(host.events.slice(-1));

describe("calibrating the stage probabilities", () => {
  let button: string;
  let host: AddonHost;
  beforeEach(() => {
    button = "NO";
    host = addonHost({ respond: () => ({ button }) });
    host.call("revopsCreateSettings");
  });

  /** The test model says 60%, from 36 of 60; the settings state the stage otherwise. */
  const giveModel = () => {
    const lines = modelRows(smallModel).map((row) =>
      winModel.columns.map(({ field }) => (field === "trainedAsOf" ? "" : (row[field] ?? ""))),
    );
    const trained = winModel.columns.findIndex(({ field }) => field === "trainedAsOf");
    (lines[0] as unknown[])[trained] = "2026-03-31";
    const cells = [winModel.columns.map(({ label }) => label), ...lines];
    host.person(
      `const cells = ${JSON.stringify(cells)}; book.insertSheet("Win Model").getRange(1, 1, cells.length, cells[0].length).setValues(cells)`,
    );
    expect(probabilityOf(host, "Proposal")).toBe(0.6);
    host.person(
      `const sheet = book.getSheetByName("Stages"); const [header, ...rows] = sheet.getDataRange().getValues(); sheet.getRange(2 + rows.findIndex((row) => row.includes("Proposal")), 1 + header.indexOf("Probability")).setValue(0.45)`,
    );
  };

  it("asks for a fit first", () => {
    host.call("revopsCalibrateStages");
    expect(said(host)).toContain("no fitted model yet");
  });

  it("shows old, new, how many deals and the interval, and writes nothing without a yes", () => {
    giveModel();
    host.call("revopsCalibrateStages");
    const asked = JSON.stringify(host.events.filter(({ kind }) => kind === "alert").slice(-1));
    expect(asked).toContain("Proposal: 45% -> 60% (50% to 70%; 36 of 60 won)");
    expect(said(host)).toContain("stay as they were");
    expect(probabilityOf(host, "Proposal")).toBe(0.45);
  });

  it("writes the measured ones after a yes, and leaves stages alone that nothing was measured of", () => {
    giveModel();
    button = "YES";
    host.call("revopsCalibrateStages");
    expect(said(host)).toContain("1 stage has a measured probability now");
    expect(probabilityOf(host, "Proposal")).toBe(0.6);
    expect(probabilityOf(host, "Lead")).toBe(0.1);
    host.call("revopsCalibrateStages");
    expect(said(host)).toContain("already has");
  });
});
