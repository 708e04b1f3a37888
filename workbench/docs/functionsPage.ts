import type { CustomFunction, Param } from "../../src/functions/customFunction.ts";

const SPILLS = { row: "spills a row of cells", table: "spills a table" };
const SHAPES: Readonly<Record<CustomFunction["shape"], (spills?: "row" | "table") => string>> = {
  aggregate: (spills) => `Reduces its columns: ${spills ? SPILLS[spills] : "gives one value"}.`,
  rows: () => "Given columns, spills one result per row and repeats single values.",
  records: (spills) =>
    `Takes a table range with its header row and ${spills ? SPILLS[spills] : "spills one result per record"}.`,
};

/** docs/FUNCTIONS.md */
export function functionsPage(
  functions: readonly CustomFunction[],
  methods: ReadonlyMap<string, string>,
): string {
  const families = [...new Set(functions.map((entry) => entry.family))];
  const contents = families.map(
    (family) =>
      `- ${family}: ${functions
        .filter((entry) => entry.family === family)
        .map((entry) => `[${entry.name}](#${entry.name.toLowerCase()})`)
        .join(" · ")}`,
  );
  return [
    "# Custom functions",
    "",
    "Made from the function catalog by `npm run docs`; the same texts stand in the autocomplete of Sheets.",
    "",
    "*Takes* says what an argument may be: a column (a single value counts for every row; columns *in step* belong together row by row), one value, a table with its headings, or a range. Fractions are written 60%, 0.6 or 60; a whole column is read one way. A blank cell, an empty text and a missing value are the same. Columns may be whole columns (`F2:F`): blank cells at their end do not count. What cannot be known is blank, never 0. A wrong argument is one sentence that names the argument, the row, what was found and what was expected. No function reads the clock or a setting by itself: the as-of date and the settings come in as arguments, and the settings sheets publish them as named ranges (`REVOPS_AS_OF`, `REVOPS_STAGES` …).",
    "",
    ...contents,
    "",
    ...families.flatMap((family) => [
      `## ${family}`,
      "",
      ...functions
        .filter((entry) => entry.family === family)
        .flatMap((entry) => entryLines(entry, methods.get(entry.name))),
    ]),
  ].join("\n");
}

function entryLines(entry: CustomFunction, method: string | undefined): string[] {
  const signature = entry.params
    .map((param) => (param.optional ? `[${param.name}]` : param.name))
    .join(", ");
  return [
    `### ${entry.name}`,
    "",
    `\`=${entry.name}(${signature})\``,
    "",
    `${entry.about} ${SHAPES[entry.shape](entry.spills)}`,
    "",
    "| argument | takes | unit | what it is |",
    "|---|---|---|---|",
    ...entry.params.map(
      (param) =>
        `| ${param.name} | ${takenOf(entry, param)} | ${cell(unitOf(param))} | ${cell(paramText(param))} |`,
    ),
    "",
    `Returns: ${entry.returns}`,
    "",
    ...(entry.errors.length > 0 ? [`Errors: ${entry.errors.join(" ")}`, ""] : []),
    `Example: \`${entry.example.formula}\` gives \`${JSON.stringify(entry.example.result)}\`.`,
    "",
    `Source: ${entry.source}`,
    "",
    ...(method === undefined ? [] : [`Worked by hand: ${method}.`, ""]),
  ];
}

/** How much of a sheet an argument may be. */
function takenOf({ shape }: CustomFunction, { kind, takes }: Param): string {
  if (kind === "records") return "table with headings";
  if (kind === "settings") return "range";
  if (shape === "rows") return "value or column";
  if (takes === "column" || (shape === "aggregate" && takes === undefined)) return "column";
  return shape === "aggregate" && takes === "paired" ? "column, in step" : "one value";
}

const UNITS: Readonly<Partial<Record<Param["kind"], string>>> = {
  text: "text",
  boolean: "TRUE or FALSE",
  date: "date",
  value: "as the cell holds it",
};

const unitOf = ({ kind, unit }: Param): string => unit ?? UNITS[kind] ?? "";

function paramText(param: Param): string {
  if (!param.optional) return param.about;
  return `${param.about.replace(/[.]?$/, ".")} Optional; without it: ${(param.default ?? "not used").replace(/[.]?$/, ".")}`;
}

const cell = (text: string) => text.replaceAll("|", "\\|").replace(/\s+/g, " ");
