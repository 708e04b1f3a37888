import type { ReportsView, ReportView } from "../../src/addon/reports/reportTypes.ts";
import { fill, h } from "../dom.ts";
import type { Panel, PanelContext } from "../panel.ts";
import { button } from "../parts/button.ts";
import { rowList } from "../parts/rows.ts";
import { section } from "../parts/section.ts";
import { workLine } from "../parts/workLine.ts";
import { periodOptions } from "./reports/periodOptions.ts";
import { reportCard } from "./reports/reportCard.ts";

export const reportsPanel: Panel = {
  id: "reports",
  title: "Reports",
  about: "Each report is a sheet. Run again, it keeps what you typed into it.",
  show: (root, context) => {
    const line = workLine();
    fill(root, line.node);
    void line
      .run({ doing: "Looking at the reports…", task: () => context.server.revopsReports() })
      .then((view) => view && draw(root, context, view));
  },
};

function draw(root: HTMLElement, context: PanelContext, view: ReportsView): void {
  const { reports, isEmpty } = view;
  if (isEmpty) {
    fill(
      root,
      h("p", {}, "The reports need deals, and there are none yet."),
      button("Import a CRM file", () => context.open("import"), { kind: "primary" }),
      section("Reports", undefined, rowList(reports.map(described), "")),
    );
    return;
  }
  const options = periodOptions(view);
  fill(
    root,
    options.node,
    ...reports.map((report, at) =>
      reportCard(context, report, {
        options: options.read,
        isFirst: at === 0,
        teams: view.teams,
        stages: view.stages,
        pipelines: view.pipelines,
      }),
    ),
    button("Schedule snapshots and digests", () => context.open("schedule"), { kind: "link" }),
  );
}

const described = ({ title, about }: ReportView) => ({ title, text: about });
