import type { Moment } from "../../src/core/calendar/day.ts";
import { recordId } from "./recordId.ts";
import { exportMoment, isoDate } from "./sampleFile.ts";
import type { Story } from "./story.ts";

/** Headings of Task in the weekly data export. */
const header = [
  "Id",
  "WhoId",
  "WhatId",
  "Subject",
  "ActivityDate",
  "Status",
  "OwnerId",
  "Type",
  "TaskSubtype",
  "AccountId",
  "IsClosed",
  "CreatedDate",
];

/** An export of tasks reaches back so many days. */
const DAYS = 120;

const subjects = {
  Call: "Call with",
  Email: "Email to",
  Meeting: "Meeting with",
  Demo: "Demo for",
} as const;

export function activityRows(stories: readonly Story[], now: Moment): string[][] {
  const rows: string[][] = [header];
  for (const story of stories) {
    if (story.closedAt < now - DAYS) continue;
    story.touches.forEach((touch, index) => {
      if (touch.at > now || touch.at < now - DAYS) return;
      const person = story.contacts[touch.contact]?.contact ?? story.contacts[0]?.contact;
      rows.push([
        recordId("task", story.number * 500 + index + 1),
        person?.id ?? "",
        story.id,
        `${subjects[touch.type]} ${person?.first ?? ""} ${person?.last ?? ""}`.trim(),
        isoDate(Math.floor(touch.at)),
        "Completed",
        story.owner.id,
        touch.type,
        touch.type === "Email" || touch.type === "Call" ? touch.type : "Event",
        story.account.id,
        "1",
        exportMoment(touch.at),
      ]);
    });
  }
  return rows;
}
