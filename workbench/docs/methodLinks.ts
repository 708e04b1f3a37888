/** The sections of docs/METHODS.md that say where they show, by the function that shows them: a link for each. */
export function methodLinks(methodsPage: string): ReadonlyMap<string, string> {
  const links = new Map<string, string>();
  for (const section of methodsPage.split(/^(?=###? )/m)) {
    const heading = /^###? (.+)/.exec(section)?.[1];
    const shows = /^\*\*Where it shows\.\*\* (.+)$/m.exec(section)?.[1];
    if (heading === undefined || shows === undefined) continue;
    for (const [, name = ""] of shows.matchAll(/`([A-Z][A-Z_]+)`/g)) {
      if (!links.has(name)) links.set(name, `[${heading}](METHODS.md#${anchorOf(heading)})`);
    }
  }
  return links;
}

/** The address of a heading within its page, as GitHub makes it. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, "")
    .replaceAll(" ", "-");
}
