import type { Ticket } from "./ticket.ts";

const CLOSED = /^\W*(closed|solved|resolved|done|complete)/i;

/** Whether a case still waits for somebody: by its flag, else by its closing day, else by its status. */
export function isOpenTicket({ isClosed, closed, status }: Ticket): boolean {
  return isClosed === undefined ? closed === undefined && !CLOSED.test(status ?? "") : !isClosed;
}
