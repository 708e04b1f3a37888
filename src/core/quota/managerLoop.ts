import { people } from "./people.ts";
import type { Rep } from "./rep.ts";

/**
 * The first loop of managers in a team: ids of those in it, each managed by the next and the last by the first.
 * Undefined when everybody's managers end somewhere. Somebody who is his own manager is a loop of one.
 */
export function managerLoop(reps: readonly Rep[]): readonly string[] | undefined {
  const staff = people(reps);
  const bossOf = new Map<string, string>();
  const idOf = new Map<string, string>();
  for (const { repId, manager } of reps) {
    const { key } = staff.find(repId);
    idOf.set(key, repId);
    if (manager !== undefined && manager.trim() !== "") bossOf.set(key, staff.find(manager).key);
  }
  const ends = new Set<string>();
  for (const start of bossOf.keys()) {
    const path = new Set<string>();
    let at: string | undefined = start;
    while (at !== undefined && !path.has(at) && !ends.has(at)) {
      path.add(at);
      at = bossOf.get(at);
    }
    if (at !== undefined && path.has(at)) {
      const chain = [...path];
      return chain.slice(chain.indexOf(at)).map((key) => idOf.get(key) ?? key);
    }
    for (const key of path) ends.add(key);
  }
  return undefined;
}
