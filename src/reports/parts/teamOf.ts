import type { People } from "../../core/quota/people.ts";

/** The team a person's quota belongs to: the team in Reps, else the manager's name. */
export function teamOf(people: People, key: string): string | undefined {
  const team = people.find(key).rep?.team?.trim();
  return team === undefined || team === "" ? people.managerOf(key)?.label : team;
}
