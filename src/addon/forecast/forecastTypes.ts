import type { Colleague } from "../team/whoTypes.ts";

/** Blank: the record of the selected row, the quarter of the as-of date, the person at the spreadsheet. */
export type ForecastPanelRequest = {
  readonly recordId: string;
  readonly period: string;
  readonly rep: string;
};

/** The numbers that a person may submit, in the order of the form. */
export type CallAmounts = {
  readonly call?: number;
  readonly commit?: number;
  readonly bestcase?: number;
  readonly pipeline?: number;
};

/** A deal as the CRM has it, and what a person holds against it. Shares are whole percents, days ISO. */
export type OverrideView = {
  readonly id: string;
  readonly name: string;
  /** What the CRM says, in words. */
  readonly crm: string;
  readonly held?: OverrideValues & { readonly by?: string; readonly isOver: boolean };
};

export type OverrideValues = {
  readonly percent?: number;
  readonly amount?: number;
  readonly closeDate?: string;
  readonly category?: string;
  readonly reason?: string;
  readonly expires?: string;
};

export type ForecastPanelView = {
  readonly period: string;
  readonly title: string;
  readonly currency: string;
  readonly people: readonly Colleague[];
  readonly rep: string;
  /** The numbers that stand, and whether the person at the spreadsheet would submit as the manager. */
  readonly calls: CallAmounts;
  readonly kind: "Own" | "Manager";
  /** Newest first, in words. */
  readonly history: readonly string[];
  readonly deal?: OverrideView;
};

export type SubmitForecastRequest = ForecastPanelRequest & {
  readonly amounts: CallAmounts;
  readonly note: string;
};

/** With every value blank the override goes. */
export type SaveOverrideRequest = ForecastPanelRequest & { readonly values: OverrideValues };

/** What a scenario changes, in percent. */
export type LeverPercents = {
  readonly growth?: number;
  readonly hiring?: number;
  readonly winRate?: number;
  readonly dealSize?: number;
  readonly acceleration?: number;
  readonly slippage?: number;
};

export type ScenarioRequest = { readonly period: string; readonly levers: LeverPercents };

export type ScenarioRange = {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** Of the quota, where there is one. */
  readonly chance?: number;
};

export type ScenarioView = {
  readonly title: string;
  readonly currency: string;
  readonly base: ScenarioRange;
  readonly scenario: ScenarioRange;
};
