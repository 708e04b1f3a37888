import { addMonths, type Day } from "../../src/core/calendar/day.ts";
import { repName } from "./names.ts";
import type { Random } from "./random.ts";
import { recordId } from "./recordId.ts";
import { type Segment, sampleTruth } from "./truth.ts";

export type Region = "North America" | "EMEA" | "APAC";
const regions: readonly Region[] = ["North America", "EMEA", "APAC"];
export const segments: readonly Segment[] = ["SMB", "Mid-Market", "Enterprise"];

export type SampleRep = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly manager: string;
  readonly role: "AE" | "Manager" | "VP";
  readonly team: string;
  readonly region: Region | "";
  readonly segment: Segment | "";
  readonly startDay: Day;
  /** Undefined: still there. */
  readonly leftDay: Day | undefined;
  /** Log-odds added to every stage of the rep's deals. */
  readonly skill: number;
};

/** Share of the reps in each region and segment. */
const regionShare: readonly (readonly [Region, number])[] = [
  ["North America", 0.5],
  ["EMEA", 0.33],
  ["APAC", 0.17],
];
const segmentShare: readonly (readonly [Segment, number])[] = [
  ["SMB", 0.4],
  ["Mid-Market", 0.36],
  ["Enterprise", 0.24],
];

const emailOf = (name: string) =>
  `${name.toLowerCase().replace(/[^a-z]+/g, ".")}@quillmere.example`;

/** Sellers of the sample company "Quillmere": one vice president, a manager for each region, reps in teams of region and segment. */
export function makeReps(random: Random, count: number, start: Day, end: Day): SampleRep[] {
  const reps: SampleRep[] = [];
  const add = (rep: Omit<SampleRep, "id" | "name" | "email">) => {
    const { first, last } = repName(reps.length);
    const name = `${first} ${last}`;
    reps.push({ ...rep, id: recordId("user", 101 + reps.length), name, email: emailOf(name) });
    return name;
  };
  const long = addMonths(start, -18);
  const head = { startDay: long, leftDay: undefined, skill: 0, segment: "" as const };
  const vice = add({ ...head, role: "VP", team: "Sales", region: "", manager: "" });
  const managers = new Map(
    regions.map((region) => [
      region,
      add({ ...head, role: "Manager", team: `${region} Sales`, region, manager: vice }),
    ]),
  );
  const places = regionShare.flatMap(([region, part]) =>
    segmentShare.map(([segment, share]) => ({ region, segment, wanted: part * share * count })),
  );
  for (const { region, segment, wanted } of places) {
    const team = `${region} ${segment}`;
    const here = Math.max(1, Math.round(wanted));
    for (let number = 0; number < here; number += 1) {
      const own = random.fork(`rep ${team} ${number}`);
      // The first of a team was always there; of the others some came or went on the way.
      const late = number > 0 && own.chance(0.3);
      const left = number > 1 && own.chance(0.12);
      add({
        role: "AE",
        team,
        region,
        segment,
        manager: managers.get(region) ?? vice,
        startDay: late ? own.integer(start, end - 120) : own.integer(long, start),
        leftDay: left ? own.integer(end - 200, end - 30) : undefined,
        skill: own.normal(0, sampleTruth.repSkill),
      });
    }
  }
  return reps;
}
