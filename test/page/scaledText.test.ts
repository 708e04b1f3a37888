import { describe, expect, it } from "vitest";
import { scaledText } from "../../workbench/page/client/scaledText.ts";

describe("numbers shown in thousands and millions", () => {
  it("are rounded half up, as the sentences beside them", () => {
    // By hand; the first is 3.4549999999999996 when multiplied by 1e-6.
    expect(scaledText(3_455_000, '0.00,,"M"', "en_US")).toBe("3.46M");
    expect(scaledText(-3_455_000, '0.00,,"M"', "en_US")).toBe("-3.46M");
    expect(scaledText(412_500, '#,##0,"K"', "de_DE")).toBe("413K");
    expect(scaledText(1_234_500_000, '#,##0.00,,"M"', "de_DE")).toBe("1.234,50M");
  });

  it("are no other cells", () => {
    expect(scaledText(3_455_000, "#,##0", "en_US")).toBeUndefined();
    expect(scaledText("3,455", '0.00,,"M"', "en_US")).toBeUndefined();
    expect(scaledText(1, undefined, "en_US")).toBeUndefined();
  });
});
