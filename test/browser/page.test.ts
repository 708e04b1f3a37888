import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestPage, type TestPage } from "./page.ts";
import { companyWorkbook } from "./workbooks.ts";

describe("the spreadsheet page", { shuffle: false }, () => {
  let opened: TestPage;
  beforeAll(async () => {
    opened = await openTestPage(companyWorkbook());
  });
  afterAll(() => opened?.stop());

  it("takes what is typed and recalculates the add-on's functions", async () => {
    const { tab } = opened;
    await tab.activate("Sheet1");
    await tab.type("A1", "500");
    await tab.type("A2", "=COVERAGE(1500,A1)");
    await tab.shows("A2", "3");
    await tab.type("A1", "750");
    await tab.shows("A2", "2");
  });

  it("says in the cell's message why a function fails", async () => {
    const { tab } = opened;
    await tab.type("B1", '=COVERAGE(1500,"many")');
    await tab.shows("B1", "#ERROR!");
    expect((await tab.cell("B1")).message).toMatch(/quota/i);
  });

  it("shows the sentence of an error on hover", async () => {
    const { tab } = opened;
    await tab.hover("B1");
    const tooltip = tab.page.locator(".o-error-tooltip-message");
    await tooltip.waitFor();
    expect(await tooltip.textContent()).toContain('COVERAGE: quota holds "many"');
  });

  it("lets the cells below the sentence be clicked", async () => {
    const { tab } = opened;
    const { x, y, width, height } = await tab.place("B1");
    const at = { x: x + width * 1.5, y: y + height / 2 };
    await tab.page.mouse.move(x + width / 2, y + height / 2);
    const box = await tab.page.locator(".o-error-tooltip").boundingBox();
    // The sentence lies over C1.
    expect(box && at.x > box.x && at.x < box.x + box.width).toBe(true);
    await tab.typeWhere(async () => {
      await tab.page.mouse.click(at.x, at.y);
      await tab.drawn();
    }, "below");
    await tab.page.keyboard.press("Enter");
    await tab.shows("C1", "below");
  });

  it("goes on behind a suggestion that was accepted, however late it is drawn", async () => {
    const { tab } = opened;
    await tab.begin("D4", "=COV");
    await tab.page.locator(".o-autocomplete-value").first().waitFor();
    await tab.drawn();
    // Pressed and let go of before the next frame.
    await tab.page.evaluate(() => {
      for (const type of ["keydown", "keyup"])
        document.activeElement?.dispatchEvent(
          new KeyboardEvent(type, { key: "Tab", bubbles: true, cancelable: true }),
        );
    });
    await tab.drawn();
    await tab.page.keyboard.type("1,", { delay: 25 });
    await tab.drawn();
    const editor = tab.page.locator(".o-grid .o-composer").first();
    await expect.poll(() => editor.textContent()).toMatch(/^=COV\w+\(1,$/);
    await tab.page.keyboard.press("Escape");
  });

  it("offers the add-on's functions and explains their arguments", async () => {
    const { tab } = opened;
    await tab.begin("D6", "=COVER");
    await tab.page.locator(".o-autocomplete-value", { hasText: "COVERAGE" }).first().waitFor();
    await tab.page.keyboard.type("AGE(", { delay: 25 });
    const help = tab.page.locator(".o-formula-assistant");
    await help.waitFor();
    await expect.poll(() => help.textContent()).toMatch(/pipeline[\s\S]*quota/);
    await tab.page.keyboard.press("Escape");
  });

  it.each([
    ['=ARRAYFORMULA(LEN({"a";"bcd"}))', "1"],
    ['=REGEXMATCH("Renewal 2026","\\d{4}")', "TRUE"],
    ['=XMATCH("b",{"a";"b";"c"})', "2"],
    ["=MROUND(127,5)", "125"],
    ["=ROWS(REVOPS_STAGES)>1", "TRUE"],
  ])("computes %s, which the component lacks", async (formula, shown) => {
    const { tab } = opened;
    await tab.type("E1", formula);
    await tab.shows("E1", shown);
  });

  it("undoes and redoes what was typed and inserted rows, formulas included", async () => {
    const { tab } = opened;
    const press = (keys: string) => tab.page.keyboard.press(keys);
    await tab.type("A10", "4");
    await tab.type("A11", "=A10*2");
    await tab.shows("A11", "8");
    await tab.click("A10");
    await tab.menu("Insert", "Insert row", "Row above");
    await tab.shows("A12", "8");
    expect((await tab.cell("A12")).content).toBe("=A11*2");
    await tab.type("A11", "5");
    await tab.shows("A12", "10");
    await press("Control+z");
    await tab.shows("A12", "8");
    await press("Control+z");
    await tab.shows("A11", "8");
    expect((await tab.cell("A11")).content).toBe("=A10*2");
    await press("Control+y");
    await tab.shows("A12", "8");
    await press("Control+z");
    await tab.shows("A11", "8");
  });

  it("runs a menu item and shows its report with charts", async () => {
    const { tab } = opened;
    await tab.menu("RevOps", "Forecast");
    const sheet = await tab.arrives("Forecast ");
    expect(await tab.charts(sheet)).toHaveLength(2);
    await tab.shows("A1", "Forecast", sheet);
  });

  it("keeps everything over a reload and shows it in a second tab", async () => {
    const { tab } = opened;
    await tab.page.reload({ waitUntil: "commit" });
    await tab.ready();
    expect((await tab.cell("A2", "Sheet1")).shown).toBe("2");
    const second = await opened.open();
    expect((await second.cell("A2", "Sheet1")).shown).toBe("2");
    await second.activate("Sheet1");
    await second.type("A1", "1500");
    await second.shows("A2", "1");
    await tab.shows("A2", "1", "Sheet1");
  });

  it("leaves the browser's console empty", () => {
    expect(opened.complaints).toEqual([]);
  });
});
