import type { IncomingMessage } from "node:http";

const OWN = /^(?:127\.0\.0\.1|localhost):\d+$/;

/** Asked for under this machine's own name: another site cannot point its name at us. */
export function toThisMachine({ headers }: IncomingMessage): boolean {
  return OWN.test(headers.host ?? "");
}

/** Sent by our own page, not by another site that this browser has open. */
export function fromOwnPage(request: IncomingMessage): boolean {
  const { host, origin } = request.headers;
  return toThisMachine(request) && origin === `http://${host}`;
}
