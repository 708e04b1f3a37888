import type { ImportResult, ImportsView } from "../../src/addon/calls/requests.ts";
import { fill, h } from "../dom.ts";
import { shownNumber } from "../notation.ts";
import type { Panel, PanelContext } from "../panel.ts";
import { button, buttonBar } from "../parts/button.ts";
import { askFirst } from "../parts/confirm.ts";
import { rowList } from "../parts/rows.ts";
import { disclosure, section } from "../parts/section.ts";
import { workLine } from "../parts/workLine.ts";
import { chooseSource } from "./import/chooseSource.ts";
import { importJob } from "./import/importJob.ts";
import { type Job, jobsOf } from "./import/upload.ts";

export const importPanel: Panel = {
  id: "import",
  title: "Import",
  about:
    "Brings CRM exports into this spreadsheet. You see what changes before anything is written.",
  show: (root, context) => showSources(root, context, []),
};

type Done = { readonly file: string; readonly result: ImportResult | undefined };

/** Where to take data from, what the imports just done have given, and the ones before. */
function showSources(root: HTMLElement, context: PanelContext, done: readonly Done[]): void {
  context.keep(false);
  const line = workLine(() => root);
  const place = h("div", {});
  const read = async (files: readonly File[]) => {
    context.keep(true);
    const jobs = await line.run({
      doing: "Reading…",
      cancel: true,
      task: (progress) => jobsOf(files, progress),
      failed: () => context.keep(false),
    });
    if (jobs && jobs.length > 0) runJobs(root, context, jobs, view?.tables ?? []);
    else context.keep(false);
  };
  let view: ImportsView | undefined;
  const draw = (shown: ImportsView) => {
    view = shown;
    fill(
      place,
      chooseSource(
        shown.tabs,
        {
          files: (files) => void read(files),
          tab: (tab) => {
            context.keep(true);
            runJobs(root, context, [{ file: tab, source: { tab }, notes: [] }], shown.tables);
          },
        },
        { isNext: done.length === 0 },
      ),
      line.node,
      lastImports(root, context, shown),
    );
  };
  fill(root, done.length > 0 ? doneSection(context, done) : undefined, place, line.node);
  void line.run({
    doing: "Looking at the last imports…",
    task: async () => draw(await context.server.revopsImports()),
  });
}

function runJobs(
  root: HTMLElement,
  context: PanelContext,
  jobs: readonly Job[],
  tables: readonly string[],
): void {
  const batch = `import ${Date.now()}`;
  const shared = { date: "", isTrusted: false };
  const done: Done[] = [];
  const next = () => {
    const job = jobs[done.length];
    if (!job) {
      showSources(root, context, done);
      void context.reload().catch(() => undefined);
      return;
    }
    importJob(root, context, job, {
      tables,
      batch,
      shared,
      left: jobs.length - done.length - 1,
      turn: jobs.length === 1 ? "" : `${done.length + 1} of ${jobs.length}: ${job.file}`,
      finished: (result) => {
        done.push({ file: job.file, result });
        next();
      },
    });
  };
  next();
}

function doneSection(context: PanelContext, done: readonly Done[]): HTMLElement {
  const rows = done.map(({ file, result }) => ({
    title: file,
    badge:
      result?.sheet !== undefined
        ? ({ word: "imported", tone: "good" } as const)
        : ({ word: "left out", tone: "neutral" } as const),
    text: h("div", {}, doneText(result), notesOf(result)),
  }));
  return section(
    "Done",
    undefined,
    rowList(rows, ""),
    buttonBar(
      button("Run a report", () => context.open("reports"), { kind: "primary" }),
      button("See the setup", () => context.open("start")),
    ),
  );
}

function doneText(result: ImportResult | undefined): string {
  if (!result) return "Nothing was written.";
  // A file of a kind that has no sheet here says so itself.
  if (result.sheet === undefined) return ["Nothing was written.", ...result.notes].join(" ");
  const open = result.questions.map(({ text, until }) =>
    until === undefined ? `Left blank, as it has no answer: ${text}` : `No answer: ${until}.`,
  );
  return [`${result.sheet}: ${countsOf(result)}.`, ...open].join(" ");
}

/** What was decided about a file whose preview may have gone by unread. */
function notesOf(result: ImportResult | undefined): HTMLElement | undefined {
  if (result?.sheet === undefined || result.notes.length === 0) return undefined;
  return disclosure(
    "Notes",
    result.notes.map((note) => h("p", { class: "help" }, note)),
  );
}

/** `4 new, 1 changed`: what there is none of is not said. */
function countsOf(result: ImportResult): string {
  const counts = (["new", "changed", "unchanged", "gone", "rejected"] as const)
    .filter((kind) => result[kind] > 0)
    .map((kind) => `${shownNumber(result[kind])} ${kind}`);
  return counts.join(", ") || "nothing new";
}

function lastImports(root: HTMLElement, context: PanelContext, view: ImportsView): HTMLElement {
  const { imports, undo } = view;
  const line = workLine(() => root);
  const question = h("div", {});
  const takeBack = async () => {
    const said = await line.run({
      doing: "Taking the last import back…",
      task: () => context.server.revopsUndoImport(),
    });
    if (said === undefined) return;
    await context.reload().catch(() => undefined);
    fill(list, rowList([], "The last import was taken back."));
    line.say(said);
  };
  const undoButton =
    undo.length > 0
      ? button("Undo the last import", () =>
          askFirst(
            question,
            `Take back the import of ${undo.join(", ")}? The spreadsheet is then as it was before; what you edited since stays.`,
            "Take it back",
            () => void takeBack(),
          ),
        )
      : undefined;
  const list = h(
    "div",
    {},
    rowList(
      imports.map(({ file, table, at, text }) => ({
        title: file,
        text: `${[table, at].filter((part) => part !== "").join(", ")}: ${text}`,
      })),
      "No imports yet.",
    ),
    undoButton ? buttonBar(undoButton) : undefined,
    question,
  );
  return section("Last imports", undefined, list, line.node);
}
