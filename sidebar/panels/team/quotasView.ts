import type { QuotaPlanRequest, TeamRequest } from "../../../src/addon/team/teamTypes.ts";
import { fill, h } from "../../dom.ts";
import { shownNumber } from "../../notation.ts";
import { button } from "../../parts/button.ts";
import { selectField } from "../../parts/field.ts";
import { type Row, rowList } from "../../parts/rows.ts";
import { section } from "../../parts/section.ts";
import type { ViewOptions } from "./peopleView.ts";
import { type PlanChoices, planChoices, planForm } from "./planForm.ts";
import { type QuotaDraft, type QuotaEntry, quotaDraft } from "./quotaDraft.ts";
import { quotaForm } from "./quotaForm.ts";
import { saving } from "./saving.ts";
import { totals } from "./totals.ts";

export type QuotasOptions = Omit<ViewOptions, "read"> & {
  readonly read: (request?: TeamRequest) => Promise<unknown>;
};

const GRAINS = [
  { value: "month", label: "Month" },
  { value: "quarter", label: "Quarter" },
  { value: "year", label: "Year" },
];

/** A year's quotas by person and period, and what is edited of them. */
export function quotasView({ context, line, state, read, keep }: QuotasOptions): HTMLElement {
  let draft: QuotaDraft = quotaDraft(state().quotas);
  let choices: PlanChoices = planChoices(state(), draft);
  let open: QuotaEntry | undefined;
  let notes: readonly string[] = [];
  const content = h("div", {});

  const start = (now: QuotaDraft) => {
    draft = now;
    choices = planChoices(state(), draft);
    notes = [];
    show(undefined);
    bar.refresh();
  };
  const show = (entry: QuotaEntry | undefined) => {
    open = entry;
    draw();
    if (entry) content.querySelector<HTMLElement>("input, button")?.focus();
  };
  const reread = (request: TeamRequest) =>
    void line.run({
      doing: "Reading the quotas…",
      task: async () => {
        await read(request);
        start(quotaDraft(state().quotas));
      },
    });
  const propose = (request: QuotaPlanRequest) =>
    void line.run({
      doing: "Spreading the target…",
      task: async () => {
        const plan = await context.server.revopsPlanQuota(request);
        draft.take(plan, request.target);
        notes = plan.notes;
        draw();
        bar.refresh();
      },
      done: () => "This is a proposal: change what you like, then save it.",
    });
  const draw = () => {
    if (open) {
      const entry = open;
      return fill(
        content,
        quotaForm(
          draft,
          entry,
          () => bar.refresh(),
          () => show(undefined),
        ),
      );
    }
    const hasQuotas = draft.entries.some(({ amounts }) => amounts.some((one) => (one ?? 0) > 0));
    fill(
      content,
      pickers(),
      planForm(draft, choices, propose, { open: !hasQuotas && draft.entries.length > 0 }),
      ...notes.map((note) => h("p", { class: "help" }, note)),
      totals(draft),
      section(
        "Quotas by person",
        undefined,
        rowList(
          draft.entries.map((entry) => quotaRow(entry, () => show(entry))),
          "Nobody to carry a quota yet: add people first.",
        ),
      ),
    );
  };
  const pickers = () => {
    const { year, grain, isGrainFixed } = draft.year;
    const years = selectField({
      label: "Fiscal year",
      value: year,
      choices: state().years.map((one) => ({ value: one, label: one })),
      onChange: (value) => reread({ year: value }),
    });
    const grains = selectField({
      label: "Quotas by",
      value: grain,
      choices: GRAINS,
      onChange: (value) => reread({ year, grain: value as TeamRequest["grain"] }),
    });
    // Another year or length would drop what is not saved.
    years.control.disabled = draft.isChanged();
    grains.control.disabled = isGrainFixed || draft.isChanged();
    return h("div", { class: "pair" }, years.node, grains.node);
  };
  const again = async () => {
    await read({ year: draft.year.year, grain: draft.year.grain });
    // The Start panel says whether there are quotas.
    await context.reload();
  };
  const bar = saving({
    line,
    keep,
    isChanged: () => draft.isChanged(),
    canUndo: () => state().canUndoQuotas,
    discard: () => start(quotaDraft(state().quotas)),
    save: async () => {
      const { year, grain, currency } = draft.year;
      const edits = draft.edits();
      const companyTarget = draft.target;
      const saved = await context.server.revopsSaveQuotas({
        year,
        grain,
        currency,
        edits,
        companyTarget,
      });
      const { targets } = draft;
      await again();
      start(quotaDraft(state().quotas));
      draft.targets = targets;
      draw();
      return `Saved ${saved} ${saved === 1 ? "quota" : "quotas"} to Quotas.`;
    },
    undo: async () => {
      const said = await context.server.revopsUndoTeam("quotas");
      await again();
      start(quotaDraft(state().quotas));
      return said;
    },
    readAgain: async () => {
      await again();
      start(draft.rebased(state().quotas));
    },
  });
  draw();
  return h("div", {}, content, bar.node);
}

function quotaRow({ row, amounts }: QuotaEntry, edit: () => void): Row {
  const known = amounts.filter((amount) => amount !== undefined);
  const total = known.reduce((cents, amount) => cents + Math.round(amount * 100), 0) / 100;
  const shown = amounts.map((amount) => (amount === undefined ? "–" : shownNumber(amount)));
  // Twelve amounts are no line to read; they stand in the form.
  const parts = amounts.length > 1 && amounts.length <= 4 ? `: ${shown.join(", ")}` : "";
  return {
    title: row.label,
    text: known.length === 0 ? "No quota" : `${shownNumber(total)} in the year${parts}`,
    badge: badgeOf(row),
    actions: [button("Edit", edit, { kind: "link", label: `Edit the quotas of ${row.label}` })],
  };
}

function badgeOf({ isRollUp, isActive }: QuotaEntry["row"]): Row["badge"] {
  if (isRollUp) return { word: "roll-up", tone: "neutral" };
  return isActive ? undefined : { word: "left", tone: "neutral" };
}
