import type { ImportRequest, ImportResult } from "../../../src/addon/calls/requests.ts";
import { fill, h } from "../../dom.ts";
import { shownNumber } from "../../notation.ts";
import type { PanelContext } from "../../panel.ts";
import { button, buttonBar } from "../../parts/button.ts";
import { checkField, selectField, textField } from "../../parts/field.ts";
import { section } from "../../parts/section.ts";
import { workLine } from "../../parts/workLine.ts";
import { type Choices, requestOf, tableAnswer } from "./choices.ts";
import { recordCount, review } from "./review.ts";
import { type Job, sendRows } from "./upload.ts";

export type JobOptions = {
  readonly tables: readonly string[];
  /** Imports of one batch are undone together. */
  readonly batch: string;
  /** `2 of 3`; blank for a single one. */
  readonly turn: string;
  /** How many files wait behind this one. */
  readonly left: number;
  /**
   * What one file hands on to the next: the day of the export as it was last typed, and whether files that raise no
   * question are imported without waiting for a click.
   */
  readonly shared: { date: string; isTrusted: boolean };
  readonly finished: (result: ImportResult | undefined) => void;
};

/** Nothing in the preview waits for a person to decide. */
function isPlain(result: ImportResult): boolean {
  return result.questions.length === 0 && result.issues.length === 0;
}

/** Takes one table from the upload over its preview to the import. Nothing is written before the person says so. */
export function importJob(
  root: HTMLElement,
  context: PanelContext,
  job: Job,
  options: JobOptions,
): void {
  const { server } = context;
  const choices: Choices = { answers: {}, values: {} };
  const preview = h("div", {});
  const actions = h("div", {});
  const line = workLine(() => root);
  let from: ImportRequest["from"] | undefined;
  let isStale = false;
  const remember = checkField({
    label: "Keep these choices for the next file of this kind",
    help: "They stand in the sheet Import mapping.",
    checked: true,
  });

  const stop = () => {
    if (from && "token" in from) server.revopsDropUpload(from.token).catch(() => undefined);
    options.finished(undefined);
  };

  const look = async () => {
    const result = await line.run({
      doing: `Comparing ${job.file} with the spreadsheet…`,
      cancel: from === undefined,
      retry: false,
      task: async (progress) => {
        from ??=
          "tab" in job.source
            ? { tab: job.source.tab }
            : { token: await sendRows(server, job.file, job.source.rows, progress) };
        progress.say(`Comparing ${job.file} with the spreadsheet…`);
        const asked = requestOf(from, job.file, options.shared.date, choices);
        return server.revopsImport({ ...asked, preview: true });
      },
      failed: showRefusal,
    });
    if (!result) return options.finished(undefined);
    isStale = false;
    showPreview(result);
    if (!options.shared.isTrusted) return;
    if (isPlain(result)) void write();
    else options.shared.isTrusted = false;
  };

  /** A file that is not recognised may still be a table that a person can name. */
  const showRefusal = () => {
    const picker = selectField({
      label: "What it holds",
      help: "Choose a table if the file was not recognised.",
      choices: [
        { value: "", label: "Choose…" },
        ...options.tables.map((table) => ({ value: table, label: table })),
      ],
      onChange: (table) => {
        if (table === "") delete choices.answers[tableAnswer(job.file)];
        else choices.answers[tableAnswer(job.file)] = table;
      },
    });
    options.shared.isTrusted = false;
    if (preview.childElementCount === 0) fill(preview, picker.node);
    fill(
      actions,
      buttonBar(
        button("Look again", () => void look(), { kind: "primary" }),
        button("Leave it out", stop),
      ),
    );
  };

  const changed = () => {
    isStale = true;
    drawActions(undefined);
  };

  const showPreview = (result: ImportResult) => {
    // Shown, not typed: what this file tells is not handed on to the next.
    if (result.day !== undefined) date.control.value = result.day;
    fill(preview, review(result, choices, { changed, tables: options.tables }));
    drawActions(result);
  };

  const drawActions = (result: ImportResult | undefined) => {
    const count = result ? recordCount(result) : 0;
    const words =
      count === 0 ? "Import" : `Import ${shownNumber(count)} ${count === 1 ? "record" : "records"}`;
    const hasChoices =
      Object.keys(choices.answers).length > 0 || Object.keys(choices.values).length > 0;
    const { left } = options;
    const takeAll =
      left > 0 && result && !isStale && isPlain(result)
        ? button(`Import all ${left + 1} files`, () => {
            options.shared.isTrusted = true;
            void write();
          })
        : undefined;
    fill(
      actions,
      hasChoices ? remember.node : undefined,
      takeAll
        ? h(
            "p",
            { class: "help" },
            "All files: it stops at one that has a question or a line that cannot be read.",
          )
        : undefined,
      buttonBar(
        isStale
          ? button("Update the preview", () => void look(), { kind: "primary" })
          : button(words, () => void write(), { kind: "primary" }),
        takeAll,
        button("Leave it out", stop),
      ),
    );
  };

  const write = async () => {
    if (!from) return;
    const asked = requestOf(from, job.file, options.shared.date, choices);
    const result = await line.run({
      doing: `Importing ${job.file}…`,
      task: () =>
        server.revopsImport({
          ...asked,
          batch: options.batch,
          remember: remember.control.checked,
        }),
    });
    if (result) options.finished(result);
  };

  const date = textField({
    label: "Day of the export",
    help: "Dated exports keep a snapshot of every deal. Leave it blank if you do not know.",
    type: "date",
    value: options.shared.date,
    onInput: (value) => {
      options.shared.date = value;
      if (from) changed();
    },
  });
  fill(
    root,
    section(
      options.turn === "" ? "Before anything is written" : `File ${options.turn}`,
      job.notes.join(" ") || undefined,
      date.node,
    ),
    preview,
    actions,
    line.node,
  );
  void look();
}
