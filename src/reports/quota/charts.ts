import type { Book } from "../book.ts";
import { sayPercent } from "../parts/words.ts";
import type { ReportChart, ReportTable } from "../report.ts";

/** Bars of two series that fit with their names. */
const MOST_PEOPLE = 10;

/** Attainment by person beside the number of people in each status; none without a quota. */
export function quotaCharts(
  book: Book,
  reps: ReportTable,
  bands: ReportTable,
  carriers: number,
): readonly ReportChart[] {
  if (carriers === 0) return [];
  const inBand = (row: number) => Number(bands.rows[row]?.cells.people ?? 0);
  const onTrack = inBand(0) + inBand(1);
  const critical = inBand(3);
  const drawn = Math.min(reps.rows.length, MOST_PEOPLE);
  const limit = sayPercent(book.request.settings.options.quotaAtRisk);
  return [
    {
      id: "reps_chart",
      kind: "bar",
      title: `${onTrack} of ${carriers} people ${onTrack === 1 ? "is" : "are"} on track to quota`,
      subtitle: `Closed to date and projection as shares of the quota${drawn < reps.rows.length ? `, the ${drawn} furthest ahead` : ""}`,
      table: "reps",
      category: "name",
      first: drawn,
      series: [
        { column: "attainment", label: "Closed", colour: "#1a73e8" },
        { column: "share", label: "Projected", colour: "#5f6368" },
      ],
      categoryTitle: "Owner",
      valueTitle: "Share of quota",
      format: "percent",
      place: "main",
    },
    {
      id: "bands_chart",
      kind: "column",
      title: `${critical} of ${carriers} ${critical === 1 ? "is" : "are"} projected below ${limit} of quota`,
      subtitle: "People by projected share of quota",
      table: bands.id,
      category: "band",
      series: [{ column: "people", label: "People", colour: "#1a73e8" }],
      categoryTitle: "Status",
      valueTitle: "People",
      format: "integer",
      place: "side",
    },
  ].filter((chart) => chart.table !== reps.id || reps.rows.length > 0) as readonly ReportChart[];
}
