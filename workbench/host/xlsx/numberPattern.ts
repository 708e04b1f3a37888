/** A Sheets number pattern as Excel and LibreOffice read it. */
export function excelPattern(pattern: string): string {
  if (pattern === "" || /^(general|automatic)$/i.test(pattern)) return "General";
  return pattern
    .split(/("[^"]*"|\[[^\]]*\]|\\.|_.|\*.)/)
    .map((part, index) => (index % 2 === 1 ? part : plainPart(part)))
    .join("");
}

/** Signs that need quotes outside Sheets: currency, arrows, letters beyond ASCII. */
function plainPart(part: string): string {
  return part.replace(/am\/pm/gi, "AM/PM").replace(/\P{ASCII}+/gu, (literal) => `"${literal}"`);
}
