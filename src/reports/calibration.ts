import { openBook } from "./book.ts";
import { measure } from "./calibration/measured.ts";
import { binsTable, modelTable, scoreTable, stagesTable } from "./calibration/tables.ts";
import {
  calibrationAnswer,
  calibrationCharts,
  calibrationFigures,
  calibrationFindings,
  calibrationNotes,
} from "./calibration/words.ts";
import { sayDay } from "./parts/words.ts";
import type { Report, ReportDefinition, ReportRequest } from "./report.ts";

function build(request: ReportRequest): Report {
  const book = openBook(request);
  const measured = measure(book);
  const { parts, model } = measured;
  const [bins, stages] = [binsTable(measured), stagesTable(measured)];
  const findings = calibrationFindings(measured, stages);
  const sum = parts
    ? parts.reliability - parts.resolution + parts.uncertainty + parts.within - parts.score
    : 0;
  return {
    name: "calibration",
    title: "Calibration",
    period: request.period,
    asOf: request.asOf,
    currency: book.currency,
    scope: "All owners",
    answer: calibrationAnswer(measured),
    figures: calibrationFigures(measured),
    charts: calibrationCharts(measured, bins, stages),
    sections: [
      {
        id: "bins",
        heading: "Reliability",
        reading: "Deals by the probability they were given, and what share of them was won.",
        table: bins,
      },
      {
        id: "stages",
        heading: "By stage",
        reading: "What each stage says, and what came of the deals that entered it.",
        table: stages,
      },
      {
        id: "findings",
        heading: "What to do",
        reading:
          findings.length === 0
            ? "No change is proposed."
            : "What would make the weighted forecast honest.",
        findings,
      },
      {
        id: "score",
        heading: "The score taken apart",
        reading: "Reliability is what calibration can mend; resolution is what better signals can.",
        table: scoreTable(measured),
      },
      {
        id: "model",
        heading: "The fitted win model",
        reading: model
          ? `Fitted on data up to ${sayDay(model.trainedAsOf)}, held against past days it had not seen.`
          : "None is fitted yet.",
        table: modelTable(measured),
      },
    ],
    notes: calibrationNotes(measured),
    checks: [
      {
        id: "parts_add_up",
        label: "Parts of the Brier score less the score",
        value: Math.round(sum * 1e9) / 1e9 || 0,
      },
    ],
  };
}

/** Do probabilities come true as often as they say? */
export const calibration: ReportDefinition = {
  name: "calibration",
  title: "Calibration",
  about:
    "Win probabilities held against what became of the deals: reliability by range and by stage, the Brier score taken apart, and how far chance alone explains it.",
  menuLabel: "Check win probabilities",
  needs: ["opportunities"],
  uses: ["opportunityHistory", "snapshots", "winModel"],
  build,
};
