const SALESFORCE_ACCOUNT = /^001[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?$/;

/** The domain of a web or e-mail address: `https://www.acme.com/about` and `ann@acme.com` give `acme.com`; else undefined. */
export function domainOf(text: string): string | undefined {
  const plain = text.trim().toLowerCase();
  const host =
    /^(?:[a-z]+:\/\/)?(?:[^@/\s]*@)?(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:[:/?#].*)?$/;
  return host.exec(plain)?.[1];
}

/**
 * One text for all ways of writing a named account: an id of Salesforce (15 or 18 characters, in exact case), a web
 * domain, or a name without case and doubled spaces.
 */
export function accountKey(text: string): string {
  const trimmed = text.trim();
  if (SALESFORCE_ACCOUNT.test(trimmed)) return trimmed.slice(0, 15);
  return domainOf(trimmed) ?? trimmed.toLowerCase().replace(/\s+/g, " ");
}
