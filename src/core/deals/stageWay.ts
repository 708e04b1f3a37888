import { plainWords } from "./stageWords.ts";

/**
 * Words of stage names by how far a deal has come, as the stage lists of CRMs have them: English, German, French, Spanish,
 * Dutch, Italian, Portuguese. Accents are taken off; a word that ends in * stands for all that begin with it.
 */
const WAY: readonly string[] = [
  "lead leads new neu neue nouveau nuevo nieuw nuovo novo inbound prospect* suspect* target* sourced anfrage inquiry enquiry identified backlog",
  "contact* engag* outreach connected appointment* termin* meeting* kontakt* rendez premier erstgesprach reunion reuniao incontro afspraak",
  "qualif* kvalif* calific* discover* screen* reviewed bedarf* besoin* decouverte descubr* verkenning scop*",
  "need* assess* analyse analysis requirement* anforderung* analisis diagnos*",
  "demo* present* eval* pilot* poc trial* value solution* losung* prasent* test proof workshop* indication ioi",
  "decision* entscheid* perception shortlist* decisor*",
  "proposal* proposta propuesta quot* offer* offre* oferta* offert* angebot* bid tender rfp rfi pricing estimate devis presupuesto cotiza* preventivo loi pitch*",
  "negotiat* verhandl* negoci* negoz* onderhandel* diligence",
  "verbal* mundlich* commit* zusage selected preferred",
  "contract* vertrag* contrat* legal* agreement procurement einkauf signature signing unterschrift closing paperwork redlin* booking",
];

type Step = { readonly words: ReadonlySet<string>; readonly beginnings: readonly string[] };

let known: readonly Step[] | undefined;

const steps = (): readonly Step[] =>
  WAY.map((line) => {
    const words = line.split(" ");
    return {
      words: new Set(words.filter((word) => !word.endsWith("*"))),
      beginnings: words.flatMap((word) => (word.endsWith("*") ? [word.slice(0, -1)] : [])),
    };
  });

/** How far a deal in a stage of this name usually is, 0 the beginning; undefined for a name that says nothing about it. */
export function stageWay(name: string): number | undefined {
  known ??= steps();
  const parts = plainWords(name);
  for (let at = known.length - 1; at >= 0; at--) {
    const step = known[at];
    const isHere = (part: string) =>
      step?.words.has(part) === true || step?.beginnings.some((one) => part.startsWith(one));
    if (parts.some(isHere)) return at;
  }
  return undefined;
}
