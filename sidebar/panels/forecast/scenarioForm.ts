import type { ScenarioRange, ScenarioView } from "../../../src/addon/forecast/forecastTypes.ts";
import { fill, h } from "../../dom.ts";
import { button, buttonBar } from "../../parts/button.ts";
import { shownFigure } from "../../parts/figure.ts";
import { rowList } from "../../parts/rows.ts";
import { section } from "../../parts/section.ts";
import { workLine } from "../../parts/workLine.ts";
import type { Desk } from "../forecast.ts";
import { numberField } from "./numberField.ts";

const money = (value: number) => shownFigure(value, "money");

function rangeText({ p10, p90, chance }: ScenarioRange): string {
  const quota = chance === undefined ? "" : `; chance of quota ${shownFigure(chance, "percent")}`;
  return `80 %: ${money(p10)} to ${money(p90)}${quota}`;
}

function outcome({ base, scenario, currency }: ScenarioView): HTMLElement {
  const titled = (name: string, { p50 }: ScenarioRange) => `${name}: ${currency} ${money(p50)}`;
  return rowList(
    [
      { title: titled("As it stands", base), text: rangeText(base) },
      { title: titled("With the levers", scenario), text: rangeText(scenario) },
    ],
    "",
  );
}

/** The range of the period, and what the levers make of it. Nothing is written. */
export function scenarioForm({ context, view }: Desk): HTMLElement {
  const lever = (label: string, help?: string) =>
    numberField(`${label}, %`, undefined, () => undefined, help);
  const levers = {
    growth: lever("Pipeline growth"),
    hiring: lever("Hiring", "More selling capacity, and with it more deals."),
    winRate: lever("Win rate", "Odds of winning."),
    dealSize: lever("Deal size"),
    acceleration: lever("Acceleration"),
    slippage: lever("Slippage", "Deals that would be won and slip out of the period."),
  };
  const shown = h("div", { role: "status" });
  const node = h("div", {});
  // The fields stay awake: the next lever can be typed while the range is worked out.
  const line = workLine();
  const asked = () =>
    Object.fromEntries(Object.entries(levers).map(([id, field]) => [id, field.value()]));
  let last = "";
  /** Works the range out, once more where a lever changed meanwhile. */
  const show = async (): Promise<void> => {
    if (line.isRunning()) return;
    const now = asked();
    last = JSON.stringify(now);
    const found = await line.run({
      doing: "Working the range out…",
      task: () => context.server.revopsForecastRange({ period: view.period, levers: now }),
    });
    if (found) fill(shown, outcome(found));
    if (JSON.stringify(asked()) !== last) await show();
  };
  node.addEventListener("change", () => void show());
  node.append(
    section(
      "Levers",
      "By how much each changes; blank changes nothing. The range follows each change.",
      ...Object.values(levers).map((field) => field.node),
      buttonBar(button("Show the range", () => void show())),
      line.node,
      shown,
    ),
  );
  return node;
}
