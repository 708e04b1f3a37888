export type QuotaStatus = "Exceeding" | "On Track" | "At Risk" | "Critical";

/** Limits as fractions of the quota: above the first Exceeding, from the second On Track, from the third At Risk. */
export type QuotaBands = {
  readonly quotaExceeding: number;
  readonly quotaOnTrack: number;
  readonly quotaAtRisk: number;
};

const quotaBands: QuotaBands = { quotaExceeding: 1.1, quotaOnTrack: 0.9, quotaAtRisk: 0.7 };

/** The band of a (projected) attainment, a fraction: above 110 % Exceeding, from 90 % On Track, from 70 % At Risk, else Critical. */
export function quotaStatus(attainment: number, bands: QuotaBands = quotaBands): QuotaStatus {
  if (attainment > bands.quotaExceeding) return "Exceeding";
  if (attainment >= bands.quotaOnTrack) return "On Track";
  return attainment >= bands.quotaAtRisk ? "At Risk" : "Critical";
}
