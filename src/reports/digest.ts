import { alertTable, loggedAlerts, noAlerts } from "./alerts/openAlerts.ts";
import { tableSection } from "./parts/tableSection.ts";
import { sayCount, sayDay, sayList, sayMoney, sayNumber, sayPercent } from "./parts/words.ts";
import type {
  Figure,
  Finding,
  Format,
  Report,
  ReportRequest,
  ReportTable,
  Section,
  Value,
} from "./report.ts";

/** A report with what its figures were when they were last logged. */
export type DigestPart = {
  readonly title: string;
  readonly report: Report;
  /** When that was; undefined: never for this period. */
  readonly since: string | undefined;
  /** By figure: what it was before, for those that differ now. */
  readonly before: ReadonlyMap<string, number | undefined>;
};

const LARGE = 6;
const MOST_FINDINGS = 6;
const NAMED = 3;

const headlinesOf = ({ report }: DigestPart) =>
  report.figures.filter(({ headline }) => headline === true);

function shown(value: Value, format: Format, currency: string): string {
  if (value === undefined) return "–";
  if (typeof value !== "number") return String(value);
  switch (format) {
    case "money":
      return sayMoney(value, currency);
    case "percent":
      return sayPercent(value);
    case "ratio":
      return `${sayNumber(value, 1)} x`;
    case "score":
      return sayNumber(value, 3);
    case "date":
      return sayDay(value);
    default:
      return sayNumber(value, 1);
  }
}

type Change = { readonly figure: Figure; readonly was: string; readonly now: string };

function changesOf(part: DigestPart): Change[] {
  const { currency } = part.report;
  return headlinesOf(part).flatMap((figure) => {
    const { id, value, format } = figure;
    if (!part.before.has(id)) return [];
    const was = shown(part.before.get(id), format, currency);
    return [{ figure, was, now: shown(value, format, currency) }];
  });
}

function answer(parts: readonly DigestPart[]): string {
  const all = parts.flatMap(headlinesOf).length;
  const sinces = parts.flatMap(({ since }) => (since === undefined ? [] : [since])).sort();
  if (sinces[0] === undefined)
    return `The first digest of this period: ${sayCount(all, "headline figure")} of ${sayCount(parts.length, "report")}; the next one says what changed.`;
  const changes = parts.flatMap(changesOf);
  const named = changes
    .slice(0, NAMED)
    .map(({ figure, was, now }) => `${figure.label} from ${was} to ${now}`);
  const list = named.length === 0 ? "" : `: ${named.join("; ")}`;
  return `${changes.length} of ${sayCount(all, "headline figure")} changed since ${sinces[0]}${list}.`;
}

/** The first headline figure of every report, then the second ones, as many as stand side by side. */
function largeFigures(parts: readonly DigestPart[]): Figure[] {
  const chosen: Figure[] = [];
  for (const place of [0, 1, 2]) {
    for (const part of parts) {
      const figure = headlinesOf(part)[place];
      if (!figure || chosen.length === LARGE) continue;
      const { id, label, value, format, status, statusWord } = figure;
      const was = changesOf(part).find((change) => change.figure === figure)?.was;
      chosen.push({
        id: `${part.report.name}_${id}`,
        label,
        value,
        format,
        headline: true,
        context: was === undefined ? part.title : `${part.title}, was ${was}`,
        ...(status && { status }),
        ...(statusWord && { statusWord }),
        words: figure.words,
        source: `Report ${part.title}`,
      });
    }
  }
  return chosen;
}

function figuresTable(part: DigestPart): ReportTable {
  const changes = new Map(changesOf(part).map((change) => [change.figure.id, change]));
  const { currency, name } = part.report;
  return {
    id: `${name}_figures`,
    columns: [
      { id: "figure", label: "Figure", format: "text", span: 3 },
      { id: "now", label: "Now", format: "text", span: 2 },
      { id: "before", label: "Before", format: "text", span: 2 },
      { id: "context", label: "Beside it", format: "text", span: 5 },
    ],
    rows: headlinesOf(part).map(({ id, label, value, format, statusWord = "", context = "" }) => ({
      key: id,
      cells: {
        figure: label,
        now: shown(value, format, currency),
        before: changes.get(id)?.was ?? (part.since === undefined ? "" : "the same"),
        context: [statusWord, context].filter((text) => text !== "").join(", "),
      },
    })),
    empty: "The report has no headline figures.",
  };
}

function firstFindings(parts: readonly DigestPart[]): Finding[] {
  const order = ["high", "medium", "low"];
  const told = new Set<string>();
  return parts
    .flatMap(({ report }) =>
      report.sections.flatMap(({ findings = [] }) =>
        findings.map((finding) => ({ ...finding, id: `${report.name}_${finding.id}` })),
      ),
    )
    .sort(
      (one, other) =>
        order.indexOf(one.severity) - order.indexOf(other.severity) ||
        (other.amount ?? 0) - (one.amount ?? 0),
    )
    .filter(({ matter }) => {
      // What several reports find is to be done once.
      if (matter === undefined) return true;
      const isNew = !told.has(matter);
      told.add(matter);
      return isNew;
    })
    .slice(0, MOST_FINDINGS);
}

/** What the reports of a period say, side by side, and what has changed since they were last looked at. */
export function digestReport(
  parts: readonly [DigestPart, ...DigestPart[]],
  request: Pick<ReportRequest, "tables" | "asOf">,
): Report {
  const [{ report: first }] = parts;
  const findings = firstFindings(parts);
  const wrong = parts.flatMap(({ title, report }) =>
    report.checks
      .filter(({ value }) => Math.abs(value) >= 0.005)
      .map(({ label }) => `${title}: ${label}`),
  );
  const todo: Section = {
    id: "todo",
    heading: "To do first",
    reading:
      findings.length === 0
        ? "No report proposes an action."
        : "The gravest findings of all reports; each report holds the others.",
    findings,
  };
  return {
    name: "digest",
    title: "Digest",
    period: first.period,
    asOf: Math.max(...parts.map(({ report }) => report.asOf)),
    currency: first.currency,
    scope: first.scope,
    answer: answer(parts),
    figures: largeFigures(parts),
    charts: [],
    sections: [
      todo,
      tableSection(
        alertTable("alerts", loggedAlerts(request), noAlerts(request)),
        "Limits crossed",
        "As the last check of the limits left them; each is told as new once.",
      ),
      ...parts.map((part) => ({
        id: part.report.name,
        heading: part.title,
        reading: part.report.answer,
        table: figuresTable(part),
      })),
    ],
    notes: [
      `Made of the reports ${sayList(parts.map(({ title }) => title))}; their own sheets are left as they are. "Before" is what the Forecast log held last for this period.`,
    ],
    checks: [
      {
        id: "checks",
        label:
          wrong.length === 0
            ? "Checks of the reports that are not 0"
            : `Checks of the reports that are not 0 (${sayList(wrong.slice(0, NAMED))})`,
        value: wrong.length,
      },
    ],
  };
}
