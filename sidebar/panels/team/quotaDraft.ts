import type {
  QuotaPlan,
  QuotaRow,
  QuotaYear,
  SaveQuotasRequest,
} from "../../../src/addon/team/teamTypes.ts";

/** A person's amounts as edited, beside what the sheet says. */
export type QuotaEntry = { readonly row: QuotaRow; readonly amounts: (number | undefined)[] };

export type QuotaDraft = {
  readonly year: QuotaYear;
  readonly entries: readonly QuotaEntry[];
  /** What the company is to reach: in the year, and in each period where it was spread. */
  target: number | undefined;
  targets: readonly number[] | undefined;
  readonly isChanged: () => boolean;
  readonly edits: () => SaveQuotasRequest["edits"];
  readonly take: (plan: QuotaPlan, target: number) => void;
  /** The same edits on what the sheet says now. */
  readonly rebased: (year: QuotaYear) => QuotaDraft;
};

const amountsOf = ({ cells }: QuotaRow) => cells.map(({ amount }) => amount);

export function quotaDraft(year: QuotaYear): QuotaDraft {
  const entries = year.rows.map((row): QuotaEntry => ({ row, amounts: amountsOf(row) }));
  const edits = (): SaveQuotasRequest["edits"] =>
    entries.flatMap(({ row, amounts }) =>
      amounts.flatMap((amount, period) => {
        const { amount: before, isSplit } = row.cells[period] ?? {};
        if (isSplit || (amount ?? 0) === (before ?? 0)) return [];
        return [{ repId: row.repId, period, before, after: amount ?? 0 }];
      }),
    );
  const draft: QuotaDraft = {
    year,
    entries,
    target: year.companyTarget,
    targets: undefined,
    isChanged: () => edits().length > 0 || draft.target !== year.companyTarget,
    edits,
    take: (plan, target) => {
      draft.target = target;
      draft.targets = plan.targets;
      for (const { row, amounts } of entries) {
        const planned = plan.rows.find(({ repId }) => repId === row.repId);
        if (planned) amounts.splice(0, amounts.length, ...planned.amounts);
      }
    },
    rebased: (now) => {
      const fresh = quotaDraft(now);
      if (now.grain !== year.grain || now.year !== year.year) return fresh;
      fresh.target = draft.target;
      fresh.targets = draft.targets;
      for (const { repId, period, after } of edits()) {
        const entry = fresh.entries.find(({ row }) => row.repId === repId);
        if (entry) entry.amounts[period] = after;
      }
      return fresh;
    },
  };
  return draft;
}

/** Sum of the reps' amounts in each period, in whole cents; a manager's roll-up is not added. */
export function quotaTotals({ year, entries }: QuotaDraft): number[] {
  return year.periods.map((_, period) => {
    let cents = 0;
    for (const { row, amounts } of entries)
      if (!row.isRollUp) cents += Math.round((amounts[period] ?? 0) * 100);
    return cents / 100;
  });
}
