import { describe, expect, it } from "vitest";
import { addonHost } from "../addonHost.ts";

describe("who the person is", () => {
  it("is nobody until it is chosen, somebody of the team then, and can be taken back", () => {
    const host = addonHost();
    expect(host.ask("revopsWho")).toEqual({ people: [] });
    host.ask("revopsSample");
    const { people, chosen } = host.ask("revopsWho");
    expect(chosen).toBeUndefined();
    expect(people).toHaveLength(6);
    const labels = people.map(({ label }) => label);
    expect(labels).toEqual([...labels].sort());
    const [first] = people;
    expect(host.ask("revopsChooseWho", { repId: first!.repId }).chosen).toEqual(first);
    expect(host.ask("revopsWho").chosen).toEqual(first);
    expect(host.ask("revopsChooseWho", { repId: "" }).chosen).toBeUndefined();
  });

  it("is refused when the team has nobody of that id, and forgotten when that person is gone", () => {
    const host = addonHost();
    host.ask("revopsSample");
    expect(host.refusal("revopsChooseWho", { repId: "=HYPERLINK(1)" })).toBe(
      "Nobody in the sheet Reps has the id =HYPERLINK(1).",
    );
    const [first] = host.ask("revopsWho").people;
    host.ask("revopsChooseWho", { repId: first!.repId });
    host.person(`const sheet = book.getSheetByName("Reps");
      const row = sheet.getDataRange().getValues().findIndex((one) => one[0] === "${first!.repId}");
      sheet.deleteRow(row + 1);`);
    expect(host.ask("revopsWho").chosen).toBeUndefined();
  });
});
