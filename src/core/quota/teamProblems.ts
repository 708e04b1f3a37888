import { managerLoop } from "./managerLoop.ts";
import { people } from "./people.ts";
import type { Rep } from "./rep.ts";

/** What is wrong with a person: the field to put right, and the sentence. */
export type TeamProblem = {
  readonly repId: string;
  readonly field: keyof Rep;
  readonly message: string;
};

const isBlank = (text: string | undefined) => (text ?? "").trim() === "";

function ofPerson(rep: Rep): readonly [keyof Rep, string] | undefined {
  if (isBlank(rep.repId)) return ["repId", "A person needs an id, best the one the CRM uses."];
  if (isBlank(rep.name)) return ["name", "A person needs a name, as deals name their owner."];
  if (!isBlank(rep.email) && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(rep.email?.trim() ?? ""))
    return ["email", `"${rep.email}" is no e-mail address.`];
  if (rep.rampOverride !== undefined && !(rep.rampOverride >= 0 && rep.rampOverride <= 1))
    return ["rampOverride", "The ramp is a share from 0% to 100%."];
  if (rep.ptoFrom !== undefined && rep.ptoTo !== undefined && rep.ptoFrom > rep.ptoTo)
    return ["ptoTo", "The absence ends before it begins."];
  if (rep.ptoFrom === undefined && rep.ptoTo !== undefined)
    return ["ptoFrom", "An absence needs a first day."];
  return undefined;
}

/** What keeps people from being a team: a mistake in a person, two of one id, or managers who manage each other. */
export function teamProblems(reps: readonly Rep[]): TeamProblem[] {
  const problems: TeamProblem[] = [];
  const keys = new Set<string>();
  const staff = people(reps);
  for (const rep of reps) {
    const said = ofPerson(rep);
    if (said) problems.push({ repId: rep.repId, field: said[0], message: said[1] });
    const { key } = staff.find(rep.repId);
    if (key !== "" && keys.has(key))
      problems.push({
        repId: rep.repId,
        field: "repId",
        message: `Somebody else has the id ${rep.repId} already.`,
      });
    keys.add(key);
  }
  const loop = managerLoop(reps);
  const [first] = loop ?? [];
  if (loop && first !== undefined) {
    const names = [...loop, first].map((id) => staff.find(id).label).join(" reports to ");
    const message =
      loop.length === 1
        ? `${staff.find(first).label} cannot report to himself or herself.`
        : `The managers go in a circle: ${names}.`;
    problems.push({ repId: first, field: "manager", message });
  }
  return problems;
}
