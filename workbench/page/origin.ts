import type { IncomingMessage } from "node:http";

const OWN = /^(?:127\.0\.0\.1|localhost):\d+$/;

/** Asked for under this machine's own name: another site cannot point its name at us. */
export function toThisMachine({ headers }: IncomingMessage): boolean {
  return OWN.test(headers.host ?? "");
}

/** Sent by our own page, not by another site that this browser has open; a browser cannot be made to say otherwise. */
export function fromOwnPage(request: IncomingMessage): boolean {
  const { host, origin, "sec-fetch-site": site } = request.headers;
  if (!toThisMachine(request)) return false;
  return origin === undefined ? site === "same-origin" : origin === `http://${host}`;
}
