import { dayFromIso } from "../../src/core/calendar/day.ts";
import { defaultSettings } from "../../src/settings/defaultSettings.ts";
import { sampleCompany } from "../../src/sources/sampleCompany.ts";

export const NEXT_WEEK = "2026-05-19";

/** The deals of a week later: one won, one lost, one larger, one put off, one new. */
export function nextWeek(): string {
  const files = sampleCompany(dayFromIso("2026-05-12") ?? 0, defaultSettings.calendar);
  const [header = [], ...rows] =
    files.find(({ file }) => file.includes("opportunities"))?.rows ?? [];
  const changes: Readonly<Record<string, Readonly<Record<string, string | number>>>> = {
    D1056: { Stage: "Closed Won", "Close Date": "2026-05-18" },
    D1022: { Stage: "Closed Lost", "Close Date": "2026-05-18", "Loss Reason": "Price" },
    D1006: { Amount: 30_000 },
    D1042: { "Close Date": "2026-08-03" },
  };
  const later = rows.map((row) =>
    row.map((cell, at) => changes[String(row[0])]?.[String(header[at])] ?? cell ?? ""),
  );
  const fresh: Readonly<Record<string, string | number>> = {
    "Opportunity ID": "D2001",
    "Opportunity Name": "Tern Airlines new lounge",
    Owner: "Ada Okafor",
    Amount: 20_000,
    Currency: "USD",
    Stage: "Proposal/Price Quote",
    "Created Date": "2026-05-14",
    "Close Date": "2026-06-15",
  };
  const added = header.map((name) => fresh[String(name)] ?? "");
  return [header, ...later, added].map((row) => row.join(",")).join("\n");
}
