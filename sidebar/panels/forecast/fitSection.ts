import { h } from "../../dom.ts";
import type { PanelContext } from "../../panel.ts";
import { button, buttonBar } from "../../parts/button.ts";
import { section } from "../../parts/section.ts";
import { SLICE, untilDone } from "../../parts/untilDone.ts";
import { workLine } from "../../parts/workLine.ts";

/** Measures on the workbook's own history what the forecast and the deal risk rest on. */
export function fitSection({ server, keep }: PanelContext): HTMLElement {
  const node = h("div", {});
  const line = workLine(() => node);
  const start = async (doing: string, call: () => Promise<string>) => {
    keep(true);
    await line.run({
      doing,
      task: (progress) => untilDone(doing, progress, call),
      done: (said) => said,
      failed: () => keep(false),
    });
    keep(false);
  };
  node.append(
    buttonBar(
      button(
        "Fit the win probabilities",
        () => void start("Fitting the win probabilities…", () => server.revopsFitWinning(SLICE)),
      ),
      button(
        "Fit the deal risk",
        () => void start("Fitting the deal risk…", () => server.revopsFitRisk()),
      ),
    ),
    line.node,
  );
  return section(
    "Learn from what came",
    "Measures the chances on your own decided deals and keeps them in a sheet of their own.",
    node,
  );
}
