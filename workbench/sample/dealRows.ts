import type { Moment } from "../../src/core/calendar/day.ts";
import { Random } from "./random.ts";
import { recordId } from "./recordId.ts";
import { flag, reportDate } from "./sampleFile.ts";
import { stageFacts } from "./stageFacts.ts";
import { isSince, type Story, type Version, versionAt } from "./story.ts";
import { openStages, sampleTruth } from "./truth.ts";

/** Headings of the opportunity report, as Salesforce names its own fields; the last ones are the company's own. */
const dealHeader = [
  "Opportunity ID",
  "Opportunity Name",
  "Account ID",
  "Account Name",
  "Opportunity Owner",
  "Opportunity Owner: Manager",
  "Owner Role",
  "Stage",
  "Amount Currency",
  "Amount",
  "Probability (%)",
  "Expected Revenue",
  "Forecast Category",
  "Close Date",
  "Created Date",
  "Last Stage Change Date",
  "Closed",
  "Won",
  "Type",
  "Lead Source",
  "Next Step",
  "Last Activity",
  "Last Modified Date",
  "Push Count",
  "Push Reason",
  "Loss Reason",
  "Competitor",
  "Segment",
  "Region",
  "Product",
  "Term Months",
  "List Amount",
  "Discount",
  "Payment Terms",
  "Contact Count",
  "Economic Buyer Met",
  "Champion Left",
  "Budget Confirmed",
  "POC Issue",
];

export type Spoilt = { readonly id: string; readonly how: keyof typeof sampleTruth.dirt };

const nextSteps = [
  "Send proposal",
  "Book demo",
  "Call sponsor",
  "Agree terms",
  "Meet IT",
  "Share references",
];
const PROPOSAL = openStages.indexOf("Proposal/Price Quote");

function lastTouch(story: Story, now: Moment): Moment | undefined {
  let last: Moment | undefined;
  for (const touch of story.touches) {
    if (touch.at > now) break;
    last = touch.at;
  }
  return last;
}

function stageSince(story: Story, version: Version): Moment {
  return story.versions.find((one) => one.stage === version.stage)?.at ?? version.at;
}

/** Owners of large deals call some of them otherwise than their stage says. */
function categoryOf(story: Story, stage: Version["stage"]): string {
  const { category } = stageFacts(stage);
  if (typeof stage !== "number" || stage < PROPOSAL) return category;
  if (story.number % 13 === 0) return "Commit";
  return story.number % 17 === 0 ? "Best Case" : category;
}

/** How a record is spoilt; the same each week until somebody would mend it. */
function spoil(
  story: Story,
  version: Version,
  row: Record<string, string>,
  spoilt: Spoilt[],
): void {
  const { dirt } = sampleTruth;
  const random = new Random(`dirt ${story.id}`);
  const mark = (how: keyof typeof dirt, applies: boolean) => {
    const hit = random.chance(dirt[how]) && applies;
    if (hit) spoilt.push({ id: story.id, how });
    return hit;
  };
  const isOpen = typeof version.stage === "number";
  if (mark("missingAmount", version.stage !== "won")) {
    row.Amount = "";
    row["Expected Revenue"] = "";
  }
  if (mark("missingOwner", isOpen)) row["Opportunity Owner"] = "";
  if (mark("missingNextStep", isOpen)) row["Next Step"] = "";
  if (mark("missingLossReason", version.stage === "lost")) row["Loss Reason"] = "";
  if (mark("oddStage", true)) row.Stage = `${(row.Stage ?? "").toLowerCase()} `;
}

function recordOf(story: Story, version: Version, now: Moment): Record<string, string> {
  const { account, owner } = story;
  const { name, probability } = stageFacts(version.stage);
  const isOpen = typeof version.stage === "number";
  const priced = !isOpen || (typeof version.stage === "number" && version.stage >= PROPOSAL);
  const touched = lastTouch(story, now);
  // In the first stage nobody has asked yet, so the answer is unknown and not no.
  const asked = version.stage !== 0;
  const known = (since: Moment | undefined) => (asked ? flag(isSince(since, now)) : "");
  const changed = Math.max(version.at, touched ?? version.at);
  return {
    "Opportunity ID": story.id,
    "Opportunity Name": story.name,
    "Account ID": account.id,
    "Account Name": account.name,
    "Opportunity Owner": owner.name,
    "Opportunity Owner: Manager": owner.manager,
    "Owner Role": owner.team,
    Stage: name,
    "Amount Currency": "USD",
    Amount: String(version.amount),
    "Probability (%)": String(probability),
    "Expected Revenue": String(Math.round(version.amount * probability) / 100),
    "Forecast Category": categoryOf(story, version.stage),
    "Close Date": reportDate(version.closeDate),
    "Created Date": reportDate(story.created),
    "Last Stage Change Date": reportDate(stageSince(story, version)),
    Closed: flag(!isOpen),
    Won: flag(version.stage === "won"),
    Type: story.type,
    "Lead Source": story.source,
    "Next Step": isOpen ? (nextSteps[story.number % nextSteps.length] ?? "") : "",
    "Last Activity": reportDate(touched),
    "Last Modified Date": reportDate(changed),
    "Push Count": String(version.pushes),
    "Push Reason": version.pushReason,
    "Loss Reason": version.stage === "lost" ? story.lossReason : "",
    Competitor: isSince(story.competitorSince, now) ? story.competitor : "",
    Segment: account.segment,
    Region: account.region,
    Product: story.product,
    "Term Months": String(story.termMonths),
    "List Amount": priced ? String(story.listAmount) : "",
    Discount: priced ? `${Math.round(story.discount * 100)}%` : "",
    "Payment Terms": priced ? story.paymentTerms : "",
    "Contact Count": String(story.contacts.filter(({ since }) => since <= now).length),
    "Economic Buyer Met": known(story.economicBuyerSince),
    "Champion Left": known(story.championLeftSince),
    "Budget Confirmed": known(story.budgetSince),
    "POC Issue": known(story.concernSince),
  };
}

const DUPLICATES = 5_000_000;

/** A second record of the same deal, entered by a colleague two days later. */
function duplicateOf(story: Story, row: Record<string, string>): Record<string, string> {
  return {
    ...row,
    "Opportunity ID": recordId("opportunity", DUPLICATES + story.number),
    "Opportunity Name": `${(row["Opportunity Name"] ?? "").toUpperCase()} `,
    "Created Date": reportDate(story.created + 2),
  };
}

/** The opportunity report as it stood at a moment, and what is wrong in it. */
export function dealRows(
  stories: readonly Story[],
  now: Moment,
  dirty: boolean,
): { rows: string[][]; spoilt: Spoilt[] } {
  const rows: string[][] = [dealHeader];
  const spoilt: Spoilt[] = [];
  const cells = (record: Record<string, string>) =>
    dealHeader.map((heading) => record[heading] ?? "");
  for (const story of stories) {
    const version = versionAt(story, now);
    if (!version) continue;
    const record = recordOf(story, version, now);
    if (dirty) spoil(story, version, record, spoilt);
    rows.push(cells(record));
    const twice = dirty && typeof version.stage === "number" && story.created + 2 < now;
    if (twice && new Random(`twice ${story.id}`).chance(sampleTruth.dirt.duplicateDeal)) {
      const copy = duplicateOf(story, record);
      rows.push(cells(copy));
      spoilt.push({ id: copy["Opportunity ID"] ?? "", how: "duplicateDeal" });
    }
  }
  return { rows, spoilt };
}
