import { isoFromDay } from "../calendar/day.ts";
import type { Deal } from "../deals/deal.ts";
import { companyCore } from "./companyCore.ts";
import type { MatchData } from "./matchField.ts";
import { matchText } from "./matchText.ts";

/** Deals of one account that close further apart are two deals. */
const NEAR_DAYS = 30;
const NEAR_AMOUNT = 0.1;
const PREFIX = 6;

const all = (...texts: readonly string[]): string =>
  texts.every((text) => text !== "") ? texts.join("|") : "";

/** The part of a deal's name that is not its account's. */
function ownName(name: string, account: string): string {
  const rest = account === "" ? name : name.replace(account, " ").replace(/ +/g, " ").trim();
  return rest === "" ? name : rest;
}

/**
 * Deals as the search for duplicates takes them. A customer buys many things, so deals are one only with the same
 * account, a like name and close dates within a month, as far as these are known;
 * unless the amounts are equal, a person decides. Deals of one account share owner, name and month more often than any
 * two deals do, so what these say is counted within accounts.
 */
export function dealData(deals: readonly Deal[]): MatchData {
  const account = deals.map(({ accountId, accountName }) =>
    accountName === undefined ? (accountId ?? "") : companyCore(accountName),
  );
  const name = deals.map(({ opportunityName }, at) =>
    ownName(matchText(opportunityName), account[at] ?? ""),
  );
  const day = deals.map(({ closeDate }) => (closeDate === undefined ? "" : String(closeDate)));
  const amount = deals.map((deal) => (deal.amount === undefined ? "" : String(deal.amount)));
  const owner = deals.map((deal) => matchText(deal.owner));
  const month = (at: number, shift: number) => {
    const closeDate = deals[at]?.closeDate;
    return closeDate === undefined ? "" : isoFromDay(closeDate + shift).slice(0, 7);
  };
  const texts = (of: (at: number) => string) => deals.map((_, at) => of(at));
  return {
    size: deals.length,
    fields: [
      {
        id: "account",
        isDecisive: true,
        label: "Account",
        compare: "title",
        same: 0.95,
        close: 0.03,
        chance: 0.005,
        columns: [account],
      },
      {
        id: "name",
        isDecisive: true,
        label: "Deal name",
        compare: "title",
        same: 0.75,
        close: 0.15,
        chance: 0.02,
        within: { texts: account, chance: 0.1 },
        columns: [name],
      },
      {
        id: "close",
        isDecisive: true,
        label: "Close date",
        compare: "day",
        near: NEAR_DAYS,
        same: 0.5,
        close: 0.4,
        chance: 0.02,
        within: { texts: account, chance: 0.03 },
        columns: [day],
      },
      {
        id: "amount",
        isConfirming: true,
        label: "Amount",
        compare: "number",
        near: NEAR_AMOUNT,
        same: 0.6,
        close: 0.15,
        chance: 0.02,
        within: { texts: account, chance: 0.03 },
        columns: [amount],
      },
      {
        id: "owner",
        label: "Owner",
        compare: "name",
        same: 0.75,
        close: 0.02,
        chance: 0.05,
        within: { texts: account, chance: 0.4 },
        columns: [owner],
      },
    ],
    keys: [
      {
        label: "account and name",
        texts: texts((at) => all(account[at] ?? "", (name[at] ?? "").slice(0, PREFIX))),
      },
      {
        label: "account and close month",
        texts: texts((at) => all(account[at] ?? "", month(at, 0))),
      },
      {
        label: "account and half-shifted month",
        texts: texts((at) => all(account[at] ?? "", month(at, 15))),
      },
      {
        label: "account and amount",
        texts: texts((at) => all(account[at] ?? "", amount[at] ?? "")),
      },
      { label: "name and amount", texts: texts((at) => all(name[at] ?? "", amount[at] ?? "")) },
    ],
  };
}
