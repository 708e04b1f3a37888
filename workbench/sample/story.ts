import type { Day, Moment } from "../../src/core/calendar/day.ts";
import type { SampleAccount, SampleContact } from "./accounts.ts";
import type { SampleRep } from "./people.ts";
import type { DealType } from "./truth.ts";

/** What a deal looked like from a moment on. */
export type Version = {
  readonly at: Moment;
  /** Number of the open stage; `won` and `lost` end the story. */
  readonly stage: number | "won" | "lost";
  readonly amount: number;
  readonly closeDate: Day;
  readonly pushes: number;
  readonly pushReason: string;
};

/** From when on something is so; undefined: never. */
export type Since = Moment | undefined;

export type Touch = {
  readonly at: Moment;
  readonly type: "Call" | "Email" | "Meeting" | "Demo";
  readonly contact: number;
};

/** The whole life of a deal, past and future: what an export shows is the story up to its day. */
export type Story = {
  readonly number: number;
  readonly id: string;
  readonly name: string;
  readonly account: SampleAccount;
  readonly owner: SampleRep;
  readonly type: DealType;
  readonly source: string;
  readonly product: string;
  readonly listAmount: number;
  readonly discount: number;
  readonly termMonths: number;
  readonly paymentTerms: string;
  readonly created: Moment;
  readonly versions: readonly Version[];
  readonly touches: readonly Touch[];
  readonly contacts: readonly {
    readonly contact: SampleContact;
    readonly role: string;
    readonly since: Moment;
  }[];
  readonly competitor: string;
  readonly competitorSince: Since;
  readonly economicBuyerSince: Since;
  readonly championLeftSince: Since;
  readonly budgetSince: Since;
  readonly concernSince: Since;
  readonly won: boolean;
  readonly closedAt: Moment;
  readonly lossReason: string;
  /** Chance of winning as it truly was on entering each open stage. */
  readonly trueChance: readonly number[];
};

/** The last version that had begun by then. */
export function versionAt(story: Story, moment: Moment): Version | undefined {
  let found: Version | undefined;
  for (const version of story.versions) {
    if (version.at > moment) break;
    found = version;
  }
  return found;
}

export const isSince = (since: Since, moment: Moment) => since !== undefined && since <= moment;
