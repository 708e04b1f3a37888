import type { Browser, BrowserContext, Page } from "playwright-core";
import { opportunities } from "../../src/tables/opportunities.ts";
import { newWorkbook } from "../../workbench/host/host.ts";
import type { WorkbookData } from "../../workbench/host/workbook.ts";
import { serializeWorkbook } from "../../workbench/host/workbookFile.ts";
import { launchChromium } from "../../workbench/page/chromium.ts";
import type { Inspect } from "../../workbench/page/client/inspect.ts";
import { type RunningPage, startPage } from "../../workbench/page/startPage.ts";
import type { Fault } from "../../workbench/page/threads.ts";
import { addOnFiles } from "../../workbench/session.ts";

declare const spreadsheet: Inspect;

/** In milliseconds, for a busy machine with two cores. */
const PATIENCE = 90_000;

/**
 * A browser with the page open in one tab; further tabs see the same workbook. It takes seconds to open, so the tests of
 * a file are steps of one story, told in their order.
 */
export type TestPage = {
  readonly url: string;
  readonly browser: Browser;
  readonly context: BrowserContext;
  readonly tab: SheetTab;
  /** What browser consoles and failed requests said; empty when all is well. */
  readonly complaints: string[];
  open(): Promise<SheetTab>;
  stop(): Promise<void>;
};

export type TestPageOptions = {
  /** Another script than the add-on. */
  readonly bundle?: string;
  /** A service call that goes wrong. */
  readonly fault?: Fault;
  /** Takes the workbook file each time it is saved. */
  readonly save?: (text: string) => void;
};

