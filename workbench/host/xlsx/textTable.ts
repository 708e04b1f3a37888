import { escapeXml, XML_HEAD } from "./xml.ts";

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

  *xml(): Generator<string> {
    const xmlns = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    yield `${XML_HEAD}<sst xmlns="${xmlns}" count="${this.#uses}" uniqueCount="${this.#places.size}">`;
    for (const text of this.#places.keys()) {
      const keep = /^\s|\s$|\n|\s\s/.test(text) ? ' xml:space="preserve"' : "";
      yield `<si><t${keep}>${escapeXml(text)}</t></si>`;
    }
    yield "</sst>";
  }
}
