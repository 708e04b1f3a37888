import type { FromPage, Panel } from "./protocol.ts";

/** What the thread of the host starts with. */
export type StartData = {
  readonly bundle: string;
  readonly html: Readonly<Record<string, string>>;
  readonly manifest: object;
  /** The workbook file's text. */
  readonly workbook: string;
  /** Two numbers (answered or not, length) and then the answer's text: the host waits on it. */
  readonly answers: SharedArrayBuffer;
  /** For tests: a service call that goes wrong, once. */
  readonly fault?: Fault;
};

/** The first call that begins so, such as `Range.setValues Import log`, while this function runs. */
export type Fault = {
  readonly action: string;
  readonly call: string;
  /** The platform refuses the call, or the host's thread is gone. */
  readonly ends: "refused" | "killed";
};

export type Answer = { readonly button: string; readonly text?: string };

export type FromMain =
  | { readonly type: "page"; readonly page: string; readonly message: FromPage }
  | { readonly type: "left"; readonly page: string }
  | {
      readonly type: "request";
      readonly id: number;
      readonly what: "save" | "xlsx" | "open" | "import";
      readonly name?: string;
      readonly page?: string;
      readonly bytes?: Uint8Array;
    };

export type ToMain =
  | {
      readonly type: "page";
      /** Nobody named: everyone. */
      readonly page: string | undefined;
      /** The message as text: a snapshot is large, and text passes from thread to thread at once. */
      readonly text: string;
    }
  | { readonly type: "panel"; readonly page: string | undefined; readonly panel: Panel }
  | { readonly type: "asking"; readonly id: number; readonly page: string | undefined }
  | {
      readonly type: "answer";
      readonly id: number;
      readonly value?: unknown;
      readonly error?: string;
    }
  | { readonly type: "changed" };
