/** A question with its choices and what was answered. */
export type QualifyQuestion = {
  readonly id: string;
  readonly area: string;
  readonly ask: string;
  readonly choices: readonly { readonly words: string; readonly points: number }[];
  readonly answer?: string;
};

export type QualifyFramework = {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly kind: "score" | "checklist" | "stops";
  readonly questions: readonly QualifyQuestion[];
  /** The score in words: `55 of 100, weak`, `3 of 7 done`; undefined: nothing is answered. */
  readonly says?: string;
  readonly tone: "good" | "warning" | "bad" | "neutral";
  /** ISO day until which the answers hold; undefined: no dated answer. */
  readonly validUntil?: string;
  readonly isExpired: boolean;
};

/** One deal or lead with its answers, and what its next stage still asks for. */
export type QualifyView = {
  readonly record?: {
    readonly id: string;
    readonly name: string;
    readonly kind: "deal" | "lead";
    /** Stage or lead status. */
    readonly state: string;
  };
  readonly frameworks: readonly QualifyFramework[];
  readonly next?: {
    readonly stage: string;
    readonly missing: readonly string[];
    readonly unknown: readonly string[];
  };
  /** Reasons in the record to stop working it. */
  readonly stops: readonly string[];
};

/** A blank id asks for the record of the selected row. */
export type QualifyRequest = { readonly recordId: string };

export type SaveQualificationRequest = {
  readonly recordId: string;
  readonly framework: string;
  /** Words of the choice by question; blank takes an answer back. */
  readonly answers: Readonly<Record<string, string>>;
};
