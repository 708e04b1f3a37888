import type { CustomFunction, Param } from "../../src/functions/customFunction.ts";

const SHAPES: Readonly<Record<CustomFunction["shape"], string>> = {
  aggregate: "Reduces its columns to one number.",
  rows: "Given columns, spills one result per row and repeats single values.",
  records: "Takes a table range with its header row and spills one result per record.",
};

/** docs/FUNCTIONS.md */
export function functionsPage(functions: readonly CustomFunction[]): string {
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
    "A blank cell, an empty text and a missing value are the same. Columns may be whole columns (`F2:F`): blank cells at their end do not count. What cannot be known is blank, never 0. A wrong argument is one sentence that names the argument, the row, what was found and what was expected. No function reads the clock or a setting by itself: the as-of date and the settings come in as arguments, and the settings sheets publish them as named ranges (`REVOPS_AS_OF`, `REVOPS_STAGES` …).",
    "",
    ...contents,
    "",
    ...families.flatMap((family) => [
      `## ${family}`,
      "",
      ...functions.filter((entry) => entry.family === family).flatMap(entryLines),
    ]),
  ].join("\n");
}

function entryLines(entry: CustomFunction): string[] {
  const signature = entry.params
    .map((param) => (param.optional ? `[${param.name}]` : param.name))
    .join(", ");
  return [
    `### ${entry.name}`,
    "",
    `\`=${entry.name}(${signature})\``,
    "",
    `${entry.about} ${SHAPES[entry.shape]}`,
    "",
    "| argument | unit | what it is |",
    "|---|---|---|",
    ...entry.params.map(
      (param) => `| ${param.name} | ${cell(param.unit ?? "")} | ${cell(paramText(param))} |`,
    ),
    "",
    `Returns: ${entry.returns}`,
    "",
    ...(entry.errors.length > 0 ? [`Errors: ${entry.errors.join(" ")}`, ""] : []),
    `Example: \`${entry.example.formula}\` gives \`${JSON.stringify(entry.example.result)}\`.`,
    "",
    `Source: ${entry.source}`,
    "",
  ];
}

function paramText(param: Param): string {
  if (!param.optional) return param.about;
  return `${param.about.replace(/[.]?$/, ".")} Optional; without it: ${(param.default ?? "not used").replace(/[.]?$/, ".")}`;
}

const cell = (text: string) => text.replaceAll("|", "\\|").replace(/\s+/g, " ");
