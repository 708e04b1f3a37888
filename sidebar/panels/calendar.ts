import type {
  CalendarPreview,
  CalendarState,
  SettingProblem,
  SubjectState,
} from "../../src/addon/settings/settingsTypes.ts";
import { fill, h } from "../dom.ts";
import type { Panel, PanelContext } from "../panel.ts";
import { rowList } from "../parts/rows.ts";
import { section } from "../parts/section.ts";
import { draftOf } from "../settings/draft.ts";
import { formFields } from "../settings/formFields.ts";
import { livePreview } from "../settings/livePreview.ts";
import { readThenEdit } from "../settings/readThenEdit.ts";
import { saveBar } from "../settings/saveBar.ts";
import { HOLIDAY, holidays } from "./calendar/holidays.ts";
import { type Rates, rates } from "./calendar/rates.ts";

export const calendarPanel: Panel = {
  id: "calendar",
  title: "Calendar and currency",
  about: "Fiscal year, working time, holidays, home currency and exchange rates.",
  show: readThenEdit("Reading calendar and rates…", (server) => server.revopsCalendar(), edit),
};

const FISCAL = ["Fiscal year starts in", "Fiscal periods", "Week starts on"];
const WORKING = ["Working days", "Opening hour", "Closing hour", "Time zone"];
const HOME = ["Home currency"];

function edit(root: HTMLElement, context: PanelContext, state: CalendarState): void {
  let drafts = [draftOf(state.calendar), draftOf(state.currency), draftOf(state.options)] as const;
  let problems: readonly SettingProblem[] = [];
  let rateList: Rates | undefined;
  let preview: CalendarPreview | undefined;
  const [main, periods, home, status] = [
    h("div", {}),
    h("div", {}),
    h("p", { class: "help" }),
    h("div", { role: "status" }),
  ];
  const show = () => {
    if (!preview) return;
    fill(periods, rowList(preview.periods, ""));
    fill(
      home,
      preview.homeCurrency === ""
        ? "The data names no currency."
        : `Totals are stated in ${preview.homeCurrency}.`,
    );
    rateList?.show(preview);
  };
  const live = livePreview(
    status,
    () => {
      const [calendar, currency, options] = drafts.map((draft) => draft.edit().rows);
      return context.server.revopsPreviewCalendar({
        calendar: calendar ?? [],
        currency: currency ?? [],
        options: options ?? [],
      });
    },
    (value) => {
      preview = value;
      show();
    },
  );
  const changed = () => {
    bar.refresh();
    live.refresh();
  };
  const draw = () => {
    const [calendar, currency, options] = drafts;
    rateList = rates(currency, problems, changed);
    const unreadable = drafts.flatMap((draft) => draft.state.unreadable);
    fill(
      main,
      ...unreadable.map((words) => h("p", { class: "note" }, `On the sheet: ${words}`)),
      section(
        "Fiscal year",
        undefined,
        ...formFields(calendar, problems, changed, FISCAL),
        periods,
      ),
      section("Working time", undefined, ...formFields(calendar, problems, changed, WORKING)),
      holidays(context, calendar, changed),
      section("Home currency", undefined, ...formFields(options, problems, changed, HOME), home),
      rateList.node,
    );
    show();
  };
  const adopt = (states: readonly SubjectState[]) => {
    const fresh = (at: 0 | 1 | 2) => {
      const found = states.find(({ subject }) => subject === drafts[at].state.subject);
      return found ? draftOf(found) : drafts[at];
    };
    drafts = [fresh(0), fresh(1), fresh(2)];
    problems = [];
    draw();
    bar.refresh();
    live.start();
  };
  const bar = saveBar({
    root,
    context,
    drafts: () => drafts,
    adopt,
    settle: () => settleHolidays(drafts[0]),
    problems: (found) => {
      problems = found;
      draw();
      main.querySelector<HTMLElement>("[aria-invalid]")?.focus();
    },
  });
  fill(root, main, bar.node, status);
  draw();
  live.start();
}

/** The blank line for a first holiday gives way to real ones. */
function settleHolidays(draft: ReturnType<typeof draftOf>): void {
  const lines = draft.rows.filter((row) => draft.get(row, "Setting") === HOLIDAY);
  const blank = lines.find((row) => draft.get(row, "Value") === "");
  if (blank && lines.length > 1) draft.remove(blank);
}
