import { sheetsFunctions } from "./sheetsFunctions.mjs";

/** Sentences about declarations that Sheets could not offer as they are. */
export function checkDeclarations(declarations) {
  const seen = new Set();
  return declarations.flatMap((declaration) => {
    const twice = seen.has(declaration.name) ? [`${declaration.name}: declared twice.`] : [];
    seen.add(declaration.name);
    return [...nameProblems(declaration.name), ...twice, ...helpProblems(declaration)];
  });
}

function nameProblems(name) {
  return [
    [
      !/^[A-Z][A-Z0-9_]*$/.test(name),
      "a function name is written in capitals, digits and underscores",
    ],
    [name.endsWith("_"), "Apps Script hides functions whose name ends in an underscore"],
    [/^[A-Z]{1,3}[0-9]+$/.test(name), "reads as a cell reference"],
    [sheetsFunctions.has(name), "Sheets has a function of this name already"],
  ].flatMap(([wrong, sentence]) => (wrong ? [`${name}: ${sentence}.`] : []));
}

function helpProblems({ name, about, params = [], returns }) {
  const unnamed = params.filter(
    (param) => !/^[a-z][A-Za-z0-9_]*$/.test(param.name ?? "") || !param.about,
  );
  return [
    ...(params.length === 0
      ? [`${name}: has no parameters, so Sheets would say that it takes none.`]
      : []),
    ...(about && returns ? [] : [`${name}: has no text for its help (about and returns).`]),
    ...unnamed.map(
      (param) => `${name}: parameter "${param.name ?? ""}" needs a plain name and a text.`,
    ),
  ];
}

const TYPES = {
  number: "number",
  fraction: "number",
  text: "string",
  boolean: "boolean",
  date: "Date",
  records: "range",
  settings: "range",
};

/** Autocomplete shows one block of plain text without markup, so everything goes into one line. */
const plain = (text) =>
  text.replace(/\s+/g, " ").replaceAll("*/", "* /").replaceAll("<", "less than ").trim();

function paramText(param) {
  const unit = param.unit ? ` (${param.unit})` : "";
  const optional = param.optional
    ? `. ${param.default ? `Without it: ${param.default}` : "Optional"}.`
    : "";
  return plain(`${param.about}${unit}${optional}`);
}

/** Sheets shows what a function does and takes; what it returns is told by the panel and the docs. */
function customFunctionStub({ name, about, params, example }) {
  const lines = [
    "/**",
    ` * ${plain(about)} Example: ${plain(example.formula)}`,
    " *",
    ...params.map(
      (param) => ` * @param {${TYPES[param.kind] ?? "any"}} ${param.name} ${paramText(param)}`,
    ),
    " * @customfunction",
    " */",
    `function ${name}(${params.map((param) => param.name).join(", ")}) { return RevOps.customFunction("${name}", arguments); }`,
  ];
  return lines.join("\n");
}

/** Top-level functions: the only ones that Sheets, the menu and the sidebar can call. */
export function stubs(entryPoints, declarations) {
  const entries = entryPoints.map(
    ({ name, path }) => `function ${name}() { return ${path}.apply(this, arguments); }`,
  );
  return `${["// Called by the menu, the sidebar and Sheets itself.", ...entries, ...declarations.map(customFunctionStub)].join("\n")}\n`;
}
