import type { ReportRunResult } from "../../../src/addon/calls/requests.ts";
import type { ReportSheetView, ReportView } from "../../../src/addon/reports/reportTypes.ts";
import { fill, h } from "../../dom.ts";
import type { PanelContext } from "../../panel.ts";
import { button, buttonBar } from "../../parts/button.ts";
import { textField } from "../../parts/field.ts";
import { rowList } from "../../parts/rows.ts";
import { section } from "../../parts/section.ts";
import { SLICE, untilDone } from "../../parts/untilDone.ts";
import { workLine } from "../../parts/workLine.ts";
import { changedFigures } from "./changedFigures.ts";
import { cutOptions } from "./cutOptions.ts";
import { dayOptions } from "./dayOptions.ts";
import type { RunOptions } from "./periodOptions.ts";
import { stageOptions } from "./stageOptions.ts";

export type CardOptions = {
  readonly options: () => RunOptions | undefined;
  readonly isFirst: boolean;
  /** Offered where a report may be about one team. */
  readonly teams: readonly string[];
  /** Offered where a report may be about some stages or pipelines. */
  readonly stages: readonly string[];
  readonly pipelines: readonly string[];
};

/** One report: run it, see what changed, open its sheets, take a run back or freeze a copy. */
export function reportCard(
  context: PanelContext,
  report: ReportView,
  { options, isFirst, teams, stages, pipelines }: CardOptions,
): HTMLElement {
  const { server } = context;
  const card = h("div", {});
  const outcome = h("div", { "aria-live": "polite" });
  const sheets = h("div", {});
  const line = workLine(() => card);
  const last = h("p", { class: "help" });
  let current = report;
  const days = report.comparesDays ? dayOptions() : undefined;
  const team = report.takesTeam
    ? textField({
        label: "Team",
        help: "A manager with everybody below, one person, or a team. Blank: everybody.",
        list: teams,
      })
    : undefined;
  const narrowed = report.takesStages ? stageOptions(stages, pipelines) : undefined;
  const cut = report.cuts ? cutOptions(report.cuts) : undefined;

  const run = async (preview: boolean) => {
    const chosen = options();
    const between = days ? days.read() : {};
    if (!chosen || !between) return;
    context.keep(true);
    const doing = preview ? `Comparing ${report.title}…` : `Building ${report.title}…`;
    const request = {
      name: report.name,
      ...chosen,
      ...between,
      ...(team ? { team: team.control.value } : {}),
      ...narrowed?.read(),
      ...cut?.read(),
      compare: true,
      preview,
      seconds: SLICE,
    };
    const result = await line.run({
      doing,
      task: (progress) => untilDone(doing, progress, () => server.revopsReport(request)),
      failed: () => context.keep(false),
    });
    context.keep(false);
    if (!result) return;
    showOutcome(result, preview);
    if (!preview) await refresh();
  };

  const showOutcome = (result: ReportRunResult, preview: boolean) =>
    fill(
      outcome,
      h("p", {}, h("strong", {}, result.answer)),
      h(
        "p",
        { class: "help" },
        preview
          ? `${result.period}, as of ${result.asOf}. Nothing was written.`
          : `${result.period}, as of ${result.asOf}, in the sheet ${result.sheet}.`,
      ),
      changedFigures(result),
      ...result.conflicts.map((conflict) => h("p", { class: "help" }, conflict)),
      preview
        ? undefined
        : buttonBar(
            button("Open the sheet", () => void server.revopsShowSheet(result.sheet).catch(tell)),
          ),
    );

  /** After a run or an undo the sheets and what can be undone are asked for again. */
  const refresh = async () => {
    try {
      const view = await server.revopsReports();
      current = view.reports.find(({ name }) => name === report.name) ?? current;
      drawState();
    } catch {
      // The list stays as it was; what was done is said above.
    }
  };

  const act = (doing: string, task: () => Promise<string>) => async () => {
    const said = await line.run({ doing, task, done: (words) => words });
    if (said !== undefined) await refresh();
  };

  const sheetRow = ({ sheet, period, canUndo }: ReportSheetView) => ({
    title: sheet,
    text: period,
    actions: [
      button("Open", () => void server.revopsShowSheet(sheet).catch(tell), {
        kind: "link",
        label: `Open ${sheet}`,
      }),
      ...(canUndo
        ? [
            button(
              "Undo last run",
              () =>
                void act(`Taking back the last run of ${sheet}…`, () =>
                  server.revopsUndoReport(sheet),
                )(),
              { kind: "link", label: `Undo last run of ${sheet}` },
            ),
          ]
        : []),
      button(
        "Frozen copy",
        () =>
          void act(`Copying ${sheet}…`, async () => {
            const copy = await server.revopsFreezeReport(sheet);
            return `${copy} holds values alone: it reads the same without the add-on and no longer changes.`;
          })(),
        { kind: "link", label: `Frozen copy of ${sheet}` },
      ),
    ],
  });
  const tell = (error: unknown) =>
    line.fail(error instanceof Error ? error.message : String(error));
  const compare = button("Compare with last", () => void run(true), {
    label: `Compare with last run of ${report.title}, without writing`,
  });
  const drawState = () => {
    fill(last, lastRunText(current));
    compare.hidden = current.lastRun === undefined;
    const rows = current.sheets.map(sheetRow);
    fill(sheets, rows.length > 0 ? rowList(rows, "") : undefined);
  };

  drawState();
  fill(
    card,
    last,
    report.without.length > 0
      ? h("p", { class: "help" }, `It would tell more with ${report.without.join(", ")}.`)
      : undefined,
    report.lacks.length > 0
      ? h("p", {}, `It needs ${report.lacks.join(", ")}, which is not there yet.`)
      : h("div", {}, days?.node, team?.node, narrowed?.node, cut?.node),
    report.lacks.length > 0
      ? undefined
      : buttonBar(
          button(`Run ${report.title.toLowerCase()}`, () => void run(false), {
            kind: isFirst ? "primary" : "quiet",
          }),
          compare,
        ),
    line.node,
    outcome,
    sheets,
  );
  return section(report.title, report.about, card);
}

function lastRunText({ lastRun }: ReportView): string {
  if (!lastRun) return "Not run yet.";
  return `Last run ${lastRun.at}: ${lastRun.period}, as of ${lastRun.asOf}.`;
}
