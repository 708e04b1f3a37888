/** One way to answer a question, and what it earns. */
type Choice = { readonly words: string; readonly points: number };

type Question = {
  readonly id: string;
  /** Questions of one area share its most points. */
  readonly area: string;
  readonly ask: string;
  readonly choices: readonly Choice[];
};

export type Framework = {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** `score`: points add up to 100. `checklist`: what is done. `stops`: any yes speaks against the record. */
  readonly kind: "score" | "checklist" | "stops";
  /** Most points of an area. */
  readonly areaMost: number;
  /** Days for which answers hold after the newest one. */
  readonly validDays: number;
  readonly questions: readonly Question[];
};

const choices = (...pairs: readonly (readonly [words: string, points: number])[]): Choice[] =>
  pairs.map(([words, points]) => ({ words, points }));

const question = (id: string, ask: string, ...pairs: readonly (readonly [string, number])[]) => ({
  id,
  area: id,
  ask,
  choices: choices(...pairs),
});

/** The scale of a lean question. The source gives ranges (8-10, 5-7, 2-4, 0-1); the middle of each is our own choice. */
const STRENGTH = choices(["Strongest", 9], ["Strong", 6], ["Moderate", 3], ["Weak", 0]);

const area = (name: string, ...asks: readonly string[]): Question[] =>
  asks.map((ask, at) => ({ id: `${name} ${at + 1}`, area: name, ask, choices: STRENGTH }));

const YES_NO = choices(["Done", 1], ["Open", 0]);
const steps = (...asks: readonly (readonly [id: string, ask: string])[]): Question[] =>
  asks.map(([id, ask]) => ({ id, area: id, ask, choices: YES_NO }));

const STOP = choices(["Yes", 1], ["No", 0]);
const stops = (...asks: readonly (readonly [id: string, ask: string])[]): Question[] =>
  asks.map(([id, ask]) => ({ id, area: id, ask, choices: STOP }));

/** Points: deal scoring models (MEDDIC, BANT) and lean qualification; the wording of its questions is our own. */
const standard: readonly Omit<Framework, "validDays">[] = [
  {
    id: "MEDDIC",
    title: "MEDDIC",
    about: "Six parts of a complex deal, 100 points.",
    kind: "score",
    areaMost: 100,
    questions: [
      question(
        "Metrics",
        "What is it worth to them?",
        ["None", 0],
        ["Some", 10],
        ["Agreed in numbers", 20],
      ),
      question(
        "Economic buyer",
        "Who can say yes to the money?",
        ["Unknown", 0],
        ["Named", 10],
        ["Met", 15],
        ["For us", 25],
      ),
      question(
        "Decision criteria",
        "What do they decide by?",
        ["Unknown", 0],
        ["Known", 8],
        ["Shaped by us", 15],
      ),
      question(
        "Decision process",
        "How and when do they decide?",
        ["Unknown", 0],
        ["Known", 8],
        ["Agreed with dates", 15],
      ),
      question("Pain", "What hurts?", ["None", 0], ["There", 5], ["Pressing", 10]),
      question(
        "Champion",
        "Who sells for us inside?",
        ["None", 0],
        ["Friendly", 8],
        ["Sells for us", 15],
      ),
    ],
  },
  {
    id: "BANT",
    title: "BANT",
    about: "Budget, authority, need and timeline, 100 points.",
    kind: "score",
    areaMost: 100,
    questions: [
      question(
        "Budget",
        "Is there money?",
        ["None", 0],
        ["Possible", 10],
        ["Planned", 18],
        ["Confirmed", 25],
      ),
      question(
        "Authority",
        "How high is our contact?",
        ["Individual", 0],
        ["Manager", 10],
        ["Director", 18],
        ["Vice president or above", 30],
      ),
      question(
        "Need",
        "How clear is the need?",
        ["None", 0],
        ["Some", 10],
        ["Clear", 18],
        ["Pressing", 25],
      ),
      question(
        "Timeline",
        "When do they decide?",
        ["No date", 0],
        ["Beyond 6 months", 5],
        ["3-6 months", 10],
        ["Within 3 months", 15],
        ["Within 30 days", 20],
      ),
    ],
  },
  {
    id: "Lean",
    title: "For, act, fit, win",
    about: "Sixteen questions in four areas of at most 25 points.",
    kind: "score",
    areaMost: 25,
    questions: [
      ...area(
        "For",
        "Is the problem one we solve?",
        "Do we know who has it?",
        "Does it cost them enough?",
        "Are they the customer we want?",
      ),
      ...area(
        "Act",
        "Is there a reason to act now?",
        "Is there a budget?",
        "Is there an owner on their side?",
        "Is there a date?",
      ),
      ...area(
        "Fit",
        "Does the product do what they need?",
        "Does the price fit?",
        "Does it fit their systems?",
        "Can we deliver in time?",
      ),
      ...area(
        "Win",
        "Do we have a champion?",
        "Are we ahead of the others?",
        "Do we know how they decide?",
        "Would they rather act than wait?",
      ),
    ],
  },
  {
    id: "SPIN",
    title: "SPIN",
    about: "Which questions were asked.",
    kind: "checklist",
    areaMost: 100,
    questions: steps(
      ["Situation", "How do they work today?"],
      ["Problem", "What is hard about it?"],
      ["Implication", "What follows if it stays so?"],
      ["Need-payoff", "What would a solution be worth?"],
    ),
  },
  {
    id: "Sandler",
    title: "Sandler",
    about: "Which steps were taken.",
    kind: "checklist",
    areaMost: 100,
    questions: steps(
      ["Rapport", "Is there trust?"],
      ["Up-front contract", "Was it agreed what each meeting is for?"],
      ["Pain", "Was the pain named?"],
      ["Budget", "Was money talked about?"],
      ["Decision", "Is it known who decides, how and when?"],
      ["Fulfilment", "Was the solution shown to end the pain?"],
      ["Post-sell", "Was it agreed what happens after the yes?"],
    ),
  },
  {
    id: "Challenger",
    title: "Challenger",
    about: "Which steps were taken.",
    kind: "checklist",
    areaMost: 100,
    questions: steps(
      ["Teach", "Did they learn something about their business?"],
      ["Tailor", "Was it told in their terms, to each role?"],
      ["Take control", "Were money and next steps asked for?"],
    ),
  },
  {
    id: "Stop",
    title: "Stop conditions",
    about: "Any yes speaks against going on.",
    kind: "stops",
    areaMost: 100,
    questions: stops(
      ["No champion", "Is there still no champion after three meetings?"],
      ["Slow replies", "Do replies take more than two weeks?"],
      ["Unmet requirements", "Are three or more critical requirements not met?"],
      ["Custom work", "Is custom work more than 30 % of the value?"],
      ["Over budget", "Is the scope more than 50 % over their budget?"],
      ["No timeline", "Is there still no date after two meetings?"],
    ),
  },
];

/** Source: lean qualification; for the other frameworks it is our own assumption. */
const VALID_DAYS = 30;

/** What holds where the settings say nothing else. */
export const frameworks: readonly Framework[] = standard.map((framework) => ({
  ...framework,
  validDays: VALID_DAYS,
}));

export const frameworkNamed = (
  name: string,
  all: readonly Framework[] = frameworks,
): Framework | undefined =>
  all.find(({ id, title }) =>
    [id, title].some((one) => one.toLowerCase() === name.trim().toLowerCase()),
  );
