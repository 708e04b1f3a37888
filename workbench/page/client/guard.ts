import { registries, UIPlugin } from "@odoo/o-spreadsheet";

/** What the component can do and the local host does not keep. */
const REFUSED: Readonly<Record<string, string>> = {
  ADD_MERGE: "merged cells",
  CREATE_TABLE: "tables and filters",
  ADD_PIVOT: "pivot tables",
  CREATE_IMAGE: "pictures",
  CREATE_CHART: "charts made by hand",
  UPDATE_CHART: "changes of charts",
  CREATE_CAROUSEL: "carousels",
  GROUP_HEADERS: "groups of rows and columns",
  LOCK_SHEET: "locked sheets",
  UNLOCK_SHEET: "locked sheets",
  UPDATE_LOCALE: "a locale of the page alone; use File > Locale and time zone",
  ADD_CONDITIONAL_FORMAT: "conditional formats made by hand",
  REMOVE_CONDITIONAL_FORMAT: "changes of conditional formats",
  ADD_DATA_VALIDATION_RULE: "validation rules made by hand",
  REMOVE_DATA_VALIDATION_RULE: "changes of validation rules",
};

/** Refuses what would be lost at the next load, and says so. */
export function refuseUnkept(say: (text: string) => void): void {
  class Guard extends UIPlugin {
    override allowDispatch(command: { type: string }) {
      const what = REFUSED[command.type];
      if (what === undefined) return "Success" as never;
      say(`This local page does not keep ${what}; in Google Sheets that works as usual.`);
      return "Readonly" as never;
    }
  }
  registries.featurePluginRegistry.add("guard", Guard as never);
}
