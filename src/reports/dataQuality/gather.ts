import { acceptanceOf } from "../../core/hygiene/cleanUpItem.ts";
import { type Dimension, dataQuality, dimensions } from "../../core/hygiene/dataQuality.ts";
import type { QualityContext } from "../../core/hygiene/qualityRules.ts";
import { rulesInUse } from "../../core/hygiene/ruleSetting.ts";
import type { Book } from "../book.ts";
import { type Found, findDuplicates } from "../duplicates/find.ts";
import type { Inspection } from "../hygiene/inspect.ts";
import { qualityContext } from "../hygiene/qualityContext.ts";
import { type CleanUpEffect, cleanUpEffect } from "../parts/cleanUpEffect.ts";
import type { QualityCheck, Unchecked } from "./check.ts";
import { type Completion, completion } from "./completion.ts";
import { conflictCheck } from "./conflictCheck.ts";
import { dealChecks } from "./dealChecks.ts";
import { dealFacts } from "./dealFacts.ts";
import { linkChecks } from "./links.ts";
import { personFacts } from "./personFacts.ts";
import { recordChecks } from "./recordChecks.ts";
import { type SourceConflicts, sourceConflicts } from "./sourceConflicts.ts";
import { uniquenessChecks } from "./uniqueness.ts";

export type DimensionScore = {
  readonly id: Dimension;
  readonly label: string;
  readonly about: string;
  readonly target: number;
  readonly checked: number;
  readonly failing: number;
  /** Share of sound values; undefined when nothing could be checked. */
  readonly score: number | undefined;
};

export type Quality = {
  readonly checks: readonly QualityCheck[];
  readonly unchecked: readonly Unchecked[];
  readonly conflicts: readonly QualityCheck[];
  /** What is in several sources. */
  readonly sources: SourceConflicts;
  readonly links: readonly QualityCheck[];
  readonly completion: Completion;
  readonly dimensions: readonly DimensionScore[];
  readonly score: number | undefined;
  /** The deals with the rules they break, those that say nothing of the data among them. */
  readonly inspection: Inspection;
  /** Records of all sheets that were looked at. */
  readonly records: number;
  readonly issues: number;
  readonly context: QualityContext;
  readonly effect: CleanUpEffect;
  /** The same, with accepted proposals alone. */
  readonly accepted: CleanUpEffect;
};

/** A check by sheet and record, as a person's decision on it is found again. */
export const itemKey = (sheet: string, recordId: string, check: string): string =>
  `${sheet}/${recordId}/${check}`;

function scoresOf(checks: readonly QualityCheck[]): readonly DimensionScore[] {
  return dimensions.map((dimension): DimensionScore => {
    let [checked, failing] = [0, 0];
    for (const check of checks) {
      if (check.dimension !== dimension.id) continue;
      checked += check.checked;
      failing += check.failing.length;
    }
    return {
      ...dimension,
      checked,
      failing,
      score: checked === 0 ? undefined : Math.max(0, 1 - failing / checked),
    };
  });
}

function openDuplicates(found: readonly Found[]): ReadonlySet<string> {
  return new Set(
    found.flatMap(({ groups }) =>
      groups.flatMap(({ merge }) =>
        merge.flatMap(({ record }) => (record.table.name === "opportunities" ? [record.id] : [])),
      ),
    ),
  );
}

function recordCount({ tables }: Book["request"]): number {
  const { opportunities, leads, contacts, accounts, activities, tickets } = tables;
  return [opportunities, leads, contacts, accounts, activities, tickets].reduce(
    (sum, data) => sum + (data?.rows.length ?? 0),
    0,
  );
}

/** Every check of every sheet, and what it comes to. */
export function gatherQuality(book: Book): Quality {
  const context = qualityContext(book);
  const deals = dealChecks(book, context);
  const found = findDuplicates(book);
  const fields = completion(
    book,
    deals.inspection.records.map(({ deal }) => deal),
  );
  const rules = book.request.settings.hygieneRules;
  const sources = sourceConflicts(book, found, rules);
  const conflicts = rulesInUse(
    [
      ...sources.checks,
      ...[...dealFacts(book), ...personFacts(book)].flatMap((fact) =>
        conflictCheck(fact, rules.get(fact.id)?.systemOfRecord ?? fact.system),
      ),
    ],
    rules,
    ({ id, rule }) => rule ?? id,
  );
  const links = rulesInUse(linkChecks(book), rules);
  const checks = [
    ...deals.checks,
    ...fields.checks,
    ...rulesInUse(recordChecks(book), rules),
    ...links,
    ...conflicts,
    ...uniquenessChecks(book, found),
  ];
  const scores = scoresOf(checks);
  const decisions = new Map(
    book.request.tables.cleanUpList?.rows.map(({ sheet, recordId, check, decision }) => [
      itemKey(sheet, recordId, check),
      acceptanceOf(decision),
    ]),
  );
  const duplicates = openDuplicates(found);
  const isAccepted = (id: string, check: string) =>
    decisions.get(itemKey("Opportunities", id, check)) === true;
  return {
    checks,
    unchecked: [...deals.unchecked, ...fields.unchecked],
    conflicts,
    sources,
    links,
    completion: fields,
    dimensions: scores,
    score: dataQuality(scores.map(({ score }) => score))?.score,
    inspection: deals.inspection,
    records: recordCount(book.request),
    issues: checks.reduce((sum, { failing }) => sum + failing.length, 0),
    context,
    effect: cleanUpEffect(book, deals.inspection, duplicates),
    accepted: cleanUpEffect(
      book,
      deals.inspection,
      new Set([...duplicates].filter((id) => isAccepted(id, "Opportunities.duplicate"))),
      isAccepted,
    ),
  };
}
