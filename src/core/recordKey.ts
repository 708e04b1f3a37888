const suffixLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
const knownObject = /^(?:00[1-9QTUGOkvK]|01[tus]|500|701|800|801|0[A-Z0-9]{2}|a[0-9a-zA-Z]{2})/;

/**
 * What two ids of one record share. Salesforce gives the same id with 15 characters and with 18, whose last three only
 * tell which of the first 15 are capitals; other ids stand for themselves.
 */
export function recordKey(id: string): string {
  if (id.length !== 18 || !/^[a-zA-Z0-9]{15}[A-Z0-5]{3}$/.test(id)) return id;
  const short = id.slice(0, 15);
  if (id.slice(15) === capitalsOf(short)) return short;
  // Anonymised exports carry suffixes that no longer fit; digits there may just as well count records.
  return /[A-Z]{3}$/.test(id) && knownObject.test(id) ? short : id;
}

function capitalsOf(short: string): string {
  let suffix = "";
  for (let chunk = 0; chunk < 15; chunk += 5) {
    let bits = 0;
    for (let at = 0; at < 5; at += 1) {
      const code = short.charCodeAt(chunk + at);
      if (code >= 65 && code <= 90) bits += 2 ** at;
    }
    suffix += suffixLetters[bits];
  }
  return suffix;
}
