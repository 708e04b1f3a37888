export type LossCategory = "Competitive" | "No decision" | "Internal" | "Other";

/** In the order in which they are tried; which words mean which is our own assumption. */
const WORDS: readonly (readonly [LossCategory, RegExp])[] = [
  [
    "No decision",
    /no[ _-]?decision|status quo|no[ _-]?budget|budget|funding|timing|no response|non.?responsive|unresponsive|went (dark|silent|cold)|ghost|lost interest|no interest|not interested|postpon|on hold|delayed|(low|not a|no) priority|no need|do nothing/i,
  ],
  [
    "Internal",
    /in.?house|internal|built? (it )?(them|our)sel|build (vs|over|instead)|diy|reorg|restructur|champion|sponsor|legal|security|compliance|policy|acquired|bankrupt|out of business/i,
  ],
  [
    "Competitive",
    /compet|incumbent|vendor|rival|price|pricing|expensive|cost|discount|feature|function|product|\bfit\b|capabilit|integration|technical|\bpoc\b/i,
  ],
];

/** Which kind of loss a reason as the CRM words it stands for; undefined when none is given. */
export function lossCategory(reason: string | undefined): LossCategory | undefined {
  if (reason === undefined || reason.trim() === "") return undefined;
  return WORDS.find(([, words]) => words.test(reason))?.[0] ?? "Other";
}
