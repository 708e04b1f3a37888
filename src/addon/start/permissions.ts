/** What the add-on asks Google for, and why; the same as the manifest says. */
export const permissions: readonly { readonly scope: string; readonly why: string }[] = [
  {
    scope: "https://www.googleapis.com/auth/spreadsheets.currentonly",
    why: "Reads and writes this spreadsheet alone: imports, settings and reports are its sheets.",
  },
  {
    scope: "https://www.googleapis.com/auth/script.container.ui",
    why: "Shows the menu, this panel and messages. Nothing is sent to anybody outside Google.",
  },
  {
    scope: "https://www.googleapis.com/auth/script.scriptapp",
    why: "Runs snapshots and digests at times you set. Used only once you switch a schedule on, in the Reports panel.",
  },
];
