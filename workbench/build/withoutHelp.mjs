import { parse } from "acorn";
import { full } from "acorn-walk";

/** What declarations say to people: stubs and the panel's page have it, and computing needs none of it. */
const OF_FUNCTIONS = new Set(["family", "about", "returns", "errors", "example", "source"]);
const OF_PARAMS = new Set(["about", "unit", "default"]);

const keyOf = (property) => property.key?.name ?? property.key?.value;

/** Which of an object's properties are help: those of a declared function, or of a parameter. */
function helpOf(object) {
  const keys = new Set(object.properties.map(keyOf));
  if (keys.has("compute")) return OF_FUNCTIONS;
  return keys.has("about") ? OF_PARAMS : new Set();
}

/** A module of declarations without their help; line ends stay where they are. */
export function withoutHelp(code) {
  let text = code;
  const blank = (from, to) => {
    text = text.slice(0, from) + text.slice(from, to).replace(/[^\n]/g, " ") + text.slice(to);
  };
  full(parse(code, { ecmaVersion: 2020, sourceType: "module" }), (node) => {
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
