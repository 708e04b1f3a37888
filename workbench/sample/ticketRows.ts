import type { Moment } from "../../src/core/calendar/day.ts";
import type { Company } from "./company.ts";
import { Random } from "./random.ts";
import { recordId } from "./recordId.ts";
import { exportMoment, flag } from "./sampleFile.ts";
import { sampleTruth } from "./truth.ts";

const header = [
  "Case ID",
  "Subject",
  "Account ID",
  "Contact ID",
  "Case Owner",
  "Status",
  "Priority",
  "Type",
  "Case Origin",
  "Date/Time Opened",
  "Date/Time Closed",
  "Escalated",
];
const subjects = [
  "Login fails",
  "Report is slow",
  "Invoice question",
  "Import error",
  "Feature request",
  "Data missing",
];
const agents = ["Support North", "Support South", "Support East"];
/** Days between two tickets of a customer. */
const MEAN_GAP = 75;

/** Tickets of customers from their first purchase on. */
export function ticketRows(company: Company, now: Moment, dirty: boolean): string[][] {
  const rows: string[][] = [header];
  const firstWin = new Map<number, Moment>();
  const places = new Map(company.accounts.map((account, index) => [account, index]));
  company.stories.forEach((story) => {
    if (!story.won || story.closedAt > now) return;
    const index = places.get(story.account) ?? -1;
    firstWin.set(index, Math.min(firstWin.get(index) ?? story.closedAt, story.closedAt));
  });
  for (const [index, since] of firstWin) {
    const account = company.accounts[index];
    if (!account) continue;
    const random = new Random(`${company.seed} tickets ${account.id}`);
    let number = 0;
    for (let at = since + random.wait(MEAN_GAP); at <= now; at += random.wait(MEAN_GAP)) {
      number += 1;
      const closed = at + random.around(2.5, 0.9);
      const done = closed <= now;
      const urgent = random.chance(0.15);
      const orphan = dirty && random.chance(sampleTruth.dirt.orphanTicket);
      rows.push([
        recordId("case", index * 200 + number),
        random.pick(subjects),
        orphan ? "" : account.id,
        random.pick(account.contacts).id,
        random.pick(agents),
        done ? "Closed" : random.pick(["New", "Working"]),
        urgent ? "High" : random.pick(["Medium", "Low"]),
        random.pick(["Problem", "Question"]),
        random.pick(["Email", "Web", "Phone"]),
        exportMoment(at),
        done ? exportMoment(closed) : "",
        flag(urgent && random.chance(0.5)),
      ]);
    }
  }
  return rows;
}
