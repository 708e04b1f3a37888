import type { Day } from "../../core/calendar/day.ts";
import type { Book } from "../book.ts";
import { evidenceOf, ownerOf } from "../parts/evidence.ts";
import { severityRank } from "../parts/severityRank.ts";
import { sayCount, sayMoney } from "../parts/words.ts";
import type { Finding } from "../report.ts";
import { atStake, type Hit, type Inspected, type Inspection } from "./inspect.ts";

type Broken = {
  readonly hit: Hit;
  readonly records: Inspected[];
  stake: number;
};

/** Every broken rule: by severity, then by value at stake. */
export function hygieneFindings(book: Book, { records }: Inspection, due: Day): readonly Finding[] {
  const broken = new Map<string, Broken>();
  for (const record of records) {
    for (const hit of record.hits) {
      const known = broken.get(hit.rule.id) ?? { hit, records: [], stake: 0 };
      known.records.push(record);
      known.stake += atStake(record.deal) ?? 0;
      broken.set(hit.rule.id, known);
    }
  }
  return [...broken.values()]
    .sort(
      (a, b) =>
        severityRank[a.hit.rule.severity] - severityRank[b.hit.rule.severity] ||
        b.stake - a.stake ||
        b.records.length - a.records.length,
    )
    .map(({ hit, records: concerned, stake }): Finding => {
      const largest = [...concerned].sort(
        (a, b) => (atStake(b.deal) ?? -1) - (atStake(a.deal) ?? -1),
      );
      const worth = stake > 0 ? ` worth ${sayMoney(stake, book.currency)}` : "";
      return {
        id: hit.rule.id,
        matter: hit.rule.id,
        severity: hit.rule.severity,
        what: `${hit.rule.label}: ${sayCount(concerned.length, "record")}${worth}.`,
        ...evidenceOf(largest, ({ deal }) => deal.standing.deal.opportunityId),
        amount: stake > 0 ? stake : undefined,
        action: `${hit.action}.`,
        owner: ownerOf(
          concerned.map(({ deal }) => (deal.owner.key === "" ? "" : deal.owner.label)),
        ),
        due,
      };
    });
}
