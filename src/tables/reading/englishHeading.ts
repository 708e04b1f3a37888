/**
 * What words of German, French, Spanish and Portuguese headings mean, accents taken off. One line a meaning: the
 * English words, then those that mean them. A word behind `|` is English too or means several things, and counts
 * only beside another one.
 */
const meanings = `
account: konto cuenta conta compte
activity: aktivitat aktivitaet activite actividad atividade
activity date: aktivitatsdatum aktivitaetsdatum
address: adresse direccion endereco
age: alter antiguedad idade
amount: betrag montant importe monto quantia
annual: jahrlich jaehrlich annuel annuels anual anuales anuais
annual revenue: jahresumsatz
assigned to: zugewiesen asignado attribue assigne atribuido
associated: zugehoriges zugehorig zugehoriges zugehorige zugehoerig associe associee asociado asociada associado associada
billing: facturation facturacion faturamento
campaign: kampagne campagne campana campanha
category: kategorie categorie categoria
city: stadt ville ciudad cidade
close: abschluss cierre cloture fermeture fechamento
close date: abschlussdatum schlusstermin abschlusstermin schlussdatum
closed: geschlossen cerrado cerrada ferme fermee fechado fechada
code: codigo
company: firma unternehmen entreprise societe empresa
competitor: wettbewerber mitbewerber concurrent competidor concorrente
contact: kontakt contacto contato ansprechpartner
converted: umgerechnet converti convertido
country: pays pais | land
created: erstellt angelegt creacion criacao cree creado criado | creation
created date: erstelldatum erstellungsdatum anlagedatum
currency: wahrung waehrung devise moneda divisa moeda
customer: kunde cliente | client
date: fecha datum | data
deal: affaire trato negocio | transaction
department: abteilung departement departamento
description: beschreibung descripcion descricao
discount: rabatt remise descuento desconto
do not: nicht
due: fallig faellig echeance vencimiento vencimento
due date: falligkeitsdatum faelligkeitsdatum
email: correo courriel | mail
employees: mitarbeiterzahl empleados employes effectif funcionarios
est: gesch geschatzt geschatzte geschatzter geschatztes estime estimee estimado estimada
expected: erwartet erwartete erwarteter erwartetes voraussichtlich voraussichtliches geplantes prevu prevue attendu attendue previsto prevista esperado esperada
first name: vorname prenom
fiscal: fiscale
fiscal period: geschaftszeitraum geschaeftszeitraum
forecast: prognose prevision previsions previsao previsiones
forecast category: prognosekategorie
id: identifiant identificador kennung
industry: branche secteur industria setor
last: letzte letzter letztes zuletzt dernier derniere ultimo ultima famille
last name: nachname apellido apellidos sobrenome
lead: piste prospecto candidato interessent | prospect
lead source: leadquelle
lost: verloren perdu perdue perdido
loss: verlust perte perdida perda
loss reason: verlustgrund
mobile: handy movil celular | mobil portable
modified: geandert geaendert modifie modifiee modificado modificada modificacion modificacao | modification
modify: andern aendern
month: monat mois mes
name: nom nombre nome bezeichnung
next: nachste nachster nachstes naechster prochain prochaine proximo proxima siguiente
notes: notizen notas kommentar kommentare commentaires comentarios observaciones
opportunity: verkaufschance opportunite oportunidad oportunidade
organization: organizacion organizacao
owner: inhaber besitzer zustandig zustandiger zustaendiger verantwortlicher proprietaire propietario proprietario responsable responsavel
period: zeitraum periode periodo
phone: telefon telefonnummer telefono telefone telephone
pipeline: embudo funil
position: funktion fonction puesto cargo
postal code: plz postleitzahl cep
potential: potenziell potenzieller potentieller
probability: wahrscheinlichkeit erfolgswahrscheinlichkeit gewinnwahrscheinlichkeit abschlusswahrscheinlichkeit probabilite probabilidad probabilidade
product: produkt produit producto produto
quarter: quartal trimestre
quota: cuota zielvorgabe objectif objetivo
reason: grund motif raison motivo razon
record: datensatz enregistrement registro
region: regiao
related to: verknupft verknuepft relacionado
revenue: umsatz revenu ingresos receita
sales: vertrieb ventas ventes vendas
sales rep: verkaufer verkaeufer vendedor vendeur
sales stage: verkaufsphase vertriebsphase
source: quelle herkunft origine origen origem fuente fonte
stage: etapa etape fase estagio | phase
stage change: phasenanderung phasenaenderung
status: statut | estado
step: schritt paso passo
subject: betreff objet asunto assunto
team: equipo equipe
territory: vertriebsgebiet territoire territorio
title: titel titre titulo
topic: thema
type: typ tipo
value: wert valeur valor
website: webseite sitio | site
won: gewonnen gagne gagnee ganado ganada ganho ganha
year: jahr annee | ano
`;

