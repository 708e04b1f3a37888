import fc from "fast-check";
import { expect, it } from "vitest";
import { accountSupport } from "../../../src/core/customers/accountSupport.ts";
import type { Ticket } from "../../../src/core/customers/ticket.ts";

const asOf = 100;
const accounts = [
  { accountId: "A1", accountName: "Acme", supportTier: "VIP", supportContact: "Ana" },
  { accountId: "A2", accountName: "Beta" },
];

it("counts tickets, those that wait, escalations, ratings and the last contact up to the day", () => {
  const tickets: Ticket[] = [
    { ticketId: "1", accountId: "A1", opened: 90.5, status: "Open", csat: 4, escalated: true },
    { ticketId: "2", accountId: "A1", opened: 80, closed: 95, csat: 5 },
    { ticketId: "3", accountId: "A1", opened: 101, status: "New" },
    { ticketId: "4", accountId: "A9", opened: 70, isClosed: true },
    { ticketId: "5", opened: 70 },
  ];
  expect(accountSupport(accounts, tickets, asOf)).toEqual([
    {
      accountId: "A1",
      accountName: "Acme",
      tier: "VIP",
      contact: "Ana",
      tickets: 3,
      open: 2,
      escalated: 1,
      // (4 + 5) / 2
      satisfaction: 4.5,
      lastContact: 95,
    },
    { accountId: "A2", accountName: "Beta", tickets: 0, open: 0, escalated: 0 },
    { accountId: "A9", tickets: 1, open: 0, escalated: 0, lastContact: 70 },
  ]);
});

it("loses no ticket that names an account, and has every account once", () => {
  const id = fc.constantFrom("A1", "A2", "A3", "");
  fc.assert(
    fc.property(fc.array(id), fc.array(id), (owned, named) => {
      const tickets = named.map((accountId, at) => ({ ticketId: String(at), accountId }));
      const known = owned.filter((one) => one !== "").map((accountId) => ({ accountId }));
      const rows = accountSupport(known, tickets, asOf);
      const sum = rows.reduce((all, row) => all + row.tickets, 0);
      expect(sum).toBe(named.filter((one) => one !== "").length);
      expect(new Set(rows.map(({ accountId }) => accountId)).size).toBe(rows.length);
    }),
  );
});
