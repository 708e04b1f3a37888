import { plainText, type StageIndex } from "../core/deals/stageIndex.ts";
import { appliesFrom, type Requirement } from "../core/hygiene/requirement.ts";
import { opportunities } from "../tables/opportunities.ts";
import type { RequiredField } from "./settings.ts";

/** The column of a deal that a required field names by its heading, field name or a heading of an export. */
export function columnNamed(text: string) {
  const wanted = plainText(text);
  return (
    opportunities.columns.find(
      ({ field, label }) => plainText(label) === wanted || plainText(field) === wanted,
    ) ?? opportunities.columns.find(({ aliases }) => aliases.some((a) => plainText(a) === wanted))
  );
}

/** True for a required field of deals, not of leads or contacts. */
export const isAboutDeals = ({ object }: RequiredField): boolean =>
  /^(opportunit|deal)/i.test(object.trim()) || object.trim() === "";

/** The rows of Required fields that are about deals and name a column that deals can have. */
export function dealRequirements(
  rows: readonly RequiredField[],
  stages: StageIndex,
): readonly Requirement[] {
  return rows.filter(isAboutDeals).flatMap((row): Requirement[] => {
    const column = columnNamed(row.field);
    if (column === undefined) return [];
    return [{ field: column.field, label: column.label, applies: appliesFrom(row.stage, stages) }];
  });
}
