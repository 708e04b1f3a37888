import type { Day } from "../../core/calendar/day.ts";
import type { Book } from "../book.ts";
import type { Finding } from "../report.ts";
import { sayCount, sayMoney } from "../words.ts";
import { atStake, type Hit, type Inspected, type Inspection } from "./inspect.ts";

const MOST_EVIDENCE = 5;
const RANK = { high: 0, medium: 1, low: 2 } as const;

type Broken = {
  readonly hit: Hit;
  readonly records: Inspected[];
  stake: number;
};

/** Nobody in particular for a deal without an owner. */
const ownerOf = (record: Inspected | undefined): string | undefined =>
  record === undefined || record.deal.owner.key === "" ? undefined : record.deal.owner.label;

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
        RANK[a.hit.rule.severity] - RANK[b.hit.rule.severity] ||
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
        evidence: largest
          .slice(0, MOST_EVIDENCE)
          .map(({ deal }) => deal.standing.deal.opportunityId),
        more: Math.max(0, concerned.length - MOST_EVIDENCE),
        amount: stake > 0 ? stake : undefined,
        action: `${hit.action}.`,
        owner: concerned.length > 1 ? "Each owner" : ownerOf(concerned[0]),
        due,
      };
    });
}
