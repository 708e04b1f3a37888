import type { FrameLocator, Locator } from "playwright-core";
import type { SheetTab } from "./page.ts";

/** The add-on's sidebar as a person uses it: by the words on it. */
export class Sidebar {
  readonly tab: SheetTab;
  readonly frame: FrameLocator;

  constructor(tab: SheetTab) {
    this.tab = tab;
    this.frame = tab.sidebar();
  }

  /** Opens a panel by its title; the sidebar itself too where it is not open yet. */
  async open(title: string): Promise<void> {
    const { page } = this.tab;
    if (!(await page.locator("#panel iframe").isVisible()))
      await this.tab.menu("RevOps", "Import a CRM export");
    await this.frame.locator("main .panel").waitFor();
    await this.frame.locator("nav button.menu").click();
    await this.frame.locator("nav li").getByRole("button", { name: title, exact: true }).click();
    await this.frame.locator("nav button.menu", { hasText: title }).waitFor();
    await this.settled();
  }

  /** Waits until nothing is asked of the add-on any more. */
  async settled(): Promise<void> {
    await this.frame.locator("main .panel").waitFor();
    await this.frame.locator("progress").first().waitFor({ state: "detached" });
    await this.frame.getByText("Looking at your data…").first().waitFor({ state: "detached" });
  }

  button(words: string | RegExp): Locator {
    return this.frame.getByRole("button", {
      name: words,
      exact: typeof words === "string",
    });
  }

  async click(words: string | RegExp): Promise<void> {
    await this.button(words).first().click();
  }

  field(label: string | RegExp): Locator {
    return this.frame.getByLabel(label, { exact: typeof label === "string" });
  }

  async type(label: string, text: string): Promise<void> {
    await this.field(label).fill(text);
  }

  async choose(label: string | RegExp, choice: string): Promise<void> {
    await this.field(label).first().selectOption({ label: choice });
  }

  /** Opens a part that is folded. */
  async unfold(summary: string | RegExp): Promise<void> {
    await this.frame.locator("summary", { hasText: summary }).first().click();
  }

  /** Waits for words anywhere in the panel. */
  async says(words: string | RegExp): Promise<void> {
    await this.frame.locator("main").getByText(words).first().waitFor();
  }

  /** Looks out for words that may be gone before anybody asks for them; a button beside them is pressed at once. */
  async lookOut(words: RegExp, press = ""): Promise<void> {
    await this.frame.locator("body").evaluate(
      (body, [pattern, label]) => {
        delete body.dataset.seen;
        const watch = new MutationObserver(() => {
          const buttons = [...body.querySelectorAll("button")];
          const wanted = buttons.find(({ textContent }) => textContent === label);
          if (!new RegExp(pattern).test(body.textContent ?? "") || (label && !wanted)) return;
          watch.disconnect();
          body.dataset.seen = "yes";
          wanted?.click();
        });
        watch.observe(body, { subtree: true, childList: true, characterData: true });
      },
      [words.source, press] as const,
    );
  }

  /** Waits until those words have been there. */
  async seen(): Promise<void> {
    await this.frame.locator("body[data-seen]").waitFor();
  }

  async words(): Promise<string> {
    return (await this.frame.locator("main").textContent()) ?? "";
  }

  /** Chooses a file that the test writes. */
  give(name: string, text: string): Promise<void> {
    return this.giveAll({ [name]: text });
  }

  /** Chooses several files at once, by their names. */
  async giveAll(files: Readonly<Record<string, string>>): Promise<void> {
    await this.frame
      .locator("input[type=file]")
      .first()
      .setInputFiles(
        Object.entries(files).map(([name, text]) => ({
          name,
          mimeType: "text/csv",
          buffer: Buffer.from(text),
        })),
      );
  }
}
