import type { Day } from "../../core/calendar/day.ts";
import type { Assessment } from "../../core/qualification/assessment.ts";
import { assessmentWords, verdictWords } from "../../core/qualification/assessmentWords.ts";
import { bantOf, meddicOf } from "../../core/qualification/disqualified.ts";
import {
  bantParts,
  meddicParts,
  partsScore,
  type ScorePart,
} from "../../core/qualification/partsScore.ts";
import { qualificationLevel } from "../../core/qualification/qualificationLevel.ts";
import { sayDay } from "../parts/words.ts";
import type { ReportTable, TableRow, Value } from "../report.ts";
import type { DealCard } from "./numbers.ts";

/** Until when answers hold, and what was not asked. */
function askedDetail({ validUntil, isExpired, open }: Assessment): string {
  const held =
    validUntil === undefined
      ? ""
      : isExpired
        ? `held until ${sayDay(validUntil)}: ask again`
        : `holds until ${sayDay(validUntil)}`;
  const rest = open.length === 0 ? "" : `not asked: ${open.join(", ").toLowerCase()}`;
  return [held, rest].filter(Boolean).join("; ");
}

/** What the record itself keeps of a framework. */
function recorded(
  name: string,
  parts: readonly ScorePart[],
  points: readonly (number | undefined)[],
): TableRow | undefined {
  const inRange = points.map((value, at) =>
    value === undefined ? undefined : Math.max(0, Math.min(value, parts[at]?.most ?? value)),
  );
  const score = partsScore(parts, inRange);
  if (score === undefined) return undefined;
  const open = parts.filter((_, at) => inRange[at] === undefined).map((part) => words(part.name));
  return {
    key: name,
    cells: {
      what: name,
      state: `${score} of 100${verdictWords(qualificationLevel(score), open.length)}`,
      detail: [
        parts
          .flatMap((part, at) =>
            inRange[at] === undefined ? [] : [`${words(part.name)} ${inRange[at]} of ${part.most}`],
          )
          .join(", "),
        open.length === 0 ? "" : `not asked: ${open.join(", ")}`,
      ]
        .filter(Boolean)
        .join("; "),
    },
  };
}

const words = (name: string) => name.replace(/_/g, " ");

const until = (day: Day | undefined) =>
  day === undefined ? "without a stop date" : `until ${sayDay(day)}`;

/** Qualification scores of the record, what its stage and the next one ask for, stop conditions. */
export function qualificationTable({ one, ready, evidence, isOpen }: DealCard): ReportTable {
  const row = (key: string, what: string, state: string, detail: Value): TableRow => ({
    key,
    cells: { what, state, detail },
  });
  const state = (found: NonNullable<typeof ready>) =>
    found.looked === 0
      ? "not known"
      : found.missing.length === 0
        ? "complete"
        : `${found.missing.length} missing`;
  const detail = ({ missing, unknown }: NonNullable<typeof ready>) =>
    [
      missing.length === 0 ? "" : missing.join(", "),
      unknown.length === 0 ? "" : `no column for ${unknown.join(", ")}`,
    ]
      .filter(Boolean)
      .join("; ");
  const { stopCondition, stopDate } = one.facts;
  const criteria = one.deal.standing.stage?.exitCriteria ?? "";
  const asked = one.assessed.filter(({ framework: { kind } }) => kind !== "stops");
  const isAsked = (name: string) => asked.some(({ framework: { id } }) => id === name);
  const rows = [
    ...asked.map(({ framework, found }) =>
      row(
        framework.id,
        framework.title,
        assessmentWords(framework, found) ?? "",
        askedDetail(found),
      ),
    ),
    isAsked("MEDDIC") ? undefined : recorded("MEDDIC", meddicParts, meddicOf(one.facts)),
    isAsked("BANT") ? undefined : recorded("BANT", bantParts, bantOf(one.facts)),
    evidence && isOpen
      ? row("evidence", `Needed in ${evidence.stage.stage}`, state(evidence), detail(evidence))
      : undefined,
    ready && isOpen
      ? row("ready", `Needed for ${ready.stage.stage}`, state(ready), detail(ready))
      : undefined,
    criteria !== "" && isOpen
      ? row("criteria", "Exit criteria", "to confirm", criteria)
      : undefined,
    isOpen && stopCondition !== undefined
      ? row("stop", "Its own stop condition", until(stopDate), stopCondition)
      : undefined,
    isOpen
      ? row(
          "stops",
          "Stop conditions",
          one.stops.length === 0
            ? "none holds"
            : `${one.stops.length} ${one.stops.length === 1 ? "holds" : "hold"}`,
          one.stops.join("; "),
        )
      : undefined,
  ].filter((found) => found !== undefined);
  return {
    id: "qualification",
    columns: [
      { id: "what", label: "What", format: "text", span: 3 },
      { id: "state", label: "State", format: "text", span: 2 },
      { id: "detail", label: "Detail", format: "text", span: 7 },
    ],
    rows,
    empty: "The record holds nothing to qualify by.",
  };
}
