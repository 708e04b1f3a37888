import type { People, Person } from "./people.ts";

/** Whether somebody is the boss or reports to the boss, directly or not. Managers in a circle are walked once. */
export function isUnder(
  boss: Pick<Person, "key">,
  { managerOf }: Pick<People, "managerOf">,
): (key: string) => boolean {
  const known = new Map([[boss.key, true]]);
  return (key) => {
    const walked: string[] = [];
    let at: string | undefined = key;
    while (at !== undefined && !known.has(at)) {
      // Until the boss is found, nobody on the way counts; a circle ends here too.
      known.set(at, false);
      walked.push(at);
      at = managerOf(at)?.key;
    }
    const under = at !== undefined && known.get(at) === true;
    for (const one of walked) known.set(one, under);
    return under;
  };
}
