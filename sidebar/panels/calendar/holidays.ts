import type { Holidays } from "../../../src/addon/settings/settingsTypes.ts";
import { fill, h } from "../../dom.ts";
import type { PanelContext } from "../../panel.ts";
import { button, buttonBar } from "../../parts/button.ts";
import { areaField, textField } from "../../parts/field.ts";
import { rowList } from "../../parts/rows.ts";
import { disclosure, section } from "../../parts/section.ts";
import { workLine } from "../../parts/workLine.ts";
import type { Draft, SettingCell } from "../../settings/draft.ts";

export const HOLIDAY = "Holiday";

const shownDay = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeZone: "UTC" });

/** Days on which nobody works: typed one by one, pasted as a list, or read from cells. */
export function holidays(context: PanelContext, draft: Draft, changed: () => void): HTMLElement {
  const place = h("div", {});
  const line = workLine(() => node);
  const rows = () =>
    draft.rows.filter(
      (row) => draft.get(row, "Setting") === HOLIDAY && draft.get(row, "Value") !== "",
    );
  const add = (days: readonly string[]) => {
    const known = new Set(rows().map((row) => draft.get(row, "Value")));
    const fresh = days.filter((day) => !known.has(day));
    const blank = draft.rows.find((row) => draft.get(row, "Setting") === HOLIDAY);
    for (const day of fresh) {
      draft.add({
        Setting: HOLIDAY,
        Value: day,
        About: draft.get(blank, "About"),
        Source: draft.get(blank, "Source"),
      });
    }
    if (fresh.length > 0) changed();
    draw();
    return fresh.length;
  };
  const takeIn = (ask: () => Promise<Holidays>) =>
    void line.run({
      doing: "Reading the days…",
      task: ask,
      done: ({ days, unread }) => {
        const count = add(days);
        const words = `${count} new ${count === 1 ? "holiday" : "holidays"} of ${days.length} found.`;
        return unread.length === 0 ? words : `${words} Not read: ${unread.join(" ")}`;
      },
    });
  const day = textField({ label: "Day", type: "date" });
  const pasted = areaField({
    label: "Paste a list",
    help: "One day a line, with or without its name, such as 2026-12-25 Christmas.",
  });
  const range = textField({
    label: "Cells",
    help: "Such as Holidays!A2:A20; blank: the cells that are selected.",
  });
  const addDay = () => {
    day.fail(day.control.value === "" ? "Choose a day." : undefined);
    if (day.control.value !== "") add([day.control.value]);
  };
  const draw = () => {
    const items = rows()
      .sort((one, other) => (draft.get(one, "Value") < draft.get(other, "Value") ? -1 : 1))
      .map((row) =>
        holidayRow(draft, row, () => {
          draft.remove(row);
          changed();
          draw();
        }),
      );
    const words = `${items.length} ${items.length === 1 ? "holiday" : "holidays"}`;
    fill(
      place,
      items.length > 8
        ? disclosure(words, [rowList(items, "")])
        : rowList(items, "No holidays yet."),
    );
  };
  const node = section(
    "Holidays",
    "Working days leave them out.",
    place,
    day.node,
    buttonBar(button("Add the day", addDay)),
    disclosure("Add many", [
      pasted.node,
      buttonBar(
        button("Add the list", () =>
          takeIn(() => context.server.revopsHolidays({ text: pasted.control.value })),
        ),
      ),
      range.node,
      buttonBar(
        button("Add from the cells", () =>
          takeIn(() => context.server.revopsHolidays({ range: range.control.value.trim() })),
        ),
      ),
    ]),
    line.node,
  );
  draw();
  return node;
}

function holidayRow(draft: Draft, row: SettingCell[], remove: () => void) {
  const day = String(draft.get(row, "Value"));
  const title = shownDay.format(new Date(`${day}T00:00:00Z`));
  return { title, actions: [button("Remove", remove, { kind: "link", label: `Remove ${title}` })] };
}
