import { describe, expect, it } from "vitest";
import { people } from "../../../src/core/quota/people.ts";

const staff = people(
  [
    { repId: "005Hp00000hnUYP", name: "Ana Ruiz", email: "ana@x.co", manager: "Bo Lind" },
    { repId: "7", name: "Bo Lind" },
    { repId: "8", name: "Sam Lee" },
    { repId: "9", name: "Sam Lee" },
  ],
  [
    ["Zoe", "Ana Ruiz"],
    ["Ana Ruiz", "Somebody else"],
    ["Bo Lind", "Bo Lind"],
  ],
);

describe("people", () => {
  it("finds one person by id, longer id, name and e-mail", () => {
    const keys = ["005Hp00000hnUYP", "005Hp00000hnUYPIA2", " ana  RUIZ ", "ANA@x.co"].map(
      (text) => staff.find(text).key,
    );
    expect(new Set(keys).size).toBe(1);
    expect(staff.find("ana@x.co").label).toBe("Ana Ruiz");
  });

  it("keeps ids of Salesforce apart by case", () => {
    expect(staff.find("005Hp00000hnUyp").key).not.toBe(staff.find("005Hp00000hnUYP").key);
  });

  it("does not guess between two people of one name", () => {
    expect(staff.find("Sam Lee").rep).toBeUndefined();
    const labels = ["8", "9", "Sam Lee"].map((text) => staff.find(text).label.toLowerCase());
    expect(new Set(labels).size).toBe(3);
  });

  it("lets an unknown text stand for itself and a blank one for nobody", () => {
    expect(staff.find("Zoe")).toMatchObject({ label: "Zoe", rep: undefined });
    expect(staff.find(undefined)).toMatchObject({ key: "", label: "No owner" });
  });

  it("knows managers, those in Reps first, and nobody as his own", () => {
    expect(staff.managerOf(staff.find("Ana Ruiz").key)?.label).toBe("Bo Lind");
    expect(staff.managerOf(staff.find("Zoe").key)?.label).toBe("Ana Ruiz");
    expect(staff.managerOf(staff.find("Bo Lind").key)).toBeUndefined();
  });
});
