import type { Day } from "../../core/calendar/day.ts";
import type { Book } from "../book.ts";
import { sourceGroups } from "../dataQuality/sourceGroups.ts";
import { evidenceOf } from "../parts/evidence.ts";
import { sayCount, sayList, sayNumber } from "../parts/words.ts";
import type { Finding } from "../report.ts";
import type { Found } from "./find.ts";

/** Deals open in two sources at amounts that are not one: nobody can merge them here, but the pipeline holds both. */
export function openTwiceFindings(
  book: Book,
  found: readonly Found[],
  due: Day,
): readonly Finding[] {
  const groups = found
    .filter(({ subject }) => subject.rule === "sources.deals")
    .flatMap((one) => {
      const merged = new Set(
        one.groups.flatMap(({ merge }) => merge.map(({ record }) => record.id)),
      );
      return sourceGroups(book, one)
        .map((group) => group.filter(({ openAmount }) => openAmount !== undefined))
        .filter((group) => !group.some(({ id }) => merged.has(id)));
    })
    .filter(([one, ...others]) => others.some(({ openAmount }) => openAmount !== one?.openAmount));
  const [first] = groups;
  if (first === undefined) return [];
  const amounts = first.map(({ openAmount = 0, source }) =>
    `${book.currency} ${sayNumber(openAmount)} in ${source}`.trim(),
  );
  const [deals, them] = groups.length === 1 ? ["deal is", "it"] : ["deals are", "them"];
  return [
    {
      id: "open_twice",
      matter: "open_twice",
      severity: "high",
      what: `${sayCount(groups.length, deals, deals)} open in two sources at different amounts, so the pipeline counts ${them} twice: ${first[0]?.name} (${sayList(amounts)})${groups.length === 1 ? "" : " and others"}.`,
      ...evidenceOf(groups.flat(), ({ id }) => id),
      action:
        "Agree on one amount and close the other deal out in its CRM; report Data quality sets them side by side, field by field.",
      owner: "Each owner",
      due,
    },
  ];
}
