import * as chartParts from "chart.js";
import * as ChartGeo from "chartjs-chart-geo";
import "chartjs-adapter-luxon";
import * as luxon from "luxon";

const { Chart, registerables } = chartParts;
Chart.register(...registerables);
// As in its script for browsers, the parts stand on the class.
for (const [name, part] of Object.entries(chartParts)) {
  if (!(name in Chart)) Object.assign(Chart, { [name]: part });
}
Chart.defaults.font.family = "Arimo, Arial, sans-serif";
Chart.defaults.animation = false;
/** The component knows titles of one line; the finding stands in the first, what is drawn in the second. */
function splitTitle({ config }: chartParts.Chart): void {
  const plugins = config.options?.plugins;
  const title = plugins?.title;
  if (!plugins || typeof title?.text !== "string") return;
  const [first = "", second] = title.text.split("\n");
  if (second === undefined) return;
  Object.assign(title, { text: first, padding: { top: 10, bottom: 2 } });
  const { align } = title;
  Object.assign(plugins, {
    subtitle: { display: true, text: second, align, color: "#5f6368", padding: { bottom: 12 } },
  });
}
Chart.register({ id: "subtitleBelowTitle", beforeInit: splitTitle, beforeUpdate: splitTitle });
// The spreadsheet component looks for its libraries here.
Object.assign(globalThis, { Chart, ChartGeo, luxon });
console.debug = () => {};