/** Serves a workbook on a free port and opens it in Chromium. */
export async function openTestPage(
  workbook: WorkbookData = newWorkbook(),
  { bundle, fault, save }: TestPageOptions = {},
): Promise<TestPage> {
  const addOn = addOnFiles();
  const start = {
    ...addOn,
    bundle: bundle ?? addOn.bundle,
    workbook: serializeWorkbook(workbook),
    fault,
  };
  const [server, browser]: [RunningPage, Browser] = await Promise.all([
    startPage({ start, port: 0, save }),
    launchChromium(),
  ]);
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  context.setDefaultTimeout(PATIENCE);
  const complaints: string[] = [];
  const open = async (): Promise<SheetTab> => {
    const page = await context.newPage();
    page.on("console", (message) => {
      if (message.type() !== "log") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("requestfailed", (request) => complaints.push(`${request.url()} failed`));
    await page.goto(server.url);
    const tab = new SheetTab(page);
    await tab.ready();
    return tab;
  };
  const tab = await open();
  return {
    url: server.url,
    browser,
    context,
    tab,
    complaints,
    open,
    stop: async () => {
      await browser.close();
      await server.stop();
    },
  };
}

/** One browser tab as a person uses it. */
export class SheetTab {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async ready(): Promise<void> {
    await this.page.waitForSelector(".o-grid canvas");
    await this.page.waitForFunction(() => spreadsheet.sheets().length > 0);
  }

  /** Selects a cell of the active sheet, which is scrolled to it, and says where it lies. */
  place(address: string): Promise<ReturnType<Inspect["select"]>> {
    return this.page.evaluate((cell) => spreadsheet.select(cell), address);
  }

  /** Clicks a cell of the active sheet, which is scrolled to it. */
  async click(address: string): Promise<void> {
    const { x, y, width, height } = await this.place(address);
    await this.page.mouse.click(x + width / 2, y + height / 2);
    await this.drawn();
  }

  /** The component draws after events, which people never outrun. */
  async drawn(): Promise<void> {
    await this.page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
  }

  /** Moves the mouse over a cell of the active sheet. */
  async hover(address: string): Promise<void> {
    const { x, y, width, height } = await this.place(address);
    await this.page.mouse.move(x + width / 2, y + height / 2);
  }

  /** Types into a cell of the active sheet, as keys. */
  async type(address: string, text: string): Promise<void> {
    await this.begin(address, text);
    await this.page.keyboard.press("Enter");
  }

  /** The same without Enter; typed once more where the component lost keys, as a person who looks would. */
  async begin(address: string, text: string): Promise<void> {
    await this.typeWhere(() => this.click(address), text);
  }

  /** Types into the cell that a click selects. */
  async typeWhere(click: () => Promise<void>, text: string): Promise<void> {
    const tries = 3;
    for (let trial = 1; !(await this.keys(click, text)); trial++) {
      if (trial === tries) throw new Error(`The cell does not take "${text}".`);
      await this.page.keyboard.press("Escape");
    }
  }

  /** Whether the editor of the cell holds what was typed. */
  private async keys(click: () => Promise<void>, text: string): Promise<boolean> {
    await click();
    // The component opens its editor with the first key, and loses those that come before it shows that one.
    const first = text.slice(0, 1);
    await this.page.keyboard.type(first);
    if (!(await this.editing(first))) return false;
    await this.drawn();
    await this.page.keyboard.type(text.slice(1), { delay: 25 });
    return this.editing(text);
  }

  /** Waits until the editor holds a text; false where it does not come. */
  async editing(text: string): Promise<boolean> {
    const plain = text.replaceAll(/\s/g, "");
    try {
      await this.page.waitForFunction(
        (wanted) => {
          const editor = document.activeElement;
          if (!editor?.classList.contains("o-composer")) return false;
          return editor.textContent?.replaceAll(/\s/g, "").startsWith(wanted);
        },
        plain,
        { timeout: PATIENCE / 5 },
      );
    } catch {
      return false;
    }
    await this.drawn();
    return true;
  }

  cell(address: string, sheet?: string): Promise<ReturnType<Inspect["cell"]>> {
    return this.page.evaluate(
      ([cell, name]) => spreadsheet.cell(cell as string, name),
      [address, sheet],
    );
  }

  /** The values of a sheet's first columns and rows, as they come out. */
  values(sheet: string, columns: number, rows: number): Promise<unknown[][]> {
    return this.page.evaluate(
      ([name, width, height]) =>
        Array.from({ length: height }, (_row, down) =>
          Array.from(
            { length: width },
            (_cell, across) =>
              spreadsheet.cell(`${String.fromCharCode(65 + across)}${down + 1}`, name).value,
          ),
        ),
      [sheet, columns, rows] as const,
    );
  }

  /** Follows the link of a cell as a person does, and says which rows it opened. */
  async follow(address: string): Promise<readonly [first: number, last: number]> {
    await this.click(address);
    await this.hover(address);
    await this.page.locator(".o-link-tool a").first().click();
    await this.drawn();
    return this.page.evaluate(() => spreadsheet.selectedRows());
  }

  /** Waits until a cell shows a text. */
  async shows(address: string, text: string, sheet?: string): Promise<void> {
    const matches = this.page.waitForFunction(
      ([cell, name, wanted]) => spreadsheet.cell(cell as string, name).shown === wanted,
      [address, sheet, text] as const,
    );
    await matches.catch(async (error: unknown) => {
      const { content, shown } = await this.cell(address, sheet);
      throw new Error(`${address} shows "${shown}" (${content}), not "${text}".`, { cause: error });
    });
  }

  /** Waits until a cell shows anything but that it is loading. */
  async filled(address: string, sheet: string): Promise<void> {
    await this.page.waitForFunction(
      ([cell, name]) => !["", "Loading…"].includes(spreadsheet.cell(cell as string, name).shown),
      [address, sheet] as const,
    );
  }

  /** Charts and cells of the active sheet that do not fit. */
  layout(): Promise<ReturnType<Inspect["layout"]>> {
    return this.page.evaluate(() => spreadsheet.layout());
  }

  sheets(): Promise<string[]> {
    return this.page.evaluate(() => spreadsheet.sheets());
  }

  charts(sheet?: string): Promise<string[]> {
    return this.page.evaluate((name) => spreadsheet.charts(name), sheet);
  }

  activeSheet(): Promise<string> {
    return this.page.evaluate(() => spreadsheet.activeSheet());
  }

  /** Waits until a sheet whose name begins so is the active one. */
  async arrives(name: string): Promise<string> {
    await this.page.waitForFunction((start) => spreadsheet.activeSheet().startsWith(start), name);
    return this.activeSheet();
  }

  activate(sheet: string): Promise<void> {
    return this.page.evaluate((name) => spreadsheet.activate(name), sheet);
  }

  /** Deletes a sheet by the menu of its tab. */
  async deleteSheet(name: string): Promise<void> {
    this.page.once("dialog", (dialog) => dialog.accept());
    await this.page.locator(".o-sheet", { hasText: name }).first().click({ button: "right" });
    await this.page.locator(".o-menu-item", { hasText: /^\s*Delete\s*$/ }).click();
    await this.page.locator(".o-sheet", { hasText: name }).waitFor({ state: "detached" });
  }

  /** Clicks through the menu bar: `menu("RevOps", "Forecast")`. */
  async menu(...path: readonly string[]): Promise<void> {
    const tries = 3;
    for (let trial = 1; !(await this.clickThrough(path)); trial++) {
      if (trial === tries) throw new Error(`There is no ${path.join(" > ")} in the menu.`);
      await this.page.keyboard.press("Escape");
    }
  }

  /** False where the menu closed under the mouse, as it does when a sheet is loaded meanwhile. */
  private async clickThrough([root = "", ...items]: readonly string[]): Promise<boolean> {
    await this.page.locator(".o-topbar-menu", { hasText: new RegExp(`^\\s*${root}\\s*$`) }).click();
    for (const item of items) {
      const entry = this.page.locator(".o-menu-item", { hasText: item }).first();
      const isThere = await entry.waitFor({ timeout: PATIENCE / 5 }).then(
        () => true,
        () => false,
      );
      if (!isThere) return false;
      await entry.click();
    }
    return true;
  }

  /** Runs a report from the menu, about the first deal where it is about one, and waits until its sheet is there. */
  async runReport({ title, menuLabel }: { title: string; menuLabel: string }): Promise<string> {
    await this.activate(opportunities.sheet);
    await this.click("A2");
    await this.menu("RevOps", menuLabel);
    // A slash does not go well with names of sheets in formulas.
    const sheet = await this.arrives(`${title.replace("/", "-")} `);
    await this.drawn();
    return sheet;
  }

  /** The add-on's sidebar. */
  sidebar() {
    return this.page.frameLocator("#panel iframe");
  }
}
