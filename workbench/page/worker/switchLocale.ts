import { localeFacts } from "../../host/localeFacts.ts";
import { changeStyles } from "../../host/styles.ts";
import type { WorkbookData } from "../../host/workbook.ts";

/** As in Sheets, a date typed in one locale's usual way is shown in the other's. */
export function switchLocale(workbook: WorkbookData, locale: string): void {
  const [from, to] = [localeFacts(workbook.locale), localeFacts(locale)];
  workbook.locale = locale;
  const patterns = new Map([
    [from.datePattern, to.datePattern],
    [from.dateTimePattern, to.dateTimePattern],
  ]);
  changeStyles(workbook, (style) => {
    const pattern = patterns.get(style.numberFormat ?? "");
    return pattern === undefined ? style : { ...style, numberFormat: pattern };
  });
}
