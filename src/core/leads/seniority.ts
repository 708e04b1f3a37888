import type { Lead } from "./lead.ts";

const LEVELS: readonly (readonly [string, RegExp])[] = [
  [
    "C-level",
    /\b(c[efimost]o|cro|cpo|ciso|chief|founder|co-?founder|owner|president(?<!vice[ -]president))\b/i,
  ],
  ["VP", /\b([esa]?vp|vice[ -]president)\b/i],
  ["Director", /\b(director|head of)\b/i],
  ["Manager", /\b(manager|team lead)\b/i],
];

/** The seniority that a job title names: C-level, VP, Director or Manager; undefined for any other title. */
export function seniorityOfTitle(title: string): string | undefined {
  return LEVELS.find(([, words]) => words.test(title))?.[0];
}

/** The lead with its seniority told from its title where the CRM has none. */
export function withSeniority(lead: Lead): Lead {
  if (lead.seniority !== undefined || lead.title === undefined) return lead;
  const seniority = seniorityOfTitle(lead.title);
  return seniority === undefined ? lead : { ...lead, seniority };
}