/** English words that stand in headings of other languages as they are. */
const shared =
  "account activity age code contact currency date deal deals description email fiscal forecast id industry lead name note notes opportunity pipeline position postal product region sector status team title total type website";

/** Words that join others; those of the second list are English as well. */
const joining = new Set(
  (
    "de del la le les el los las da dos du des der den dem von vom fur fuer zum zur mit am au aux em en na l d und et y e " +
    "mitarbeiter electronico electronica"
  ).split(" "),
);
const joiningToo = new Set("do die das a o os as no in to of an web".split(" "));

/** What comes first in an English heading; of two alike the one that came first. All others stand between. */
const before = "do not modify associated potential billing";
const things = "opportunity deal account company customer organization contact lead record";
const attitudes = "expected est last next annual fiscal";
const behind = "name id owner date currency type status source reason address code category";

type Words = {
  readonly foreign: ReadonlyMap<string, string>;
  readonly ambiguous: ReadonlyMap<string, string>;
  readonly rank: ReadonlyMap<string, number>;
};

let words: Words | undefined;

function read(): Words {
  const foreign = new Map<string, string>();
  const ambiguous = new Map(shared.split(" ").map((word) => [word, word]));
  for (const line of meanings.trim().split("\n")) {
    const [english = "", others = ""] = line.split(": ");
    const [sure = "", unsure = ""] = others.split("|");
    for (const word of sure.split(" ")) if (word !== "") foreign.set(word, english);
    for (const word of unsure.split(" ")) if (word !== "") ambiguous.set(word, english);
  }
  const rank = new Map<string, number>();
  [before, things, attitudes, "", behind].forEach((list, at) => {
    for (const word of list.split(" ")) rank.set(word, at);
  });
  return { foreign, ambiguous, rank };
}

const BETWEEN = 3;

/**
 * A German, French, Spanish or Portuguese heading in English words, in the order in which English headings have them;
 * undefined for an English one and for one of which not every word is known.
 */
export function englishHeading(heading: string): string | undefined {
  words ??= read();
  const { foreign, ambiguous, rank } = words;
  const found: string[] = [];
  const isPlain = /^[ -~]*$/.test(heading);
  const lower = heading.toLowerCase();
  const plain = isPlain ? lower : withoutAccents(lower);
  // An accent makes a word foreign that English has without one, as in `Región`.
  let isForeign = !isPlain && plain !== lower.normalize("NFC");
  // Most headings are English, which their first words tell.
  for (const [word] of plain.matchAll(/[a-z0-9]+/g)) {
    if (joining.has(word) || joiningToo.has(word)) {
      isForeign ||= joining.has(word) || (found.length > 0 && /^d[ao]s?$/.test(word));
      continue;
    }
    const sure = foreign.get(word);
    const english = sure ?? ambiguous.get(word);
    if (english === undefined) return undefined;
    isForeign ||= sure !== undefined;
    found.push(...english.split(" "));
  }
  if (!isForeign || found.length === 0) return undefined;
  const ordered = [...new Set(found)]
    .map((word, at) => ({ word, at, rank: rank.get(word) ?? BETWEEN }))
    .sort((a, b) => a.rank - b.rank || a.at - b.at)
    .map(({ word }) => word)
    .join(" ");
  return ordered.replace("next stage", "next step");
}

function withoutAccents(text: string): string {
  return text
    .replace(/ß/g, "ss")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "");
}
