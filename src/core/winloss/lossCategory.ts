export const LOSS_CATEGORIES = ["Competitive", "No decision", "Internal", "Other"] as const;

export type LossCategory = (typeof LOSS_CATEGORIES)[number];

/** Words that reasons are known by, and what a loss for such a reason is. */
export type LossRule = {
  /** Whole words or phrases; a `*` at the end stands for any ending. Case and punctuation do not matter. */
  readonly words: readonly string[];
  readonly category: LossCategory;
  /** Whether the seller could have won; undefined where nobody said. */
  readonly addressable?: boolean | undefined;
};

export type LossKind = Pick<LossRule, "category" | "addressable">;

export type LossKindOf = (reason: string | undefined) => LossKind | undefined;

/** In the order in which they are tried; which words mean which is our own assumption. */
export const LOSS_RULES: readonly LossRule[] = [
  { words: ["no decision", "status quo", "do nothing", "no need"], category: "No decision" },
  { words: ["no budget", "budget*", "funding"], category: "No decision" },
  {
    words: [
      "timing",
      "postpon*",
      "on hold",
      "delayed",
      "low priority",
      "not a priority",
      "no priority",
    ],
    category: "No decision",
  },
  {
    words: ["no response", "non respons*", "nonrespons*", "unrespons*", "ghost*"],
    category: "No decision",
  },
  { words: ["went dark", "went silent", "went cold"], category: "No decision" },
  { words: ["lost interest", "no interest", "not interested"], category: "No decision" },
  {
    words: ["in house", "inhouse", "internal*", "diy", "build over", "build vs", "build instead"],
    category: "Internal",
  },
  {
    words: ["built themsel*", "built oursel*", "built it themsel*", "built it oursel*"],
    category: "Internal",
  },
  { words: ["reorg*", "restructur*", "champion*", "sponsor*"], category: "Internal" },
  { words: ["legal", "security", "compliance", "policy"], category: "Internal" },
  { words: ["acquired", "bankrupt*", "out of business"], category: "Internal" },
  { words: ["compet*", "incumbent*", "vendor*", "rival*"], category: "Competitive" },
  { words: ["price*", "pricing", "expensive", "cost*", "discount*"], category: "Competitive" },
  {
    words: ["rate", "rates", "fee", "fees", "cheap*", "overpric*", "undercut*"],
    category: "Competitive",
  },
  {
    words: ["feature*", "function*", "product*", "fit", "capabilit*", "integration*"],
    category: "Competitive",
  },
  { words: ["technical*", "poc"], category: "Competitive" },
];

const spaced = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** A reason of one word written together, such as no_decision or NoBudget, is known by its parts. */
const parted = (reason: string) => spaced(reason.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2"));

/**
 * What a loss is by its reason as the CRM words it, by the first rule that knows one of its words; Other when none
 * does, undefined when no reason is given. Each wording is looked up once.
 */
export function lossKindOf(rules: readonly LossRule[] = LOSS_RULES): LossKindOf {
  const phrases = rules.flatMap((rule) =>
    rule.words.flatMap((word) => {
      const plain = spaced(word);
      if (plain === "") return [];
      return [{ rule, phrase: word.trim().endsWith("*") ? ` ${plain}` : ` ${plain} ` }];
    }),
  );
  const other = { category: "Other" } as const;
  const known = new Map<string, LossKind>();
  return (reason = "") => {
    if (reason.trim() === "") return undefined;
    const found = known.get(reason);
    if (found) return found;
    const text = ` ${parted(reason)} `;
    const rule = phrases.find(({ phrase }) => text.includes(phrase))?.rule ?? other;
    known.set(reason, rule);
    return rule;
  };
}
