/**
 * Objects of the language that the script names most. Handed to its one function they are found at once; as globals each
 * use asks the global scope, which a host that guards it answers slowly.
 */
const OFTEN = ["Array", "Float64Array", "Map", "Math", "Number", "Object", "Set", "String"];
const START = "var RevOps=(()=>{";
const END = "})();\n";

/** The minified script with these objects as arguments of its function. */
export function localGlobals(code) {
  const at = code.indexOf(START);
  if (at < 0 || !code.endsWith(END))
    throw new Error("The bundler wraps the script in another way; localGlobals.mjs must follow.");
  const names = OFTEN.join(",");
  const body = code.slice(at + START.length, -END.length);
  return `${code.slice(0, at)}var RevOps=((${names})=>{${body}})(${names});\n`;
}
