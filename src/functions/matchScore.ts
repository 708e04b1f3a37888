import { companyCore } from "../core/duplicates/companyCore.ts";
import { codeField } from "../core/duplicates/compareField.ts";
import { believedWeights } from "../core/duplicates/learnWeights.ts";
import { companyDomain } from "../core/duplicates/mailAddress.ts";
import { phoneKey } from "../core/duplicates/phoneKey.ts";
import { type PairScore, scorePair } from "../core/duplicates/scorePair.ts";
import { InputError } from "../core/inputError.ts";
import type { Cells, CustomFunction, FunctionResult, Param } from "./customFunction.ts";
import { comparableData, readComparable } from "./params/duplicateRecords.ts";

export const family = "Data";
export const SOURCE =
  "Fellegi and Sunter (1969), A Theory for Record Linkage; Winkler's likeness of names; weights learned without examples";
const ERRORS = [
  "A first row without headings of leads, contacts, accounts or deals.",
  "Two columns that claim one field.",
];

export const recordsParam: Param = {
  name: "records",
  kind: "records",
  about:
    "Leads, contacts, accounts or deals with their header row; columns are found by name: First Name, Last Name, Email, Phone, Company; Account Name, Domain, City; Opportunity Name, Account Name, Close Date, Amount",
};
/** Each record of the first table with the one in the same row of the second; a single one is compared with all. */
function pairUp(first: Cells, second: Cells): (PairScore | undefined)[] {
  const one = readComparable("first", first);
  const other = readComparable("second", second, one.kind);
  const isSingle = other.rows.length === 1;
  if (!isSingle && other.rows.length !== one.rows.length) {
    throw new InputError(
      `second has ${other.rows.length} records but first has ${one.rows.length}; expected as many, or one`,
    );
  }
  const rows = [...one.rows, ...other.rows];
  const { fields, size } = comparableData(one, rows);
  const coded = fields.map((field) => codeField(field, size));
  const weights = believedWeights(coded);
  return one.rows.map((_, at) => {
    const partner = isSingle ? 0 : at;
    if (!one.records[at]?.isRead || !other.records[partner]?.isRead) return undefined;
    const score = scorePair(coded, weights, at, one.rows.length + partner);
    const isKnown = score.parts.some(({ agreement }) => agreement !== "missing");
    return isKnown ? score : undefined;
  });
}

export const explained = ({ probability, weight, start, parts }: PairScore): FunctionResult[] => [
  probability,
  weight,
  start,
  ...parts.map((part) => part.weight),
  agreesOn(parts),
];

export const agreesOn = (parts: PairScore["parts"]): string =>
  parts
    .filter(({ agreement }) => agreement === "same" || agreement === "close")
    .map(({ label, agreement }) => (agreement === "close" ? `${label} nearly` : label))
    .join(", ");

export const EXPLAINED = ["Probability", "Weight", "Start"];

const pairParams: readonly Param[] = [
  { ...recordsParam, name: "first" },
  {
    ...recordsParam,
    name: "second",
    about:
      "As many records of the same kind, or one that all are compared with, with their header row",
  },
];

export const matchFunctions: readonly CustomFunction[] = [
  {
    name: "DUPLICATE_KEY",
    family,
    shape: "rows",
    about:
      "One text for all ways of writing a person's company, phone and mail domain: rows with the same key are worth a look. Sort or count by it.",
    params: [
      { name: "email", kind: "text", optional: true, default: "not known", about: "Mail address" },
      {
        name: "company",
        kind: "text",
        optional: true,
        default: "not known",
        about: "Company name",
      },
      { name: "phone", kind: "value", optional: true, default: "not known", about: "Phone number" },
    ],
    returns:
      "Mail domain | company without its legal form | last ten digits of the phone; a part that says nothing is empty, and the key is blank when all are. Free mail services are no domain.",
    errors: ["Columns of different heights."],
    example: {
      formula: '=DUPLICATE_KEY("Ann@acme.com", "Acme, Inc.", "+1 (555) 010-4477")',
      result: "acme.com|acme|5550104477",
    },
    source: "Sales operations rule book: e-mail domain, company and phone",
    compute: (
      email: string | undefined,
      company: string | undefined,
      phone: unknown,
    ): FunctionResult => {
      const parts = [
        companyDomain(email) ?? "",
        companyCore(company),
        phoneKey(phone === undefined ? undefined : String(phone)),
      ];
      return parts.every((part) => part === "") ? undefined : parts.join("|");
    },
  },
  {
    name: "MATCH_SCORE",
    family,
    shape: "records",
    about:
      "How likely two records are the same person, company or deal, by what they say alone: 90% and more is a duplicate, 50 to 90% worth a look.",
    params: pairParams,
    returns:
      "A probability per record of first; blank where the two have no filled field in common. Weights are those believed for a list of 1,000 records with 1 % duplicates; DUPLICATES learns them from the list itself.",
    errors: [...ERRORS, "Tables of different heights."],
    example: {
      formula:
        '=MATCH_SCORE({"Account Name","Domain";"Acme GmbH","acme.de"},{"Account Name","Domain";"ACME","www.acme.de"})',
      result: 0.9276061384336212,
    },
    source: SOURCE,
    compute: (first: Cells, second: Cells) =>
      pairUp(first, second).map((score) => [score?.probability]),
  },
  {
    name: "MATCH_SCORE_EXPLAIN",
    family,
    shape: "records",
    spills: "table",
    about:
      "What a match score is made of, in bits: +1 makes a duplicate twice as likely, -1 half as likely. The start and the parts add up to the weight.",
    params: pairParams,
    returns:
      "A header row, then one row per record: probability = 1 / (1 + 2^-weight), weight, start, one part per field (0 where one of the two is blank), and what the two agree on.",
    errors: [...ERRORS, "Tables of different heights."],
    example: {
      formula:
        '=INDEX(MATCH_SCORE_EXPLAIN({"Account Name","Domain";"Acme GmbH","acme.de"},{"Account Name","Domain";"ACME","www.acme.de"}), 2, 10)',
      result: "Company name, Web domain",
    },
    source: SOURCE,
    compute: (first: Cells, second: Cells) => {
      const pairs = pairUp(first, second);
      const known = pairs.find((score) => score !== undefined);
      const labels = known?.parts.map(({ label }) => label) ?? [];
      const blank: FunctionResult[] = new Array(labels.length + 4).fill(undefined);
      return [
        [...EXPLAINED, ...labels, "Agrees on"],
        ...pairs.map((score) => (score === undefined ? blank : explained(score))),
      ];
    },
  },
];
