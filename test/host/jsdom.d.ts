/** The part of jsdom that the tests use; it ships no types. */
declare module "jsdom" {
  export class JSDOM {
    constructor(
      text: string,
      options?: {
        contentType?: string;
        url?: string;
        runScripts?: "outside-only";
        pretendToBeVisual?: boolean;
      },
    );
    readonly window: Window & typeof globalThis & { eval(code: string): unknown };
  }
}
