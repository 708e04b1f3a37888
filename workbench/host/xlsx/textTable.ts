import { element, escapeXml, XML_HEAD } from "./xml.ts";

/** The workbook's texts, each stored once (`sharedStrings.xml`). */
export class TextTable {
  readonly #places = new Map<string, number>();
  #uses = 0;

  place(text: string): number {
    this.#uses += 1;
    let place = this.#places.get(text);
    if (place === undefined) {
      place = this.#places.size;
      this.#places.set(text, place);
    }
    return place;
  }

  xml(): string {
    const items: string[] = [];
    for (const text of this.#places.keys()) {
      const keep = /^\s|\s$|\n|\s\s/.test(text) ? ' xml:space="preserve"' : "";
      items.push(`<si><t${keep}>${escapeXml(text)}</t></si>`);
    }
    return (
      XML_HEAD +
      element(
        "sst",
        {
          xmlns: "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
          count: this.#uses,
          uniqueCount: items.length,
        },
        items.join(""),
      )
    );
  }
}
