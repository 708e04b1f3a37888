export type AgeBucket = "0-30" | "31-60" | "61-90" | "Over 90";

/** The band of a deal's age in days; undefined for an age below zero. */
export function ageBucket(days: number): AgeBucket | undefined {
  if (!(days >= 0)) return undefined;
  if (days <= 30) return "0-30";
  if (days <= 60) return "31-60";
  return days <= 90 ? "61-90" : "Over 90";
}
