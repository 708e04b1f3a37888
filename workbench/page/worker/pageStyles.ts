import type { WorkbookData } from "../../host/workbook.ts";
import { pageBorders, pageFormat, pageStyle } from "./pageCell.ts";

type Ids = {
  readonly style: number | undefined;
  readonly format: number | undefined;
  readonly border: number | undefined;
};

/** The workbook's styles as the component numbers them: looks, formats and borders apart. */
export class PageStyles {
  readonly styles: Record<number, object> = {};
  readonly formats: Record<number, string> = {};
  readonly borders: Record<number, object> = {};
  readonly #workbook: WorkbookData;
  readonly #ids = new Map<number, Ids>();
  readonly #known = new Map<string, number>();

  constructor(workbook: WorkbookData) {
    this.#workbook = workbook;
  }

  idsOf(look: number): Ids {
    let ids = this.#ids.get(look);
    if (ids === undefined) {
      const style = this.#workbook.styles[look];
      ids = {
        style: this.#number(this.styles, pageStyle(style)),
        format: this.#number(this.formats, pageFormat(style)),
        border: this.#number(this.borders, pageBorders(style)),
      };
      this.#ids.set(look, ids);
    }
    return ids;
  }

  #number<T>(list: Record<number, T>, item: T | undefined): number | undefined {
    if (item === undefined) return undefined;
    const key = JSON.stringify(item);
    let id = this.#known.get(key);
    if (id === undefined) {
      id = Object.keys(list).length + 1;
      this.#known.set(key, id);
      list[id] = item;
    }
    return id;
  }
}
