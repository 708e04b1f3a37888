/** Functions of ours that the library does not know by itself and Excel has. */
const ALSO_IN_EXCEL = new Set(["N", "T", "REPT", "SIGN", "QUOTIENT", "MROUND", "MODE", "XMATCH"]);

/** Functions that Excel lacks, has only in its newest edition, or takes other arguments for. */
const VALUE_ONLY = new Set([
  ...[
    "ARRAYFORMULA",
    "ARRAYTOTEXT",
    "CHOOSECOLS",
    "CHOOSEROWS",
    "DROP",
    "EXPAND",
    "FILTER",
    "HSTACK",
  ],
  ...["RANDARRAY", "REGEXEXTRACT", "REGEXMATCH", "REGEXREPLACE", "REGEXTEST", "SEQUENCE", "SORT"],
  ...["SORTN", "SPLIT", "TAKE", "TEXTAFTER", "TEXTBEFORE", "TEXTSPLIT", "TOCOL", "TOROW", "UNIQUE"],
  ...[
    "VSTACK",
    "WRAPCOLS",
    "WRAPROWS",
    "ISDATE",
    "TO_DATE",
    "TO_TEXT",
    "TO_PERCENT",
    "TO_PURE_NUMBER",
  ],
]);

/** Functions younger than the file format carry a prefix in it. */
const YOUNG = new Set([
  ...["ACOT", "ACOTH", "CEILING.MATH", "CONCAT", "COT", "COTH", "COVARIANCE.P", "COVARIANCE.S"],
  ...["CSC", "CSCH", "DAYS", "DECIMAL", "FLOOR.MATH", "FORMULATEXT", "IFNA", "IFS", "ISFORMULA"],
  ...["ISOWEEKNUM", "MAXIFS", "MINIFS", "MUNIT", "PDURATION", "PERCENTILE.EXC", "PERCENTILE.INC"],
  ...["QUARTILE.EXC", "QUARTILE.INC", "RRI", "SEC", "SECH", "STDEV.P", "STDEV.S", "SWITCH"],
  ...["TEXTJOIN", "VAR.P", "VAR.S", "XLOOKUP", "XMATCH", "XOR"],
]);

/** Functions that in Excel take one value at a time unless the formula is an array formula. */
const ONE_AT_A_TIME = new Set(["IF", "IFERROR", "IFNA", "IFS", "SWITCH", "TEXT", "N"]);

/** The function's name in the file; undefined when its result has to be written as a value. */
export function excelName(name: string, isExported: boolean): string | undefined {
  if (VALUE_ONLY.has(name) || !(isExported || ALSO_IN_EXCEL.has(name))) return;
  return YOUNG.has(name) ? `_xlfn.${name}` : name;
}

export function takesOneValue(name: string): boolean {
  return ONE_AT_A_TIME.has(name);
}
