import { defaultsOf, type Form, formColumns, formRows, linesOf, readForm } from "./form.ts";
import { choice, fraction, integer, money } from "./inputs.ts";
import { stagePresets } from "./presets/stagePresets.ts";
import type { Context } from "./settings.ts";
import type { Read, SettingCells, Subject } from "./subject.ts";

const SHEET = "Context";
/** Presets that come from a CRM, not from a guide. */
const crms = stagePresets.filter(({ id }) => !["blueprint", "gated", "asb"].includes(id));
const FUNNEL = "RevOps guide, key metrics";

const form: Form<Context> = {
  motion: {
    label: "Go-to-market motion",
    about:
      "How customers are won. It chooses the first scoring preset; later the sidebar offers the one that fits.",
    source: "Own choice; the RevOps guide asks for it first",
    input: choice(["sales-led", "product-led", "hybrid"]),
    default: "sales-led",
  },
  salesModel: {
    label: "Sales model",
    about: "Where selling happens. A note for the reader: no figure depends on it.",
    source: "Own choice; the sales operations blueprint asks for it",
    input: choice(["inside", "field", "hybrid"]),
    default: "inside",
  },
  crm: {
    label: "CRM",
    about: "Where deals and leads are kept. Its standard stages are offered as a preset.",
    source: "Yours; no default",
    input: choice([...crms.map(({ title }) => title), "Other"]),
    default: undefined,
  },
  contractValue: {
    label: "Average contract value",
    about:
      "Yearly value of a typical contract in home currency. It chooses the first scoring preset; later the sidebar offers the one that fits.",
    source: "Yours; no default",
    input: money(),
    default: undefined,
  },
  cycleDays: {
    label: "Sales cycle in days",
    about: "Days from first touch to closed won of a typical deal.",
    source: "Yours; no default",
    input: integer(1, 3650),
    default: undefined,
  },
  yearTarget: {
    label: "Company target for the fiscal year",
    about:
      "What the company is to sell in the year, in home currency; quotas are compared with it.",
    source: "Yours; no default",
    input: money(),
    default: undefined,
  },
  leadToMql: {
    label: "Target lead to MQL rate",
    about: "Marketing-qualified leads per lead.",
    source: `${FUNNEL}: 5-15%, its middle`,
    input: fraction(),
    default: 0.1,
  },
  mqlToSql: {
    label: "Target MQL to SQL rate",
    about: "Sales-accepted leads per marketing-qualified lead.",
    source: `${FUNNEL}: 30-50%, its middle`,
    input: fraction(),
    default: 0.4,
  },
  sqlToOpportunity: {
    label: "Target SQL to opportunity rate",
    about: "Opportunities per sales-accepted lead.",
    source: `${FUNNEL}: 50-70%, its middle`,
    input: fraction(),
    default: 0.6,
  },
  winRate: {
    label: "Target win rate",
    about: "Won deals per decided deal.",
    source: `${FUNNEL}: 20-30%, its middle`,
    input: fraction(),
    default: 0.25,
  },
};

export function readContext(cells: SettingCells | undefined): Read<Context> {
  return readForm(SHEET, form, cells);
}

export const context: Subject<Context> = {
  id: "context",
  sheet: SHEET,
  range: "REVOPS_CONTEXT",
  about: "Who sells what to whom; it chooses presets.",
  columns: formColumns,
  key: ["Setting"],
  names: linesOf(form).map((line) => line.label),
  lines: linesOf(form),
  defaults: defaultsOf(form),
  read: readContext,
  toCells: (value) => [formColumns.map((column) => column.label), ...formRows(form, value)],
};
