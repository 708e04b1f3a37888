import type { MenuItem } from "../host/hostState.ts";

/** A revision of the spreadsheet component's own collaboration; we read only its commands. */
export type Revision = {
  readonly type: string;
  readonly clientId?: string;
  readonly serverRevisionId: string;
  readonly nextRevisionId: string;
  readonly undoneRevisionId?: string;
  readonly redoneRevisionId?: string;
  readonly commands?: readonly Command[];
  readonly version: number;
};

/** Where somebody is; the component's own. */
export type Presence = Revision;

export type Command = { readonly type: string } & Readonly<Record<string, unknown>>;

/** What a cell of the page holds after a person changed it, 0-based; borders are 0 where nobody touched them. */
export type Claim = readonly [
  row: number,
  column: number,
  content: string,
  format: string | null,
  style: PageStyle | null,
  borders: PageBorders | null | 0,
];

export type SheetClaims = { readonly sheetId: string; readonly cells: readonly Claim[] };

export type PageStyle = {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strikethrough?: boolean;
  readonly underline?: boolean;
  readonly align?: "left" | "center" | "right";
  readonly verticalAlign?: "top" | "middle" | "bottom";
  readonly wrapping?: "overflow" | "wrap" | "clip";
  readonly fillColor?: string;
  readonly textColor?: string;
  readonly fontSize?: number;
};

export type PageBorder = { readonly style: string; readonly color: string };
export type PageBorders = Readonly<
  Partial<Record<"top" | "bottom" | "left" | "right", PageBorder>>
>;

/** One value of a formula: `m` explains an error, `f` is the format that the formula implies, `l` what a click opens. */
export type ShownValue = {
  readonly v: string | number | boolean | null;
  readonly f?: string;
  readonly m?: string;
  readonly l?: string;
};

/** The result of a formula cell, 0-based; several rows and columns where it spills. */
export type ShownResult = {
  readonly row: number;
  readonly column: number;
  readonly rows: readonly (readonly ShownValue[])[];
};

export type SheetResults = { readonly sheetId: string; readonly results: readonly ShownResult[] };

/** Notes of a sheet by `row,column`, 1-based. */
export type SheetNotes = Readonly<Record<string, Readonly<Record<string, string>>>>;

export type FunctionHelp = {
  readonly name: string;
  readonly category: string;
  readonly about: string;
  readonly params: readonly { readonly name: string; readonly about: string }[];
};

export type Snapshot = {
  readonly type: "snapshot";
  /** Who this page is, for the files it sends. */
  readonly page: string;
  readonly data: object;
  readonly results: readonly SheetResults[];
  readonly notes: SheetNotes;
  readonly functions: readonly FunctionHelp[];
  readonly title: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly activeSheet: string | null;
  /** Sheets whose cells come when their tab is opened. */
  readonly unloaded: readonly string[];
  /** Why a sheet's cells are not shown at all, by sheet. */
  readonly refused: Readonly<Record<string, string>>;
};

/** A page of the add-on in a frame. */
export type Panel = {
  readonly type: "panel";
  readonly kind: "sidebar" | "dialog";
  readonly title: string;
  /** Its address on this server; the host sends `html` instead. */
  readonly src: string;
  readonly html?: string;
  readonly width?: number;
  readonly height?: number;
};

export type ToPage =
  | Snapshot
  | { readonly type: "revision"; readonly message: Revision }
  | { readonly type: "presence"; readonly message: Presence }
  | { readonly type: "results"; readonly sheets: readonly SheetResults[] }
  | { readonly type: "notes"; readonly notes: SheetNotes }
  | { readonly type: "menu"; readonly menu: readonly MenuItem[] }
  | {
      readonly type: "toast";
      readonly title: string;
      readonly text: string;
      readonly seconds: number;
    }
  | { readonly type: "error"; readonly text: string }
  | {
      readonly type: "ask";
      readonly id: number;
      readonly kind: "alert" | "prompt";
      readonly title: string;
      readonly text: string;
      readonly buttons: string;
    }
  | Panel
  | { readonly type: "busy"; readonly name: string }
  | { readonly type: "idle" }
  | { readonly type: "activate"; readonly sheetId: string }
  | { readonly type: "reply"; readonly id: number; readonly ok: boolean; readonly value: unknown };

/** Where the person is: what the script sees as the active sheet and cell. */
export type Place = {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
};

export type FromPage =
  | { readonly type: "hello" }
  | { readonly type: "load"; readonly sheetId: string }
  | {
      readonly type: "revision";
      readonly message: Revision;
      /** Null: told later, once everything that is under way has arrived. */
      readonly claims: readonly SheetClaims[] | null;
    }
  | {
      readonly type: "claims";
      /** The last revision that the page knew of when it read its cells. */
      readonly revision: string;
      readonly claims: readonly SheetClaims[];
    }
  /** What was typed and not yet sent when a snapshot came. */
  | {
      readonly type: "rescue";
      readonly revision: string;
      readonly claims: readonly SheetClaims[];
    }
  | { readonly type: "presence"; readonly message: Presence }
  | { readonly type: "menu"; readonly label: string; readonly place: Place | null }
  | {
      readonly type: "call";
      readonly id: number;
      readonly name: string;
      readonly args: readonly unknown[];
      readonly place: Place | null;
    }
  | { readonly type: "answer"; readonly id: number; readonly button: string; readonly text: string }
  | { readonly type: "settings"; readonly locale?: string; readonly timeZone?: string };
