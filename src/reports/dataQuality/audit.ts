import { isoFromDay } from "../../core/calendar/day.ts";
import type { QualityAudit } from "../../core/hygiene/cleanUpItem.ts";
import { sayCount, sayNumber } from "../parts/words.ts";
import type { ReportTable, Section, TableRow } from "../report.ts";
import type { QualityCheck } from "./check.ts";

type StepId = "duplicates" | "undeliverable" | "toArchive" | "slowDeals" | "undescribed";

type Step = {
  readonly id: StepId;
  readonly label: string;
  readonly about: string;
  readonly where: string;
};

/** What a quarterly audit goes through, in its order. */
const STEPS: readonly Step[] = [
  {
    id: "duplicates",
    label: "Merge duplicates",
    about: "Records that are surely another one",
    where: "Merge proposals",
  },
  {
    id: "undeliverable",
    label: "Check deliverability",
    about: "Addresses that mail does not reach",
    where: "Clean-up list",
  },
  {
    id: "toArchive",
    label: "Archive what is dead",
    about: "Records nobody touched for a year",
    where: "Clean-up list",
  },
  {
    id: "slowDeals",
    label: "Clear stage bottlenecks",
    about: "Open deals too long in their stage",
    where: "Pipeline review",
  },
  {
    id: "undescribed",
    label: "Look up a sample of accounts",
    about: "Those with open deals that lack a field",
    where: "This report",
  },
];

const ENDINGS: Readonly<Record<Exclude<StepId, "undescribed">, readonly string[]>> = {
  duplicates: [".duplicate"],
  undeliverable: [".bad_email", ".bad_delivery"],
  toArchive: [".stale_archive"],
  slowDeals: ["stale_stage"],
};

/** What each step finds to do; undefined where nothing was looked at. */
export function auditCounts(
  checks: readonly QualityCheck[],
  undescribed: number | undefined,
): Pick<QualityAudit, StepId> {
  const counts: { [Id in StepId]?: number } = {};
  for (const [id, endings] of Object.entries(ENDINGS) as [keyof typeof ENDINGS, string[]][]) {
    const own = checks.filter(
      (check) => check.checked > 0 && endings.some((ending) => check.id.endsWith(ending)),
    );
    if (own.length > 0) counts[id] = own.reduce((sum, { failing }) => sum + failing.length, 0);
  }
  if (undescribed !== undefined) counts.undescribed = undescribed;
  return counts;
}

function tableOf(now: QualityAudit, before: QualityAudit | undefined): ReportTable {
  return {
    id: "audit",
    columns: [
      { id: "step", label: "Step", format: "text", span: 3 },
      { id: "about", label: "What is counted", format: "text", span: 3 },
      { id: "count", label: "To do", format: "integer", span: 1 },
      { id: "before", label: "Audit before", format: "integer", span: 1 },
      {
        id: "state",
        label: "State",
        format: "text",
        span: 2,
        status: { "▲ nothing to do": "good", "● to do": "warning" },
      },
      { id: "where", label: "Where", format: "text", span: 2 },
    ],
    rows: STEPS.map(({ id, label, about, where }): TableRow => {
      const count = now[id];
      const state = count === 0 ? "▲ nothing to do" : "● to do";
      return {
        key: id,
        cells: {
          step: label,
          about,
          count,
          before: before?.[id],
          state: count === undefined ? "not in the data" : state,
          where,
        },
      };
    }),
    empty: "There are no records to audit.",
  };
}

/** The audit of the as-of day's quarter as a checklist, beside what the audit before found. */
export function auditSection(audits: readonly QualityAudit[]): Section {
  const heading = "Quarterly audit";
  const [now, before] = audits;
  if (now === undefined) return { id: "audit", heading, reading: "There are no records to audit." };
  const counts = STEPS.flatMap(({ id }) => now[id] ?? []);
  const toDo = counts.filter((count) => count > 0).length;
  const unknown = STEPS.length - counts.length;
  const day = now.asOf === undefined ? "" : ` of ${isoFromDay(now.asOf)}`;
  const by = now.checkedBy === undefined ? "" : ` Checked by ${now.checkedBy}.`;
  return {
    id: "audit",
    heading,
    reading: `${now.quarter}, the counts${day}: ${toDo === 0 ? "nothing to do" : `${sayCount(toDo, "step")} of ${STEPS.length} with something to do`}${unknown === 0 ? "" : `, ${sayNumber(unknown, 0)} not in the data`}.${by} Who checked it and what came of it stand in sheet Quality audits.`,
    table: tableOf(now, before),
  };
}
