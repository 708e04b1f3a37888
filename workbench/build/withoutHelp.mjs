import { parse } from "acorn";
import { full } from "acorn-walk";

/** What declarations say to people: stubs, the panel's page and the docs have it, and computing needs none of it. */
const OF_FUNCTIONS = new Set(["family", "about", "returns", "errors", "example", "source"]);
const OF_PARAMS = new Set(["about", "unit", "default"]);

/** How columns of tables are declared: field, label, need, about, … */
const COLUMN = /^(id|text|choice|number|money|fraction|date|datetime|boolean)$/;

const keyOf = (property) => property.key?.name ?? property.key?.value;

/** Which of an object's properties are help: those of a declared function, or of a parameter. */
function helpOf(object) {
  const keys = new Set(object.properties.map(keyOf));
  if (keys.has("compute")) return OF_FUNCTIONS;
  return keys.has("about") ? OF_PARAMS : new Set();
}

/** The text about a column that the node declares. */
function aboutColumn(node) {
  if (node.type !== "CallExpression" || !COLUMN.test(node.callee.name ?? "")) return undefined;
  const [field, label, , about] = node.arguments;
  const texts = [field, label, about].map((one) => typeof one?.value);
  return texts.every((type) => type === "string") ? about : undefined;
}

/** A module of declarations without their help; line ends stay where they are. */
export function withoutHelp(code) {
  let text = code;
  const blank = (from, to, instead = "") => {
    const spaces = text.slice(from + instead.length, to).replace(/[^\n]/g, " ");
    text = text.slice(0, from) + instead + spaces + text.slice(to);
  };
  full(parse(code, { ecmaVersion: 2020, sourceType: "module" }), (node) => {
    const about = aboutColumn(node);
    if (about) blank(about.start, about.end, '""');
    if (node.type !== "ObjectExpression") return;
    const help = helpOf(node);
    for (const property of node.properties) {
      if (!help.has(keyOf(property))) continue;
      const comma = /^\s*,/.exec(code.slice(property.end));
      blank(property.start, property.end + (comma?.[0].length ?? 0));
    }
  });
  return text;
}
