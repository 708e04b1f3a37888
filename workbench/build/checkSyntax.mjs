import { parse } from "acorn";
import { ancestor } from "acorn-walk";

/** What the script may name beside its own: the language's own objects and the services of Apps Script. */
const KNOWN = new Set([
  ..."Array ArrayBuffer Atomics BigInt BigInt64Array BigUint64Array Boolean DataView Date Error EvalError Float32Array Float64Array Function Infinity Int8Array Int16Array Int32Array Intl JSON Map Math NaN Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set SharedArrayBuffer String Symbol SyntaxError TypeError URIError Uint8Array Uint8ClampedArray Uint16Array Uint32Array WeakMap WeakRef WeakSet WebAssembly decodeURI decodeURIComponent encodeURI encodeURIComponent escape eval globalThis isFinite isNaN parseFloat parseInt undefined unescape arguments console".split(
    " ",
  ),
  ..."SpreadsheetApp Charts HtmlService PropertiesService CacheService LockService ScriptApp Session UrlFetchApp Utilities Logger".split(
    " ",
  ),
]);

/** Sentences about syntax or globals in the unminified script that Apps Script lacks. */
export function checkGlobalsAndSyntax(code) {
  let tree;
  try {
    // The parser of 2020 knows no class fields, private names or static blocks, as Apps Script's does not.
    tree = parse(code, { ecmaVersion: 2020, sourceType: "script", locations: true });
  } catch (error) {
    return [
      `${fileAt(code, error.loc?.line ?? 1)}: Apps Script cannot parse this: ${error.message}.`,
    ];
  }
  const declared = declaredNames(tree);
  const guarded = guardedNames(tree);
  const problems = new Map();
  visitReferences(tree, (node, functions) => {
    if (declared.has(node.name) || KNOWN.has(node.name)) return;
    if (functions.some((fn) => guarded.get(fn)?.has(node.name))) return;
    if (!problems.has(node.name)) {
      problems.set(
        node.name,
        `${fileAt(code, node.loc.start.line)}: uses "${node.name}", which Apps Script does not have.`,
      );
    }
  });
  return [...problems.values()];
}

/** The comment that the bundler writes before each file's code. */
function fileAt(code, line) {
  const lines = code.split("\n").slice(0, line);
  for (let i = lines.length - 1; i >= 0; i--) {
    const match = /^\s*\/\/ ((?:src|node_modules|test|workbench|sidebar)\/\S+)/.exec(lines[i]);
    if (match) return match[1];
  }
  return "Code.js";
}

function declaredNames(tree) {
  const names = new Set();
  const add = (pattern) => {
    if (!pattern) return;
    if (pattern.type === "Identifier") names.add(pattern.name);
    else if (pattern.type === "ObjectPattern")
      for (const p of pattern.properties) add(p.type === "RestElement" ? p.argument : p.value);
    else if (pattern.type === "ArrayPattern") pattern.elements.forEach(add);
    else if (pattern.type === "AssignmentPattern") add(pattern.left);
    else if (pattern.type === "RestElement") add(pattern.argument);
  };
  const functionNames = (node) => {
    add(node.id);
    node.params.forEach(add);
  };
  ancestor(tree, {
    VariableDeclarator: (node) => add(node.id),
    FunctionDeclaration: functionNames,
    FunctionExpression: functionNames,
    ArrowFunctionExpression: functionNames,
    ClassDeclaration: (node) => add(node.id),
    ClassExpression: (node) => add(node.id),
    CatchClause: (node) => add(node.param),
  });
  return names;
}

const isFunction = (node) => /Function|Program/.test(node.type);

/** Names behind `typeof NAME` by enclosing function: code that asks first may mention what is missing. */
function guardedNames(tree) {
  const guarded = new Map();
  ancestor(tree, {
    UnaryExpression(node, ancestors) {
      if (node.operator !== "typeof" || node.argument.type !== "Identifier") return;
      for (const fn of ancestors.filter(isFunction).slice(-1)) {
        if (!guarded.has(fn)) guarded.set(fn, new Set());
        guarded.get(fn).add(node.argument.name);
      }
    },
  });
  return guarded;
}

function visitReferences(tree, visit) {
  ancestor(tree, {
    Identifier: (node, ancestors) => visit(node, ancestors.filter(isFunction)),
  });
}
