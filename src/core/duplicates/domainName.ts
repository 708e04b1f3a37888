import { matchText } from "./matchText.ts";

const SECOND_LEVEL = /^(?:co|com|net|org|ac|gov)$/;

/** The name in a domain: `acme` of `mail.acme.co.uk`; blank when there is no dot. */
export function domainName(domain: string | undefined): string {
  const parts = (domain ?? "").split(".");
  if (parts.length < 2) return "";
  const ending = parts.length > 2 && SECOND_LEVEL.test(parts[parts.length - 2] ?? "") ? 3 : 2;
  return matchText(parts[parts.length - ending]);
}

const HOST = /^(?:[a-z]+:\/\/)?(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:[:/?#].*)?$/;

/** The host in a web address; undefined when it is none. */
export const hostOf = (website: string | undefined): string | undefined =>
  HOST.exec((website ?? "").trim().toLowerCase())?.[1];
