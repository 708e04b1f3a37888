import {
  type Assessment,
  assess,
  type QualificationAnswer,
} from "../../core/qualification/assessment.ts";
import type { Framework } from "../../core/qualification/frameworks.ts";
import { recordKey } from "../../core/recordKey.ts";
import type { ReportRequest } from "../report.ts";

/** What the answers on the Qualification sheet come to for one record. */
export type Assessed = { readonly framework: Framework; readonly found: Assessment };

/** Finds a record's assessments, those of frameworks alone of which a question was answered. */
export function assessedRecords({
  tables,
  settings,
  asOf,
}: ReportRequest): (id: string) => readonly Assessed[] {
  const { frameworks } = settings;
  const byRecord = new Map<string, QualificationAnswer[]>();
  for (const row of tables.qualification?.rows ?? []) {
    const key = recordKey(row.recordId);
    const known = byRecord.get(key);
    if (known) known.push(row);
    else byRecord.set(key, [row]);
  }
  return (id) => {
    const answers = byRecord.get(recordKey(id));
    if (!answers) return [];
    return frameworks
      .map((framework) => ({ framework, found: assess(framework, answers, asOf) }))
      .filter(({ found }) => found.score !== undefined);
  };
}

/** Stop conditions to which somebody answered yes, as long as the answers hold. */
export function heldStops(assessed: readonly Assessed[]): string[] {
  return assessed.flatMap(({ framework, found }) =>
    framework.kind !== "stops" || found.isExpired
      ? []
      : framework.questions
          .filter((_, at) => (found.points[at] ?? 0) > 0)
          .map(({ id }) => id.toLowerCase()),
  );
}
