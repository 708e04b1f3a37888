import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import * as esbuild from "esbuild";
import { JSDOM } from "jsdom";
import { type AddonHost, addonHost } from "../addon/addonHost.ts";

let script: string | undefined;
const built = resolve(import.meta.dirname, "../../dist/Sidebar.html");

/** What the build wrote into the page about functions. */
const functionsElement = () =>
  /<script type="application\/json" id="functions">.*?<\/script>/s.exec(
    readFileSync(built, "utf8"),
  )?.[0];

function pageScript(): string {
  script ??= esbuild.buildSync({
    entryPoints: ["sidebar/main.ts"],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2019",
    platform: "browser",
    logLevel: "silent",
  }).outputFiles[0]!.text;
  return script;
}

export type SidebarPage = {
  readonly host: AddonHost;
  readonly document: Document;
  readonly window: JSDOM["window"];
  /** Names of the calls to the add-on so far. */
  readonly calls: string[];
  /** Waits until what the page shows fits; fails with what it shows instead. */
  until<T>(found: () => T | null | undefined | false): Promise<T>;
  /** The page's words, with single spaces. */
  words(): string;
  button(words: string | RegExp): HTMLButtonElement;
  field<Control extends HTMLElement = HTMLInputElement>(label: string): Control;
  click(words: string | RegExp): Promise<void>;
  type(label: string, value: string): void;
  open(panel: string): Promise<void>;
  /** Calls for which it answers with an error are refused as Google refuses them. */
  failing: (name: string) => Error | undefined;
};

/** The sidebar as it ships, in a page of its own, with the add-on behind it. */
export async function sidebarPage(
  host: AddonHost = addonHost(),
  hash = "",
  failing: SidebarPage["failing"] = () => undefined,
): Promise<SidebarPage> {
  const dom = new JSDOM(
    `<!DOCTYPE html><html lang='en'><head>${functionsElement()}</head><body><div id='frame'></div></body></html>`,
    {
      url: `https://sidebar.example/${hash}`,
      runScripts: "outside-only",
      pretendToBeVisual: true,
    },
  );
  const { window } = dom;
  const { document } = window;
  const calls: string[] = [];
  const page: SidebarPage = {
    host,
    document,
    window,
    calls,
    failing,
    until: async (found) => {
      for (let waited = 0; waited < 3000; waited++) {
        const value = found();
        if (value) return value;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      throw new Error(`Not there after half a minute; the page says: ${page.words()}`);
    },
    words: () => (document.body.textContent ?? "").replace(/\s+/g, " "),
    button: (words) => {
      const fits = (text: string) =>
        typeof words === "string" ? text === words : words.test(text);
      const found = [...document.querySelectorAll("button")].find((button) =>
        fits(button.textContent ?? ""),
      );
      if (!found) throw new Error(`No button ${words}; the page says: ${page.words()}`);
      return found;
    },
    field: <Control extends HTMLElement>(label: string) => {
      const found = [...document.querySelectorAll("label")].find(
        (one) => one.textContent === label,
      );
      const control = found?.htmlFor
        ? document.getElementById(found.htmlFor)
        : found?.querySelector("input, select");
      if (!control) throw new Error(`No field ${label}; the page says: ${page.words()}`);
      return control as Control;
    },
    click: async (words) => {
      const button = page.button(words);
      if (button.disabled) throw new Error(`The button ${words} rests.`);
      button.click();
      await new Promise((resolve) => setTimeout(resolve, 0));
    },
    type: (label, value) => {
      const control = page.field<HTMLInputElement>(label);
      control.value = value;
      control.dispatchEvent(new window.Event("input", { bubbles: true }));
      control.dispatchEvent(new window.Event("change", { bubbles: true }));
    },
    open: async (panel) => {
      window.location.hash = panel;
      await page.until(() => document.querySelector(`[data-panel="${panel}"]`)?.textContent);
    },
  };
  // A page without layout has nothing to scroll.
  window.Element.prototype.scrollIntoView = () => undefined;
  Object.assign(window, { google: { script: { run: runner(page) } }, TextDecoder });
  window.eval(pageScript());
  return page;
}

type Handlers = { done?: (value: unknown) => void; failed?: (error: Error) => void };

/** google.script.run in front of the local host: it answers later, and what crosses is data alone. */
function runner(page: SidebarPage, handlers: Handlers = {}): object {
  return new Proxy(
    {},
    {
      get: (_, name) => {
        if (name === "withSuccessHandler")
          return (done: Handlers["done"]) => runner(page, { ...handlers, done });
        if (name === "withFailureHandler")
          return (failed: Handlers["failed"]) => runner(page, { ...handlers, failed });
        return (...args: unknown[]) => {
          page.calls.push(String(name));
          setTimeout(() => {
            const refusal = page.failing(String(name));
            if (refusal) return handlers.failed?.(refusal);
            try {
              handlers.done?.(page.host.call(String(name), ...args));
            } catch (error) {
              handlers.failed?.(error as Error);
            }
          }, 0);
        };
      },
    },
  );
}
