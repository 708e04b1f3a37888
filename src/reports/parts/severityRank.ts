import type { Severity } from "../../core/hygiene/rule.ts";

/** The gravest first. */
export const severityRank: Readonly<Record<Severity, number>> = { high: 0, medium: 1, low: 2 };
