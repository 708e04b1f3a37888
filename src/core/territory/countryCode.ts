import { plainText } from "../deals/stageIndex.ts";

/** ISO 3166 code and other spellings of the countries that business data names most, in English and their own words. */
const COUNTRIES =
  "us usa unitedstates unitedstatesofamerica america|gb gbr uk unitedkingdom greatbritain britain england scotland wales northernireland|" +
  "ca can canada|mx mex mexico|br bra brazil brasil|ar arg argentina|cl chl chile|co col colombia|pe per peru|cr cri costarica|pa pan panama|uy ury uruguay|ec ecu ecuador|" +
  "de deu germany deutschland|fr fra france|es esp spain espana|pt prt portugal|it ita italy italia|nl nld netherlands thenetherlands nederland holland|be bel belgium belgie belgique|" +
  "lu lux luxembourg|ch che switzerland schweiz suisse svizzera|at aut austria osterreich|ie irl ireland|dk dnk denmark danmark|se swe sweden sverige|no nor norway norge|fi fin finland suomi|is isl iceland|" +
  "pl pol poland polska|cz cze czechia czechrepublic|sk svk slovakia|hu hun hungary|ro rou romania|bg bgr bulgaria|gr grc greece|hr hrv croatia|si svn slovenia|rs srb serbia|ee est estonia|lv lva latvia|lt ltu lithuania|ua ukr ukraine|ru rus russia russianfederation|" +
  "tr tur turkey turkiye|il isr israel|ae are uae unitedarabemirates|sa sau saudiarabia ksa|qa qat qatar|kw kwt kuwait|eg egy egypt|ma mar morocco|za zaf southafrica|ng nga nigeria|ke ken kenya|gh gha ghana|" +
  "in ind india|pk pak pakistan|bd bgd bangladesh|lk lka srilanka|cn chn china peoplesrepublicofchina|hk hkg hongkong|tw twn taiwan|jp jpn japan|kr kor southkorea korea republicofkorea|sg sgp singapore|my mys malaysia|th tha thailand|vn vnm vietnam|id idn indonesia|ph phl philippines thephilippines|au aus australia|nz nzl newzealand";

let codes: Map<string, string> | undefined;

function known(): Map<string, string> {
  if (codes) return codes;
  codes = new Map();
  for (const line of COUNTRIES.split("|")) {
    const spellings = line.split(" ");
    for (const spelling of spellings) codes.set(spelling, spellings[0] ?? spelling);
  }
  return codes;
}

/** One text for all spellings of a country: `US`, `U.S.A.` and `United States` are the same. An unknown one stands for itself. */
export function countryCode(text: string): string {
  const plain = plainText(text.normalize("NFD"));
  return known().get(plain) ?? plain;
}
