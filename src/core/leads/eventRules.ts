import type { Day } from "../calendar/day.ts";
import { plainText } from "../deals/stageIndex.ts";
import { decayedPoints } from "./decayedPoints.ts";
import { isAboutEvents, negative } from "./fieldRules.ts";
import type { Lead, LeadEvent } from "./lead.ts";
import type { ScoredRule } from "./scoredRule.ts";
import type { ScoringKind, ScoringRule, ScoringSettings } from "./scoring.ts";

/** What leads did, by lead id and plain event name. */
export type LeadEvents = {
  readonly byLead: ReadonlyMap<string, LeadHistory>;
  /** Every event that the data names at all. */
  readonly names: ReadonlySet<string>;
};

type LeadHistory = ReadonlyMap<string, readonly LeadEvent[]>;

const nothing: LeadHistory = new Map();

/** Sorts events by lead and name. */
export function leadEvents(events: readonly LeadEvent[]): LeadEvents {
  const byLead = new Map<string, Map<string, LeadEvent[]>>();
  const names = new Set<string>();
  for (const event of events) {
    const history = byLead.get(event.leadId) ?? new Map<string, LeadEvent[]>();
    byLead.set(event.leadId, history);
    const name = plainText(event.event);
    names.add(name);
    const same = history.get(name);
    if (same) same.push(event);
    else history.set(name, [event]);
  }
  return { byLead, names };
}

/** A rule with the plain name of its event. */
export type EventRule = { readonly rule: ScoringRule; readonly name: string };

/** The active rules of a kind that look at what a lead did. */
export function eventRules(settings: ScoringSettings, kind: ScoringKind): EventRule[] {
  return settings.rules
    .filter((rule) => rule.active && rule.kind === kind && isAboutEvents(rule))
    .map((rule) => ({ rule, name: plainText(rule.attribute) }));
}

/** Whether an event has happened as often as its rule asks: `at least` 3, `is` 1, or `happened` once or so many times. */
function oftenEnough(rule: ScoringRule, count: number): boolean {
  const times = Math.max(1, Number.parseFloat(rule.value) || 1);
  return rule.operator === "is" ? count === times : count >= times;
}

const latest = (events: readonly Pick<LeadEvent, "eventDate">[]) =>
  events.reduce((day, event) => Math.max(day, event.eventDate), Number.NEGATIVE_INFINITY);

/**
 * Points of a rule on an event: given once, decaying from the last time it happened, when it happened as often as the
 * rule asks; or, where the rule's value is `each`, for every time, decaying from that time.
 */
export function happenedPoints(
  rule: ScoringRule,
  events: readonly Pick<LeadEvent, "eventDate" | "count">[],
  asOf: Day | undefined,
): number | undefined {
  const past = events.filter(
    ({ eventDate }) => asOf === undefined || Math.floor(eventDate) <= asOf,
  );
  const left = (day: Day) =>
    decayedPoints(rule.points, day, rule.decayPoints, rule.decayDays, asOf);
  if (plainText(rule.value) !== "each") {
    const count = past.reduce((sum, event) => sum + (event.count ?? 1), 0);
    return past.length > 0 && oftenEnough(rule, count) ? left(latest(past)) : 0;
  }
  let total = 0;
  for (const event of past) {
    const points = left(event.eventDate);
    if (points === undefined) return undefined;
    total += points * (event.count ?? 1);
  }
  return total;
}

const ANYTHING = new Set(["", "any", "anyevent", "activity", "lastactivity"]);

/** The last time something of that name happened; `any` takes every event and the CRM's last activity. */
function lastTime(name: string, history: LeadHistory, lead: Lead, asOf: Day): number {
  const events = ANYTHING.has(name) ? [...history.values()].flat() : (history.get(name) ?? []);
  const last = latest(events.filter((event) => Math.floor(event.eventDate) <= asOf));
  return ANYTHING.has(name) ? Math.max(last, lead.lastActivity ?? last) : last;
}

/**
 * Points of a `not since` rule: full when nothing of that name happened for more than so many days, counted from the
 * lead's creation where it never did. Unknown when no lead has an event of that name.
 */
function silencePoints(
  { rule, name }: EventRule,
  events: LeadEvents | undefined,
  lead: Lead,
  asOf: Day | undefined,
): number | undefined {
  if (asOf === undefined || !(ANYTHING.has(name) || events?.names.has(name))) return undefined;
  const last = lastTime(name, events?.byLead.get(lead.leadId) ?? nothing, lead, asOf);
  const since = last > Number.NEGATIVE_INFINITY ? last : lead.createdDate;
  if (since === undefined) return undefined;
  return asOf - Math.floor(since) > Number.parseFloat(rule.value) ? rule.points : 0;
}

/** What the rules on events bring a lead; without events all but the last activity is unknown. */
export function eventPoints(
  rules: readonly EventRule[],
  events: LeadEvents | undefined,
  lead: Lead,
  asOf: Day | undefined,
): ScoredRule[] {
  const history = events?.byLead.get(lead.leadId) ?? nothing;
  return rules.map(({ rule, name }) => {
    if (rule.operator === "not since") {
      return { rule, points: silencePoints({ rule, name }, events, lead, asOf) };
    }
    const same = history.get(name) ?? [];
    return { rule, points: events === undefined ? undefined : happenedPoints(rule, same, asOf) };
  });
}

/** The same for rules that take points away. */
export function negativeEventPoints(...args: Parameters<typeof eventPoints>): ScoredRule[] {
  return eventPoints(...args).map(negative);
}
