/** Mail services that tell nothing about where a person works. */
const FREE_MAIL = new Set(
  (
    "aol.com bigpond.com bluewin.ch btinternet.com comcast.net duck.com fastmail.com free.fr gmail.com googlemail.com gmx.at gmx.ch gmx.com " +
    "gmx.de gmx.net hey.com hotmail.co.uk hotmail.com hotmail.de hotmail.fr hotmail.it icloud.com laposte.net libero.it live.com " +
    "mac.com mail.com mail.ru me.com msn.com naver.com orange.fr outlook.com outlook.de proton.me protonmail.com qq.com rediffmail.com " +
    "sbcglobal.net t-online.de tutanota.com uol.com.br verizon.net wanadoo.fr web.de yahoo.ca yahoo.co.in yahoo.co.jp yahoo.co.uk yahoo.com " +
    "yahoo.de yahoo.es yahoo.fr yahoo.it yandex.com yandex.ru ymail.com zoho.com 126.com 163.com"
  ).split(" "),
);

/** Boxes that many people share. */
const ROLES = new Set(
  (
    "accounting accounts admin billing careers contact customerservice enquiries events finance hello help hi hr info inquiries invoices " +
    "it jobs legal mail marketing media news no-reply noreply office orders postmaster press purchasing reception sales service support team webmaster"
  ).split(" "),
);

const ADDRESS = /^([^\s@<>]+)@([a-z0-9-]+(?:\.[a-z0-9-]+)+)$/;

/** A mail address in two parts: no case, no tag behind a plus sign, no dots in names of Gmail; undefined when it is none. */
export function mailParts(
  email: string | undefined,
): { readonly local: string; readonly domain: string } | undefined {
  const text = (email ?? "")
    .trim()
    .toLowerCase()
    .replace(/^mailto:|^.*<|>$/g, "");
  const match = ADDRESS.exec(text);
  const [, written, given] = match ?? [];
  if (written === undefined || given === undefined) return undefined;
  const isGmail = given === "gmail.com" || given === "googlemail.com";
  const untagged = written.replace(/(.)\+.*$/, "$1");
  return {
    local: isGmail ? untagged.replace(/\./g, "") : untagged,
    domain: isGmail ? "gmail.com" : given,
  };
}

/** True for a box such as info@ that stands for no one person. */
export const isRoleBox = (local: string): boolean => ROLES.has(local);

export const isFreeMail = (domain: string): boolean => FREE_MAIL.has(domain);

/** The domain of the company a mail address belongs to; undefined for free mail and what is no address. */
export function companyDomain(email: string | undefined): string | undefined {
  const domain = mailParts(email)?.domain;
  return domain === undefined || FREE_MAIL.has(domain) ? undefined : domain;
}
