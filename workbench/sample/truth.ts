/** The stages that deals of the sample company go through, in order. */
export const openStages = [
  "Prospecting",
  "Qualification",
  "Needs Analysis",
  "Value Proposition",
  "Proposal/Price Quote",
  "Negotiation/Review",
] as const;

export const WON = "Closed Won";
export const LOST = "Closed Lost";

export type Segment = "SMB" | "Mid-Market" | "Enterprise";
export type DealType = "New Business" | "Expansion" | "Renewal";

/**
 * The numbers the sample company is made by. Analyses of its data should find them again, within what chance allows.
 * A deal leaves a stage forwards with probability logistic(logit(advance) + its effects), otherwise it is lost there.
 */
export const sampleTruth = {
  /** Chance of leaving each stage forwards for a mid-market deal of new business without any effect. */
  advance: [0.7, 0.74, 0.78, 0.82, 0.76, 0.83],
  /** Median days in each stage for such a deal. */
  stageDays: [14, 18, 24, 24, 20, 22],
  /** Spread of the days in a stage (of their logarithm). */
  stageSigma: 0.55,
  /** Deals that will be lost stay longer in their last stage. */
  lostStageFactor: 1.35,
  /** Share of lost deals that nobody works or closes any more, and for how many days they linger. */
  neglect: { share: 0.07, days: [90, 420] },
  segmentDays: { SMB: 0.55, "Mid-Market": 1, Enterprise: 1.7 } as Record<Segment, number>,
  typeDays: { "New Business": 1, Expansion: 0.7, Renewal: 1 } as Record<DealType, number>,
  /** Added to the log-odds of every stage from the moment an effect sets in. */
  effects: {
    smb: 0.12,
    enterprise: -0.12,
    expansion: 0.9,
    renewal: 1.9,
    referral: 0.35,
    outbound: -0.25,
    competitor: -0.45,
    economicBuyerMet: 0.35,
    championLeft: -0.9,
    singleContact: -0.3,
    budgetConfirmed: 0.2,
    technicalConcern: -0.4,
  },
  /** How often an effect sets in at all. */
  rates: { competitor: 0.3, championLeft: 0.07, singleContact: 0.22, technicalConcern: 0.09 },
  /** Spread of the reps' skill in log-odds. */
  repSkill: 0.25,
  /** Median list amount and the spread of its logarithm. */
  amount: { SMB: 9000, "Mid-Market": 34000, Enterprise: 120000 } as Record<Segment, number>,
  amountSigma: 0.55,
  /** New deals in each month of the year, 1 = an average month. */
  creationByMonth: [1.1, 1.05, 1.1, 1, 1.05, 1, 0.85, 0.75, 1.15, 1.15, 1, 0.7],
  /** Growth of new deals from one quarter to the next. */
  growthPerQuarter: 0.04,
  /** A won deal closes in the last six working days of a quarter when that is at most `days` away, this often. */
  quarterEnd: { share: 0.5, days: 25 },
  /** The same for the last three working days of a month. */
  monthEnd: { share: 0.3, days: 12 },
  /** First guess of the close date: this share of the days the deal would typically take. */
  optimism: 0.65,
  /** How often an owner moves a close date that has passed; the others leave it overdue for some weeks. */
  pushShare: 0.72,
  /** How often a push has a reason. */
  pushReasonShare: 0.35,
  /** Renewals: days before the contract ends at which the deal is created, and the yearly price increase. */
  renewal: { daysBefore: 100, increase: 0.03 },
  /** Log-odds that a lead is in earnest, besides those that became deals: base, interest, standing and size of its company. */
  leads: { base: -3.4, keen: 2.6, fit: 0.9, enterprise: 0.4 },
  /** Share of records that are spoilt in each way. */
  dirt: {
    missingAmount: 0.025,
    missingOwner: 0.003,
    missingNextStep: 0.3,
    missingLossReason: 0.2,
    oddStage: 0.006,
    duplicateDeal: 0.01,
    duplicateAccount: 0.015,
    badEmail: 0.02,
    badPhone: 0.02,
    missingIndustry: 0.08,
    orphanTicket: 0.03,
  },
} as const;

export type SampleTruth = typeof sampleTruth;
