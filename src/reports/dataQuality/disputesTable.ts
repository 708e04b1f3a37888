import { sayCount, sayHidden, sayList, sayNumber } from "../parts/words.ts";
import type { Section, TableRow } from "../report.ts";
import type { SourceConflicts, SourceDispute } from "./sourceConflicts.ts";

const MOST_ROWS = 15;
const PROPOSED = {
  "system of record": "By system of record",
  "latest activity": "By latest activity",
} as const;

const rowOf = (one: SourceDispute): TableRow => ({
  key: `${one.record.table.sheet}/${one.record.id}/${one.field}`,
  cells: {
    record: `${one.record.name} (${one.record.id})`,
    field: one.field,
    value: one.value,
    source: one.source,
    other: one.other,
    other_source: one.otherSource,
    proposed: one.reason === undefined ? "No: a person decides" : PROPOSED[one.reason],
  },
});

function reading({ disputes, shared, openTwice, checks, unknown }: SourceConflicts): string {
  const things = `${sayCount(shared, "record")} ${shared === 1 ? "stands" : "stand"} in several sources`;
  const checked = checks.reduce((sum, check) => sum + check.checked, 0);
  const found =
    disputes.length === 0
      ? `which agree in all ${sayCount(checked, "value")} that both give.`
      : `which differ in ${sayNumber(disputes.length, 0)} of ${sayCount(checked, "value")} that both give.`;
  const strange =
    unknown.length === 0
      ? ""
      : ` No record comes from ${sayList([...new Set(unknown)])}, the system of record of sheet Hygiene rules.`;
  const twice =
    openTwice === 0
      ? ""
      : ` ${sayCount(openTwice, "open deal")} of them ${openTwice === 1 ? "counts" : "count"} in the pipeline more than once.`;
  return `${things}, ${found}${twice}${strange}`;
}

/** What two sources say about one account, person or deal, field by field; nothing where there is one source. */
export function disputesSection(sources: SourceConflicts): readonly Section[] {
  if (sources.shared === 0) return [];
  const { disputes } = sources;
  return [
    {
      id: "disputes",
      heading: "Where two sources say different things",
      reading: reading(sources),
      table: {
        id: "disputes",
        columns: [
          { id: "record", label: "Record", format: "text", span: 3 },
          { id: "field", label: "Field", format: "text", span: 1 },
          { id: "value", label: "Value", format: "text", span: 2 },
          { id: "source", label: "Source", format: "text", span: 1 },
          { id: "other", label: "Other value", format: "text", span: 2 },
          { id: "other_source", label: "Source", format: "text", span: 1 },
          { id: "proposed", label: "First value proposed", format: "text", span: 2 },
        ],
        rows: disputes.slice(0, MOST_ROWS).map(rowOf),
        more: sayHidden(disputes.length - MOST_ROWS, "more difference", "in sheet Clean-up list"),
        empty: "The sources agree.",
      },
    },
  ];
}
