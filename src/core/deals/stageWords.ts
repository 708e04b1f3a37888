import type { DealStatus } from "../pipeline/stage.ts";

const words = (text: string): ReadonlySet<string> => new Set(text.split(/[\s,]+/));

/** Words that close a stage wherever they stand in its name: English, German, French, Spanish, Dutch, Italian, Portuguese. */
const WON = words(
  "won closedwon gewonnen gagne gagnee gagnes gagnees ganado ganada ganados ganadas vinto vinta vinti vinte ganho ganha ganhos ganhas",
);
const LOST = words(
  "lost closedlost verloren perdu perdue perdus perdues perdido perdida perdidos perdidas " +
    "disqualified disqualifiziert disqualifie disqualifiee descalificado descalificada gediskwalificeerd squalificato squalificata " +
    "desqualificado desqualificada",
);

/** Words that mean an end without a sale where they are all that a name says. Accents are taken off. */
const ENDED = words(
  `unqualified abandoned dead declined rejected refused withdrawn cancelled canceled churned passed pass dropped killed
  abgelehnt abgesagt absage abgebrochen zuruckgezogen ausgeschieden storniert gekundigt
  refuse refusee rejete rejetee abandonne abandonnee annule annulee decline declinee retire retiree
  rechazado rechazada descartado descartada abandonado abandonada cancelado cancelada declinado declinada retirado retirada
  afgewezen geannuleerd ingetrokken vervallen afgevallen opgezegd
  perso persa persi perse rifiutato rifiutata respinto respinta abbandonato abbandonata annullato annullata ritirato ritirata
  recusado recusada rejeitado rejeitada desistencia desistiu`,
);

/** The same in several words. */
const ENDED_PHRASES: ReadonlySet<string> = new Set([
  "no decision",
  "no go",
  "no bid",
  "no sale",
  "not interested",
  "not qualified",
  "not pursued",
  "not pursuing",
  "turned down",
  "walked away",
  "kein interesse",
  "nicht qualifiziert",
  "nicht interessiert",
  "keine entscheidung",
  "sans suite",
  "pas interesse",
  "sin interes",
  "sin decision",
  "no interesado",
  "no calificado",
  "geen interesse",
  "geen beslissing",
  "non interessato",
  "nessuna decisione",
  "sem interesse",
  "nao qualificado",
]);

/** Words that may mean an end, a pause or a step on the way: a person has to say. */
const UNSURE = words(
  `closed close inactive archived parked paused hold dormant postponed expired terminated nurture completed finished signed
  booked ordered delivered implemented onboarding invoiced paid live auftrag bestellt beauftragt geliefert
  geschlossen abgeschlossen inaktiv archiviert pausiert zuruckgestellt unterschrieben ferme fermee inactif archive suspendu signe signee
  cerrado cerrada inactivo archivado pausado firmado firmada gesloten inactief gearchiveerd getekend
  chiuso chiusa inattivo archiviato sospeso firmato firmata fechado fechada inativo arquivado assinado assinada`,
);

/** Words that add nothing beside one that closes. */
const FILLING = words(
  `closed close deal deals opportunity opp lead prospect by us client customer the and
  geschlossen abgeschlossen verkaufschance vom von kunden kunde und ferme fermee affaire opportunite par le client et
  cerrado cerrada negocio oportunidad oportunidade por el cliente y gesloten verkoopkans door klant en
  chiuso chiusa trattativa opportunita dal e fechado fechada pelo`,
);

const NOT = words("not no nicht non pas niet nao never");

const partsOf = (name: string) => name.split(/[^\p{L}]+/u).filter((part) => part !== "");

/** The words of a name without case and accents. */
export const plainWords = (name: string): readonly string[] =>
  partsOf(name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase());

function isEnd(name: string): boolean {
  const telling = partsOf(name).filter((part) => !FILLING.has(part));
  const text = telling.join(" ");
  return ENDED.has(text) || ENDED_PHRASES.has(text);
}

/** Between a word and its reason or number: `Declined - price`, `Passed (too small)`, `7: Dead`. */
const SEPARATOR = /\s[-–—]+\s|[:()/|,]/;

export type StageWord = "won" | "lost" | "ended" | "unsure";

/**
 * What a stage's name says of its end: won or lost in so many words, ended by a word such as Declined that means no
 * sale, unsure where it may be a pause; undefined for a step on the way.
 */
export function stageWord(name: string): StageWord | undefined {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const parts = partsOf(plain);
  if (parts.some((part) => LOST.has(part))) return "lost";
  const won = parts.findIndex((part) => WON.has(part));
  if (won >= 0) return parts.slice(0, won).some((part) => NOT.has(part)) ? "lost" : "won";
  if (isEnd(plain) || plain.split(SEPARATOR).some(isEnd)) return "ended";
  return parts.some((part) => UNSURE.has(part)) ? "unsure" : undefined;
}

/** Open, won or lost as the name alone says. */
export function statusOfName(name: string): DealStatus {
  const word = stageWord(name);
  if (word === "won") return "won";
  return word === "lost" || word === "ended" ? "lost" : "open";
}
