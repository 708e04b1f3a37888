const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const CHECK = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

/** Key prefixes that Salesforce gives its objects. */
const prefixes = {
  account: "001",
  contact: "003",
  user: "005",
  opportunity: "006",
  history: "008",
  lead: "00Q",
  task: "00T",
  product: "01t",
  case: "500",
} as const;

/** An 18-character Salesforce id; the last three letters tell upper from lower case in the first fifteen. */
export function recordId(object: keyof typeof prefixes, number: number): string {
  let left = number;
  let serial = "";
  for (let place = 0; place < 7; place += 1) {
    serial = (DIGITS[left % 62] ?? "") + serial;
    left = Math.floor(left / 62);
  }
  const id = `${prefixes[object]}5g000${serial}`;
  let check = "";
  for (let part = 0; part < 15; part += 5) {
    let bits = 0;
    for (let place = 0; place < 5; place += 1) {
      if (/[A-Z]/.test(id[part + place] ?? "")) bits |= 1 << place;
    }
    check += CHECK[bits];
  }
  return id + check;
}
