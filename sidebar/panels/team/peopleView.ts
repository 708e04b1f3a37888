import type { FieldProblem, TeamPerson, TeamState } from "../../../src/addon/team/teamTypes.ts";
import { fill, h } from "../../dom.ts";
import type { PanelContext } from "../../panel.ts";
import { button, buttonBar } from "../../parts/button.ts";
import { type Row, rowList } from "../../parts/rows.ts";
import type { WorkLine } from "../../parts/workLine.ts";
import { personForm } from "./personForm.ts";
import { saving } from "./saving.ts";
import { type TeamDraft, type TeamEntry, teamDraft } from "./teamDraft.ts";

export type ViewOptions = {
  readonly context: PanelContext;
  readonly line: WorkLine;
  readonly state: () => TeamState;
  /** Reads the sheets anew, for the year shown. */
  readonly read: () => Promise<TeamState>;
  readonly keep: (hasWork: boolean) => void;
};

const nameOf = ({ name, repId }: TeamPerson) => name || repId;

/** The people of the Reps sheet, and what is edited of them. */
export function peopleView({ context, line, state, read, keep }: ViewOptions): HTMLElement {
  let draft: TeamDraft = teamDraft(state().people);
  let problems: readonly FieldProblem[] = state().problems;
  let open: TeamEntry | undefined;
  const list = h("div", {});

  const show = (entry: TeamEntry | undefined) => {
    open = entry;
    draw();
    list.querySelector<HTMLElement>("input, button")?.focus();
  };
  const start = (now: TeamDraft) => {
    draft = now;
    problems = state().problems;
    show(undefined);
    bar.refresh();
  };
  const draw = () => fill(list, open ? form(open) : overview());
  const form = (entry: TeamEntry) => {
    const others = draft.entries.filter((one) => one !== entry).map(({ after }) => after);
    return personForm({
      entry,
      names: others.map(nameOf),
      teams: [...new Set(others.flatMap(({ team }) => team ?? []))],
      roles: state().roles,
      problems,
      changed: () => bar.refresh(),
      back: () => show(undefined),
      remove: entry.before
        ? undefined
        : () => {
            draft.entries.splice(draft.entries.indexOf(entry), 1);
            show(undefined);
            bar.refresh();
          },
    });
  };
  const add = () => {
    const entry: TeamEntry = { after: { repId: "", active: true } };
    draft.entries.push(entry);
    show(entry);
    bar.refresh();
  };
  const overview = () =>
    h(
      "div",
      {},
      rowList(
        draft.entries.map((entry) => personRow(entry, problems, () => show(entry))),
        "Nobody yet. Import the users of your CRM, or add people here.",
      ),
      buttonBar(button("Add a person", add)),
    );
  const bar = saving({
    line,
    keep,
    isChanged: () => draft.isChanged(),
    canUndo: () => state().canUndoTeam,
    discard: () => start(teamDraft(state().people)),
    save: async () => {
      const result = await context.server.revopsSaveTeam({ edits: draft.edits() });
      if (result.problems.length > 0) {
        showProblems(result.problems);
        throw new Error(`Nothing was saved. ${result.problems[0]?.message}`);
      }
      await read();
      start(teamDraft(state().people));
      return `Saved ${result.saved} ${result.saved === 1 ? "person" : "people"} to Reps.`;
    },
    undo: async () => {
      const said = await context.server.revopsUndoTeam("team");
      await read();
      start(teamDraft(state().people));
      return said;
    },
    readAgain: async () => {
      await read();
      start(draft.rebased(state().people));
    },
  });
  const showProblems = (found: readonly FieldProblem[]) => {
    problems = found;
    const wrong = draft.entries.find(({ after }) => after.repId === found[0]?.repId);
    show(wrong ?? open);
    list.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  };
  draw();
  return h("div", {}, list, bar.node);
}

function personRow(entry: TeamEntry, problems: readonly FieldProblem[], edit: () => void): Row {
  const { after, before } = entry;
  const problem = problems.find(({ repId }) => repId === after.repId);
  const away = after.ptoFrom ? `away ${after.ptoFrom} to ${after.ptoTo ?? after.ptoFrom}` : "";
  const parts = [
    after.role,
    after.team,
    after.manager ? `reports to ${after.manager}` : "",
    after.startDate ? `since ${after.startDate}` : "",
    after.rampOverride === undefined ? "" : `ramp ${Math.round(after.rampOverride * 100)}%`,
    away,
  ].filter(Boolean);
  const name = nameOf(after) || "Without a name";
  return {
    title: name,
    text: h(
      "div",
      {},
      parts.join(" · ") || after.repId,
      problem ? h("p", { class: "error" }, problem.message) : undefined,
    ),
    badge: badgeOf(after, before === undefined),
    actions: [button("Edit", edit, { kind: "link", label: `Edit ${name}` })],
  };
}

function badgeOf({ active }: TeamPerson, isNew: boolean): Row["badge"] {
  if (isNew) return { word: "new", tone: "good" };
  return active === false ? { word: "left", tone: "neutral" } : undefined;
}
