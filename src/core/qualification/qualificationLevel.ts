export type QualificationLevel = "High" | "Qualified" | "Weak" | "Disqualify";

/** The band of a qualification score of 0-100: from 80 High, from 60 Qualified, from 40 Weak, else Disqualify. */
export function qualificationLevel(score: number): QualificationLevel {
  if (score >= 80) return "High";
  if (score >= 60) return "Qualified";
  return score >= 40 ? "Weak" : "Disqualify";
}
