import type {
  ContextState,
  PresetOffer,
  SettingProblem,
} from "../../src/addon/settings/settingsTypes.ts";
import { fill, h } from "../dom.ts";
import type { Panel, PanelContext } from "../panel.ts";
import { button } from "../parts/button.ts";
import { askFirst } from "../parts/confirm.ts";
import { section } from "../parts/section.ts";
import { type WorkLine, workLine } from "../parts/workLine.ts";
import { draftOf } from "../settings/draft.ts";
import { formFields } from "../settings/formFields.ts";
import { livePreview } from "../settings/livePreview.ts";
import { readThenEdit } from "../settings/readThenEdit.ts";
import { saveBar } from "../settings/saveBar.ts";

export const contextPanel: Panel = {
  id: "context",
  title: "Context",
  about: "Who sells what to whom. It tells which presets fit; nothing changes by itself.",
  show: readThenEdit("Reading the context…", (server) => server.revopsContext(), edit),
};

const TARGETS = /^Target/;

function edit(root: HTMLElement, context: PanelContext, state: ContextState): void {
  let draft = draftOf(state.context);
  let problems: readonly SettingProblem[] = [];
  const [main, offered, status] = [h("div", {}), h("div", {}), h("div", { role: "status" })];
  const line = workLine(() => root);
  const showOffers = (offers: readonly PresetOffer[]) =>
    fill(
      offered,
      offerList(offers, context, line, () => live.start()),
    );
  const live = livePreview(
    status,
    () => context.server.revopsContext(draft.edit().rows),
    ({ offers }) => showOffers(offers),
  );
  const changed = () => {
    bar.refresh();
    live.refresh();
  };
  const draw = () => {
    const labels = draft.state.lines.map(({ label }) => label);
    const isTarget = (label: string) => TARGETS.test(label);
    const fields = (wanted: readonly string[]) => formFields(draft, problems, changed, wanted);
    fill(
      main,
      ...draft.state.unreadable.map((words) => h("p", { class: "note" }, `On the sheet: ${words}`)),
      section("Business", undefined, ...fields(labels.filter((label) => !isTarget(label)))),
      section("Target rates", undefined, ...fields(labels.filter(isTarget))),
    );
  };
  const bar = saveBar({
    root,
    context,
    drafts: () => [draft],
    adopt: ([fresh]) => {
      if (fresh) draft = draftOf(fresh);
      problems = [];
      draw();
      bar.refresh();
      live.start();
    },
    problems: (found) => {
      problems = found;
      draw();
      main.querySelector<HTMLElement>("[aria-invalid]")?.focus();
    },
  });
  fill(root, main, bar.node, status, offered, line.node);
  draw();
  showOffers(state.offers);
}

function offerList(
  offers: readonly PresetOffer[],
  context: PanelContext,
  line: WorkLine,
  applied: () => void,
): HTMLElement {
  if (offers.length === 0) {
    return section("Presets that fit", "Stages and scoring are as this context suggests.");
  }
  return section(
    "Presets that fit",
    "They differ from what is set. Look at one in its panel first, or apply it here; one click there takes it back.",
    ...offers.map((offer) => offerRow(offer, context, line, applied)),
  );
}

function offerRow(
  { subject, preset, why, basedOn }: PresetOffer,
  context: PanelContext,
  line: WorkLine,
  applied: () => void,
): HTMLElement {
  const place = h("div", {});
  const what = subject === "stages" ? "Stages" : "Scoring";
  const apply = async () => {
    const result = await line.run({
      doing: `Applying ${preset.title}…`,
      task: () => context.server.revopsSaveSettings([{ subject, rows: preset.rows, basedOn }]),
      done: (answer) => (answer.saved ? `${what} are those of ${preset.title} now.` : undefined),
    });
    if (result && !result.saved) {
      line.fail(
        `The sheet ${what} was changed meanwhile, so nothing was applied; look at it and try again.`,
      );
    }
    if (result) applied();
  };
  const ask = () =>
    askFirst(
      place,
      `Replace what the sheet ${what} says with the preset ${preset.title}?`,
      "Replace it",
      () => void apply(),
    );
  return h(
    "div",
    { class: "offer" },
    h("h3", {}, `${what}: ${preset.title}`),
    h("p", { class: "help" }, `${why} Source: ${preset.source}.`),
    h(
      "div",
      { class: "row-actions" },
      button("Apply it", ask, {
        kind: "link",
        label: `Apply the ${what.toLowerCase()} preset ${preset.title}`,
      }),
      button("Look first", () => context.open(subject), {
        kind: "link",
        label: `Open the panel ${what}`,
      }),
    ),
    place,
  );
}
