import { MATCH_FROM } from "../core/duplicates/groupRecords.ts";
import { explainPair, groupsFound, searchAll } from "../core/duplicates/search.ts";
import { survivorOf } from "../core/duplicates/survivor.ts";
import type { Cells, CustomFunction, FunctionResult, Param } from "./customFunction.ts";
import { agreesOn, EXPLAINED, explained, family, recordsParam, SOURCE } from "./matchScore.ts";
import { readSearchable, type Searchable } from "./params/listRecords.ts";

const searchedParam: Param = {
  ...recordsParam,
  about: `${recordsParam.about}. Any other list of three columns and more is compared by all of them`,
};
const SEARCH_ERRORS = [
  "A first row without headings, or with fewer than three where none is that of leads, contacts, accounts or deals.",
  "Two columns that claim one field.",
  "A threshold outside 0-100 %.",
];

const matchFromParam: Param = {
  name: "match_from",
  kind: "fraction",
  unit: "fraction 0-1",
  optional: true,
  default: "90%",
  about: "Probability from which two records count as one",
};

function duplicates(cells: Cells, matchFrom: number | undefined): FunctionResult[][] {
  const { records, data } = readSearchable("records", cells);
  const { search, state } = searchAll(data);
  const groups = groupsFound(search, state, [], matchFrom);
  const header = ["Group", "Record", "Name", "Proposal", "Probability", "Agrees on"];
  const lines = groups.flatMap((group, index) => {
    const members = group.map((at) => records[at] as Searchable["records"][number]);
    const kept = survivorOf(members);
    const master = group[kept] ?? 0;
    return group.map((at, place): FunctionResult[] => {
      const { id = "", name = "" } = members[place] ?? {};
      if (place === kept) return [index + 1, id, name, "keep", undefined, undefined];
      const { probability, parts } = explainPair(search, state, master, at);
      return [
        index + 1,
        id,
        name,
        `merge into ${members[kept]?.id ?? ""}`,
        probability,
        agreesOn(parts),
      ];
    });
  });
  return [header, ...lines];
}

function explainedDuplicates(cells: Cells, matchFrom = MATCH_FROM): FunctionResult[][] {
  const { records, data } = readSearchable("records", cells);
  const { search, state } = searchAll(data);
  const labels = search.fields.map(({ field }) => field.label);
  const links = [...state.links].sort(
    (a, b) => b.probability - a.probability || a.a - b.a || a.b - b.b,
  );
  return [
    ["Record", "Other record", "Verdict", ...EXPLAINED, ...labels, "Agrees on"],
    ...links.map(({ a, b, probability, needsPerson }) => [
      records[a]?.id,
      records[b]?.id,
      probability >= matchFrom && !needsPerson ? "same" : "review",
      ...explained(explainPair(search, state, a, b)),
    ]),
  ];
}

export const duplicateFunctions: readonly CustomFunction[] = [
  {
    name: "DUPLICATES",
    family,
    shape: "records",
    spills: "table",
    about:
      "Groups of records that are the same person, company or deal, with the one to keep. Nothing is changed: it is a proposal.",
    params: [searchedParam, matchFromParam],
    returns:
      "A header row, then one row per record in a group: group, record (its id, else its row), name, keep or merge into which, probability that it is the record kept, and what the two agree on. Kept is the record with the latest activity, then the most complete, then the oldest.",
    errors: SEARCH_ERRORS,
    example: {
      formula:
        '=INDEX(DUPLICATES({"Lead ID","Last Name","Email","Phone";"a","Lee","b.lee@acme.com","";"b","Ray","ray@beta.io","";"c","Lee","b.lee@acme.com","555 010 4477"}), 2, 4)',
      result: "merge into c",
    },
    source: SOURCE,
    compute: duplicates,
  },
  {
    name: "DUPLICATES_EXPLAIN",
    family,
    shape: "records",
    spills: "table",
    about:
      "Every pair of records that may be one, with what each field adds, in bits: the start and the parts add up to the weight.",
    params: [searchedParam, matchFromParam],
    returns:
      "A header row, then one row per pair from 50 % on, the likeliest first: both records, verdict, probability, weight, start, one part per field, and what they agree on.",
    errors: SEARCH_ERRORS,
    example: {
      formula:
        '=INDEX(DUPLICATES_EXPLAIN({"Account ID","Account Name","Domain";"1","Acme Inc","acme.com";"2","Bell","bell.io";"3","ACME","acme.com"}), 2, 3)',
      result: "same",
    },
    source: SOURCE,
    compute: explainedDuplicates,
  },
];
