import type { DealStatus, ForecastCategory, Stage, StageGroup } from "../../core/pipeline/stage.ts";

/** What a preset says of a stage; the order is its place in the list. */
export type StageRow = {
  readonly stage: string;
  readonly probability?: number;
  readonly status?: DealStatus;
  readonly category?: ForecastCategory;
  readonly group?: StageGroup;
  readonly benchmarkDays?: number;
  readonly exitCriteria?: string;
  readonly crmValues?: readonly string[];
};

/** A preset's rows as stages of every pipeline. */
export function stageRows(rows: readonly StageRow[]): readonly Stage[] {
  return rows.map((row, index) => ({
    pipeline: "",
    stage: row.stage,
    order: index + 1,
    probability: row.probability,
    status: row.status ?? "open",
    category: row.category,
    group: row.group,
    benchmarkDays: row.benchmarkDays,
    staleMultiple: 2,
    wipLimit: undefined,
    exitCriteria: row.exitCriteria ?? "",
    crmValues: row.crmValues ?? [],
  }));
}

/** Closed won: certain, and closed for the forecast. */
export function wonRow(exitCriteria = "", crmValues: readonly string[] = ["Won"]): StageRow {
  return {
    stage: "Closed Won",
    probability: 1,
    status: "won",
    category: "Closed",
    exitCriteria,
    crmValues,
  };
}

export function lostRow(exitCriteria = "", crmValues: readonly string[] = ["Lost"]): StageRow {
  return {
    stage: "Closed Lost",
    probability: 0,
    status: "lost",
    category: "Omitted",
    exitCriteria,
    crmValues,
  };
}
