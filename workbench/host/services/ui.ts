import type { Execution } from "../execution.ts";
import type { MenuItem } from "../hostState.ts";
import { ServiceError } from "../serviceError.ts";
import { mismatch, ServiceObject } from "../strict.ts";
import { type Enum, EnumValue } from "./enumValue.ts";
import { HtmlOutput } from "./htmlService.ts";

/** Menus, messages and panels of the spreadsheet's window. */
export class Ui extends ServiceObject {
  readonly service = "Ui";
  override readonly constants: { Button: Enum; ButtonSet: Enum };

  constructor(run: Execution, enums: { Button: Enum; ButtonSet: Enum }) {
    super(run);
    this.constants = enums;
  }

  createMenu(caption: string): Menu {
    return new Menu(this.run, caption);
  }

  /** An add-on's menu carries the add-on's name; the workbench knows it as the name of the script. */
  createAddonMenu(): Menu {
    return new Menu(this.run, "");
  }

  alert(...args: unknown[]): EnumValue {
    return this.#button(this.#ask("alert", args).button);
  }

  prompt(...args: unknown[]): PromptResponse {
    const answer = this.#ask("prompt", args);
    return new PromptResponse(this.run, this.#button(answer.button), answer.text ?? "");
  }

  showSidebar(html: unknown): void {
    this.#show("sidebar", html, "");
  }

  showModalDialog(html: unknown, title: string): void {
    this.#show("dialog", html, title);
  }

  showModelessDialog(html: unknown, title: string): void {
    this.#show("dialog", html, title);
  }

  #show(kind: "sidebar" | "dialog", html: unknown, title: string): void {
    if (!(html instanceof HtmlOutput))
      throw mismatch(`Ui.${kind === "sidebar" ? "showSidebar" : "showModalDialog"}`, html);
    this.run.state.tell({
      kind,
      title: title || html.getTitle(),
      html: html.getContent(),
      ...(html.getWidth() === null ? {} : { width: Number(html.getWidth()) }),
      ...(html.getHeight() === null ? {} : { height: Number(html.getHeight()) }),
    });
  }

  /** The script waits for the person meanwhile, and its locks do not outlast the wait. */
  #ask(kind: "alert" | "prompt", args: readonly unknown[]) {
    const [title, text] = words(args);
    const buttons =
      args.find((arg): arg is EnumValue => arg instanceof EnumValue)?.enumName ?? "OK";
    this.run.state.tell({ kind, title, text });
    this.run.state.heldLocks.clear();
    const asked = performance.now();
    const answer = this.run.state.respond({ kind, title, text, buttons });
    // The script stands still while the person thinks.
    this.run.spend(asked - performance.now());
    return answer;
  }

  #button(name: string): EnumValue {
    const button = this.constants.Button.constants[name];
    if (!button) throw new ServiceError(`There is no button ${name}.`);
    return button;
  }
}

/** `alert(text)`, `alert(text, buttons)`, `alert(title, text, buttons)`. */
function words(args: readonly unknown[]): [title: string, text: string] {
  const texts = args.filter((arg) => typeof arg === "string");
  return texts.length > 1 ? [texts[0] ?? "", texts[1] ?? ""] : ["", texts[0] ?? ""];
}

class PromptResponse extends ServiceObject {
  readonly service = "PromptResponse";
  readonly #button: EnumValue;
  readonly #text: string;

  constructor(run: Execution, button: EnumValue, text: string) {
    super(run);
    this.#button = button;
    this.#text = text;
  }

  getSelectedButton(): EnumValue {
    return this.#button;
  }

  getResponseText(): string {
    return this.#text;
  }
}

/** A menu under construction; nobody sees it before `addToUi`. */
export class Menu extends ServiceObject {
  readonly service = "Menu";
  readonly caption: string;
  readonly items: MenuItem[] = [];

  constructor(run: Execution, caption: string) {
    super(run);
    this.caption = caption;
  }

  addItem(label: string, functionName: string): this {
    if (typeof label !== "string" || typeof functionName !== "string")
      throw mismatch("Menu.addItem", label, functionName);
    this.items.push({ label, functionName });
    return this;
  }

  addSeparator(): this {
    this.items.push({ separator: true });
    return this;
  }

  addSubMenu(menu: unknown): this {
    if (!(menu instanceof Menu)) throw mismatch("Menu.addSubMenu", menu);
    this.items.push({ label: menu.caption, items: menu.items });
    return this;
  }

  addToUi(): void {
    const { state } = this.run;
    state.menus = [
      ...state.menus.filter((menu) => !("items" in menu && menu.label === this.caption)),
      { label: this.caption, items: [...this.items] },
    ];
  }
}
