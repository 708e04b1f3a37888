import { expect, it } from "vitest";
import { isOpenTicket } from "../../../src/core/customers/isOpenTicket.ts";

it.each([
  [{ isClosed: false, closed: 20000 }, true],
  [{ isClosed: true }, false],
  [{ closed: 20000, status: "Waiting" }, false],
  [{ status: "Closed - no answer" }, false],
  [{ status: "Resolved" }, false],
  [{ status: "Waiting on us" }, true],
  [{}, true],
])("takes the flag first, then the day, then the status: %o", (facts, expected) => {
  expect(isOpenTicket({ ticketId: "t", ...facts })).toBe(expected);
});
