import type { TeamRequest, TeamState } from "../../src/addon/team/teamTypes.ts";
import { fill, h } from "../dom.ts";
import type { Panel, PanelContext } from "../panel.ts";
import { button } from "../parts/button.ts";
import { workLine } from "../parts/workLine.ts";
import { peopleView } from "./team/peopleView.ts";
import { quotasView } from "./team/quotasView.ts";

export const teamPanel: Panel = {
  id: "team",
  title: "Team and quotas",
  about: "Who sells, under whom, and what each is to sell in each period.",
  show: (root, context) => {
    const line = workLine(() => root);
    fill(root, line.node);
    void line.run({
      doing: "Reading the team…",
      task: async () => edit(root, context, await context.server.revopsTeam({})),
    });
  },
};

type View = "people" | "quotas";

function edit(root: HTMLElement, context: PanelContext, first: TeamState): void {
  let state = first;
  let view: View =
    state.people.length > 0 &&
    context.start().setup.some(({ id, state: is }) => id === "quotas" && is === "missing")
      ? "quotas"
      : "people";
  let hasWork = false;
  const line = workLine(() => root);
  const read = async (
    request: TeamRequest = { year: state.quotas.year, grain: state.quotas.grain },
  ) => {
    state = await context.server.revopsTeam(request);
    return state;
  };
  const options = {
    context,
    line,
    read,
    state: () => state,
    keep: (isChanged: boolean) => {
      hasWork = isChanged;
      context.keep(isChanged);
    },
  };
  const switcher = (id: View, words: string) => {
    const made = button(words, () => {
      if (id === view) return;
      if (hasWork) return line.fail(`Save or discard what you changed in ${view} first.`);
      view = id;
      draw();
      root.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
    });
    made.setAttribute("aria-pressed", String(id === view));
    return made;
  };
  const draw = () => {
    fill(line.node);
    fill(
      root,
      h(
        "div",
        { class: "bar", role: "group", "aria-label": "What to edit" },
        switcher("people", "People"),
        switcher("quotas", "Quotas"),
      ),
      view === "people" ? peopleView(options) : quotasView(options),
    );
  };
  draw();
}
