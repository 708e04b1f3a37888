/** What the panel shows of each function, as JSON that may stand in a page. */
export function functionViews(declarations) {
  // As it stands a text with "<" could end the element that holds it.
  return JSON.stringify(declarations.map(viewOf)).replaceAll("<", "\\u003c");
}

const viewOf = ({ name, family, about, params, returns, errors, source, example }) => ({
  name,
  family,
  about,
  returns,
  errors,
  source,
  params: params.map((param) => ({
    name: param.name,
    kind: param.kind,
    about: param.about,
    unit: param.unit,
    optional: param.optional,
    default: param.default,
  })),
  example: { formula: example?.formula, result: String(example?.result ?? "") },
});
