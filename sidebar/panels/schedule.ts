import { fill } from "../dom.ts";
import type { Panel } from "../panel.ts";
import { workLine } from "../parts/workLine.ts";
import { schedulePart } from "./reports/schedule.ts";

export const schedulePanel: Panel = {
  id: "schedule",
  title: "Schedule",
  about: "Snapshots, limits and the digest without anybody clicking.",
  show: (root, context) => {
    const line = workLine();
    fill(root, line.node);
    void line
      .run({ doing: "Looking at the schedule…", task: () => context.server.revopsReports() })
      .then((view) => view && fill(root, schedulePart(context, view.schedule)));
  },
};
