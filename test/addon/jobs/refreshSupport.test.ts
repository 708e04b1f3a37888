import { expect, it } from "vitest";
import { addonHost } from "../addonHost.ts";

const ACCOUNTS = [
  ["Account ID", "Account Name", "Industry"],
  ["001A", "Acme", "Retail"],
  ["001B", "Beta", "Media"],
];
const tickets = (more: readonly (readonly string[])[] = []) => [
  ["Ticket ID", "Subject", "Account ID", "Status", "Opened", "CSAT"],
  ["T1", "Login", "001A", "Open", "2026-05-02", ""],
  ["T2", "Invoice", "001A", "Closed", "2026-05-01", "4"],
  ...more,
];
type Host = ReturnType<typeof addonHost>;

function bring(host: Host, file: string, rows: readonly (readonly string[])[]): void {
  const token = host.upload(
    file,
    rows.map((row) => [...row]),
  );
  host.ask("revopsImport", { from: { token }, file, answers: {}, date: "2026-06-01" });
}
const rowsOf = (host: Host, name: string) => {
  const [header = [], ...lines] = host.cells(name);
  return lines.map((line) => Object.fromEntries(header.map((key, at) => [String(key), line[at]])));
};

it("computes the support fields beside the accounts, again and again, and keeps what a person added", () => {
  const host = addonHost();
  host.open();
  host.runMenu("Refresh account support fields");
  expect(host.events.at(-1)).toMatchObject({
    text: "There are no tickets to compute support fields from; import an export of tickets first.",
  });
  bring(host, "accounts.csv", ACCOUNTS);
  bring(host, "tickets.csv", tickets());
  const accounts = host.cells("Accounts");
  host.runMenu("Refresh account support fields");
  expect(host.calls().length).toBeLessThanOrEqual(40);
  expect(host.events.at(-1)).toMatchObject({
    text: "Account support: 2 accounts, 1 open ticket, as of 2026-06-01.",
  });
  expect(rowsOf(host, "Account support")).toMatchObject([
    { "Account ID": "001A", Tickets: 2, "Open Tickets": 1, Satisfaction: 4 },
    { "Account ID": "001B", Tickets: 0, "Open Tickets": 0, Satisfaction: null },
  ]);
  // The imported sheet is the CRM's.
  expect(host.cells("Accounts")).toEqual(accounts);
  const width = host.cells("Account support")[0]?.length ?? 0;
  host.person(`const sheet = book.getSheetByName("Account support");
    if (sheet.getMaxColumns() < ${width + 1}) sheet.insertColumnAfter(${width});
    sheet.getRange(1, ${width + 1}, 2, 1).setValues([["My note"], ["call Ana"]]);`);
  bring(host, "tickets.csv", tickets([["T3", "Crash", "001B", "Open", "2026-05-20", ""]]));
  host.runMenu("Refresh account support fields");
  const again = rowsOf(host, "Account support");
  expect(again).toMatchObject([
    { "Account ID": "001A", "Open Tickets": 1, "My note": "call Ana" },
    { "Account ID": "001B", "Open Tickets": 1 },
  ]);
  host.runMenu("Refresh account support fields");
  expect(rowsOf(host, "Account support")).toEqual(again);
});
