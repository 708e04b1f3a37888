import type { Day } from "../../core/calendar/day.ts";
import { leadEvents } from "../../core/leads/eventRules.ts";
import type { Lead, LeadEvent } from "../../core/leads/lead.ts";
import { type LeadScore, leadScorer } from "../../core/leads/leadScore.ts";
import type { ScoringSettings } from "../../core/leads/scoring.ts";
import { fieldOf } from "../../functions/params/leadRecords.ts";
import type { LeadChange, ScoringPreview } from "./settingsTypes.ts";

/** Most leads that are listed by name. */
const MOST_CHANGES = 100;
const BANDS = 10;

/** What scoring rules would mean for the leads, beside what the present ones mean. */
export function previewScoring(
  leads: readonly Lead[],
  events: readonly LeadEvent[] | undefined,
  before: ScoringSettings,
  after: ScoringSettings,
  asOf: Day | undefined,
): Omit<ScoringPreview, "problems"> {
  const history = events && leadEvents(events);
  const score = (settings: ScoringSettings) => {
    const scorer = leadScorer(settings, fieldOf);
    return leads.map((lead) => scorer(lead, history, asOf));
  };
  const [old, fresh] = [score(before), score(after)];
  const changes = leads.flatMap((lead, at) => changeOf(lead, old[at], fresh[at]));
  return {
    warnings: warningsOf(after, events, asOf),
    leads: leads.length,
    unscored: [unscored(old), unscored(fresh)],
    distribution: { before: bandsOf(old), after: bandsOf(fresh) },
    mqls: [mqls(old), mqls(fresh)],
    changing: changes.length,
    changes: changes.slice(0, MOST_CHANGES),
  };
}

const unscored = (scores: readonly LeadScore[]) => scores.filter(({ blend }) => !blend).length;
const mqls = (scores: readonly LeadScore[]) => scores.filter(({ isMql }) => isMql === true).length;

function bandsOf(scores: readonly LeadScore[]): number[] {
  const bands = new Array<number>(BANDS).fill(0);
  for (const { blend } of scores) {
    if (!blend) continue;
    const band = Math.min(BANDS - 1, Math.floor(blend.score / BANDS));
    bands[band] = (bands[band] ?? 0) + 1;
  }
  return bands;
}

function changeOf(
  lead: Lead,
  before: LeadScore | undefined,
  after: LeadScore | undefined,
): LeadChange[] {
  const [was, is] = [before?.isMql === true, after?.isMql === true];
  if (was === is) return [];
  const name = lead.name ?? [lead.firstName, lead.lastName].filter(Boolean).join(" ");
  return [
    {
      id: lead.leadId,
      name: [name, lead.company].filter(Boolean).join(", ") || lead.leadId,
      before: before?.blend?.score,
      after: after?.blend?.score,
      isMql: is,
    },
  ];
}

function warningsOf(
  { rules, highIntent }: ScoringSettings,
  events: readonly LeadEvent[] | undefined,
  asOf: Day | undefined,
): string[] {
  const warnings: string[] = [];
  const active = rules.filter((rule) => rule.active);
  if (!active.some(({ kind, points }) => kind === "negative" && points !== 0)) {
    warnings.push(
      "No negative rule is active, so students, competitors and bounced addresses score like buyers.",
    );
  }
  if (!active.some(({ kind }) => kind === "fit")) warnings.push("No fit rule is active.");
  if (!events)
    warnings.push("There are no lead events, so engagement is unknown and adds nothing.");
  else if (asOf === undefined) {
    warnings.push("No as-of date is known, so points that decay are unknown.");
  }
  const strange = active.filter(
    ({ kind, operator, attribute }) =>
      kind !== "engagement" &&
      operator !== "happened" &&
      operator !== "not since" &&
      fieldOf(attribute) === undefined,
  );
  if (strange.length > 0) {
    const names = [...new Set(strange.map(({ attribute }) => attribute))].join(", ");
    warnings.push(`No column of leads is called ${names}; rules on it never hold.`);
  }
  if (highIntent) warnings.push("High intent alone makes an MQL, whatever the fit.");
  return warnings;
}
