/** Whether two contents are one to the page, which leaves out the blanks of formulas, but for those in texts and names of tabs. */
export function sameContent(one: string, other: string): boolean {
  return one === other || (one.startsWith("=") && withoutBlanks(one) === withoutBlanks(other));
}

function withoutBlanks(formula: string): string {
  return formula.replace(/("[^"]*"|'[^']*')|\s+/g, (_, quoted: string | undefined) => quoted ?? "");
}
