import type { BookDeal } from "../book.ts";

/** What deals may be alike in. */
export type Dimension = {
  readonly name: string;
  readonly of: (deal: BookDeal) => string | undefined;
};

/** Those that the review shows unasked. */
export const STANDING_CUTS: readonly Dimension[] = [
  { name: "Segment", of: ({ segment }) => segment },
  { name: "Region", of: ({ region }) => region },
  { name: "Pipeline", of: ({ standing }) => standing.deal.pipeline },
  { name: "Type", of: ({ standing }) => standing.deal.type },
  { name: "Source", of: ({ standing }) => standing.deal.leadSource },
];

/** All that a person may cut the pipeline by. */
export const DIMENSIONS: readonly Dimension[] = [
  { name: "Stage", of: ({ stageName }) => stageName },
  { name: "Owner", of: ({ owner }) => owner.label },
  { name: "Team", of: ({ team }) => team },
  { name: "Category", of: ({ standing }) => standing.category },
  ...STANDING_CUTS,
];
