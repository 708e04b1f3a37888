import type { FunctionCall } from "../functions/functionTypes.ts";

export type SetupPart = "data" | "stages" | "quotas" | "calendar" | "scoring" | "territories";

/** One thing that a workbook needs to be set up, and the click that comes next. */
export type SetupItem = {
  readonly id: SetupPart;
  readonly title: string;
  /**
   * `default`: works with documented defaults. `optional`: nobody needs it for reports. `check`: there, but something
   * in it wants a look.
   */
  readonly state: "done" | "default" | "optional" | "missing" | "check";
  readonly text: string;
  /** Words of the button, and the panel it opens. */
  readonly action: string;
  readonly panel: string;
};

/** One number about the workbook's own data, with the formula that gives the same in a cell. */
export type Headline = {
  readonly label: string;
  readonly value: number;
  readonly format: "money" | "percent";
  readonly currency: string;
  readonly context: string;
  readonly formula: string;
  /** The same as it is put into a cell. */
  readonly call: FunctionCall;
};

/** Everything that the sidebar's first panel shows. */
export type SidebarStart = {
  readonly version: string;
  /** The panel that was open last. */
  readonly panel?: string;
  /** As Sheets writes it: `de_DE`. */
  readonly locale: string;
  readonly setup: readonly SetupItem[];
  readonly headline?: Headline;
  /** True: the sheets are free of CRM data, so that the sample can go in. */
  readonly isEmpty: boolean;
};
