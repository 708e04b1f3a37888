import type { SidebarStart } from "../src/addon/start/startTypes.ts";
import type { Server } from "./server.ts";

// How to add a panel: a file in panels/ that exports a `Panel`, and a line in panels/catalog.ts.
//
// - `show` gets an empty element on screen and fills it with `h` of dom.ts and the parts in parts/. The frame has
//   already written the title and the one line about it.
// - The add-on is asked through `context.server`, inside `workLine().run`, which shows progress, failure and a
//   button to try again. Panels never compute figures and never keep settings of their own.
// - `show` runs anew each time the panel is opened, except while the panel has called `keep(true)`: then what
//   it shows stays as it is. Call it when a person has typed something unsaved or while something runs, and
//   `keep(false)` after that. Closing the sidebar with unsaved input asks first.
// - Words from the workbook are only ever children of `h`, never markup.

/** One page of the sidebar. */
export type Panel = {
  /** Stands in the address behind #, and is what is remembered. */
  readonly id: string;
  readonly title: string;
  /** One line that says what this is for. */
  readonly about: string;
  readonly show: (root: HTMLElement, context: PanelContext) => void;
};

export type PanelContext = {
  readonly server: Server;
  /** What the opening call said about the workbook, or the last `reload`. */
  readonly start: () => SidebarStart;
  /** Asks again, after something that changes what the Start panel says. */
  readonly reload: () => Promise<SidebarStart>;
  /** Opens another panel. */
  readonly open: (panel: string) => void;
  readonly keep: (hasWork: boolean) => void;
};
