import { plainText } from "../deals/stageIndex.ts";

/** States of the USA and provinces of Canada; no code stands for two of them. */
const STATES =
  "al alabama|ak alaska|az arizona|ar arkansas|ca california|co colorado|ct connecticut|de delaware|dc districtofcolumbia|fl florida|ga georgia|hi hawaii|id idaho|il illinois|in indiana|ia iowa|ks kansas|ky kentucky|la louisiana|me maine|md maryland|ma massachusetts|mi michigan|mn minnesota|ms mississippi|mo missouri|mt montana|ne nebraska|nv nevada|nh newhampshire|nj newjersey|nm newmexico|ny newyork|nc northcarolina|nd northdakota|oh ohio|ok oklahoma|or oregon|pa pennsylvania|ri rhodeisland|sc southcarolina|sd southdakota|tn tennessee|tx texas|ut utah|vt vermont|va virginia|wa washington|wv westvirginia|wi wisconsin|wy wyoming|pr puertorico|" +
  "ab alberta|bc britishcolumbia|mb manitoba|nb newbrunswick|nl newfoundlandandlabrador|ns novascotia|nt northwestterritories|nu nunavut|on ontario|pe princeedwardisland|qc quebec|sk saskatchewan|yt yukon";

let codes: Map<string, string> | undefined;

function known(): Map<string, string> {
  if (codes) return codes;
  codes = new Map();
  for (const line of STATES.split("|")) {
    const [code = "", name = ""] = line.split(" ");
    codes.set(name, code);
  }
  return codes;
}

/** One text for all spellings of a state: `California`, `CA` and `US-CA` are the same. An unknown one stands for itself. */
export function stateCode(text: string): string {
  const coded = /^\s*(?:US|CA)-([A-Z]{2})\s*$/i.exec(text);
  const plain = plainText((coded?.[1] ?? text).normalize("NFD"));
  return known().get(plain) ?? plain;
}
