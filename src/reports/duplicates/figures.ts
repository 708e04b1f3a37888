import { share } from "../parts/tally.ts";
import { sayPercent } from "../parts/words.ts";
import type { Figure } from "../report.ts";
import type { Numbers } from "./numbers.ts";
import { TARGET } from "./tables.ts";

const SOURCE = "Tables of this report";

export function duplicateFigures(numbers: Numbers): readonly Figure[] {
  const { records, surplus, groups, toDecide, value, compared, decided, skippedKeys } = numbers;
  const rate = share(surplus, records);
  const isClean = rate !== undefined && rate < TARGET;
  return [
    {
      id: "duplicates",
      label: "Records to merge",
      value: surplus,
      format: "integer",
      headline: true,
      context: `in ${groups} ${groups === 1 ? "group" : "groups"}`,
      words: "Records of a group less the one that stays, over all groups.",
      source: SOURCE,
      ...(records > 0 && { formula: "SUM({sheets.surplus})" }),
    },
    {
      id: "duplicate_share",
      label: "Duplicate share",
      value: rate,
      format: "percent",
      headline: true,
      context: `target below ${sayPercent(TARGET)}`,
      ...(rate === undefined
        ? {}
        : {
            status: isClean ? ("good" as const) : ("bad" as const),
            statusWord: isClean ? "▲ met" : "▼ missed",
            formula: "{=duplicates}/{=records}",
          }),
      words: "Records to merge / records compared.",
      source: SOURCE,
    },
    {
      id: "to_decide",
      label: "Pairs to decide",
      value: toDecide,
      format: "integer",
      headline: true,
      context: "not sure enough",
      words:
        "Pairs in sheet Duplicate pairs that are neither sure nor decided, nor settled by other pairs.",
      source: SOURCE,
      ...(records > 0 && { formula: "SUM({sheets.decide})" }),
    },
    {
      id: "value_twice",
      label: "Pipeline counted twice",
      value,
      format: "money",
      headline: true,
      context: "open deals to merge",
      words: "Amounts of open deals that are to be merged into another.",
      source: SOURCE,
    },
    {
      id: "records",
      label: "Records compared",
      value: records,
      format: "integer",
      words: "Leads that are not converted, contacts, accounts, and deals with a name.",
      source: "Leads, Contacts, Accounts, Opportunities",
      ...(records > 0 && { formula: "SUM({sheets.records})" }),
    },
    {
      id: "groups",
      label: "Groups",
      value: groups,
      format: "integer",
      words: "Sets of records that are one.",
      source: SOURCE,
      ...(records > 0 && { formula: "SUM({sheets.groups})" }),
    },
    {
      id: "pairs_compared",
      label: "Pairs compared",
      value: compared,
      format: "integer",
      words: "Pairs of records that share a key.",
      source: "The search",
    },
    {
      id: "pairs_decided",
      label: "Pairs decided",
      value: decided,
      format: "integer",
      words: "Pairs with a decision in sheet Duplicate pairs.",
      source: "Duplicate pairs",
    },
    {
      id: "keys_left_out",
      label: "Keys left out",
      value: skippedKeys,
      format: "integer",
      words: "Keys that more than 100 records share, which tell nobody apart.",
      source: "The search",
    },
  ];
}
