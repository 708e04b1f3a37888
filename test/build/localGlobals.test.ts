import { resolve } from "node:path";
import vm from "node:vm";
import { expect, it } from "vitest";

const file = resolve(import.meta.dirname, "../../workbench/build/localGlobals.mjs");
const { localGlobals } = (await import(file)) as { localGlobals: (code: string) => string };

it("hands the language's objects to the script, which does as before", () => {
  const code = `"use strict";var RevOps=(()=>{var x=Math.max(2,3);return{x,list:Array.from("ab")}})();\n`;
  const found = localGlobals(code);
  expect(found).toMatch(
    /^"use strict";var RevOps=\(\([\w,]*\bMath\b[\w,]*\)=>\{.*\}\)\([\w,]*\bMath\b[\w,]*\);\n$/,
  );
  const context = vm.createContext({});
  expect(vm.runInContext(`${found}JSON.stringify(RevOps)`, context)).toBe(
    '{"x":3,"list":["a","b"]}',
  );
});

it("refuses a script that is wrapped in another way", () => {
  expect(() => localGlobals("var RevOps=function(){}();\n")).toThrow(/another way/);
});
