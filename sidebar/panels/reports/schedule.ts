import type { ScheduleChoice, ScheduleView } from "../../../src/addon/schedule/scheduleTypes.ts";
import { fill, h } from "../../dom.ts";
import type { PanelContext } from "../../panel.ts";
import { button, buttonBar } from "../../parts/button.ts";
import { checkField, selectField } from "../../parts/field.ts";
import { section } from "../../parts/section.ts";
import { workLine } from "../../parts/workLine.ts";

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const OFF = "off";
const FIRST: ScheduleChoice = { every: "week", hour: 6, weekDay: 1, digest: true, limits: true };

/** Snapshots and digests without anybody clicking; off until a person switches them on. */
export function schedulePart(context: PanelContext, schedule: ScheduleView): HTMLElement {
  const { server } = context;
  const place = h("div", {});
  const outcome = h("div", { "aria-live": "polite" });
  const line = workLine(() => place);

  const draw = ({ choice, last }: ScheduleView) => {
    const { hour, weekDay = 1, digest, limits } = choice ?? FIRST;
    const often = selectField({
      label: "How often",
      choices: [
        { value: OFF, label: "Never: only when somebody clicks" },
        { value: "day", label: "Every day" },
        { value: "week", label: "Every week" },
      ],
      value: choice?.every ?? OFF,
      onChange: () => show(),
    });
    const day = selectField({
      label: "On",
      choices: DAYS.map((label, at) => ({ value: String(at + 1), label })),
      value: String(weekDay),
    });
    const time = selectField({
      label: "Between",
      choices: Array.from({ length: 24 }, (_, at) => ({
        value: String(at),
        label: `${at}:00 and ${at + 1}:00`,
      })),
      value: String(hour),
    });
    const wantsDigest = checkField({
      label: "Write the sheet Digest too",
      help: "What the reports say now, what changed since they were last looked at, and what to do first. Nothing is mailed.",
      checked: digest,
    });
    const wantsLimits = checkField({
      label: "Check the limits too",
      help: "Which figures left what the sheet Limits allows, and which came back, in the sheets Alerts and Alert log.",
      checked: limits === true,
    });
    const more = h("div", {}, time.node, wantsLimits.node, wantsDigest.node);
    const show = () => {
      day.node.hidden = often.control.value !== "week";
      more.hidden = often.control.value === OFF;
    };
    show();
    const chosen = (): ScheduleChoice | undefined => {
      const every = often.control.value;
      if (every !== "day" && every !== "week") return undefined;
      return {
        every,
        hour: Number(time.control.value),
        weekDay: Number(day.control.value),
        digest: wantsDigest.control.checked,
        limits: wantsLimits.control.checked,
      };
    };
    fill(
      place,
      often.node,
      day.node,
      more,
      last
        ? h("p", { class: last.isFine ? "help" : "error" }, `Last run ${last.at}: ${last.text}`)
        : undefined,
      buttonBar(
        button("Save the schedule", () => void save(chosen())),
        choice ? button("Run it now", () => void runNow()) : undefined,
      ),
    );
  };

  const save = async (choice: ScheduleChoice | undefined) => {
    fill(outcome);
    const result = await line.run({
      doing: choice ? "Setting the clock…" : "Switching it off…",
      task: () => server.revopsSetSchedule({ choice }),
      done: ({ allow }) => {
        if (allow !== undefined) return undefined;
        return choice ? "The schedule is on." : "The schedule is off.";
      },
    });
    if (!result) return;
    if (result.allow === undefined) draw(result.schedule);
    else askRight(result.allow);
  };

  /** Google asks on a page of its own; the choice stays as it is until the person comes back. */
  const askRight = (page: string) =>
    fill(
      outcome,
      h(
        "p",
        {},
        "To run by itself the add-on needs one more right, which Google asks you for: to run while you are not there. Nothing is switched on yet.",
      ),
      h("p", {}, h("a", { href: page, target: "_blank", rel: "noopener" }, "Allow it at Google")),
      h("p", { class: "help" }, "Then come back here and save the schedule again."),
    );

  const runNow = async () => {
    const view = await line.run({
      doing: "Running it…",
      task: () => server.revopsRunSchedule(),
      done: () => "Done.",
    });
    if (view) draw(view);
  };

  draw(schedule);
  return section(
    "On a schedule",
    "A snapshot keeps how the deals stand; with a row a week, what changed can be told later.",
    place,
    line.node,
    outcome,
  );
}
