import { describe, expect, it } from "vitest";
import { dayFromIso } from "../../src/core/calendar/day.ts";
import { planImport } from "../../src/sources/planImport.ts";

const plan = (file: string, ...lines: string[]) =>
  planImport({ file, rows: lines.map((line) => line.split("|")), answers: {}, conventions: {} });

const deal = {
  opportunityName: "Ausbau",
  accountName: "Hafen",
  owner: "Ada Low",
  stage: "Demo",
  amount: 12500.5,
  closeDate: dayFromIso("2026-08-31"),
};

describe("exports in German, French, Spanish and Portuguese", () => {
  it.each([
    [
      "de",
      "Opportunity-ID|Opportunity-Name|Account-Name|Opportunity-Inhaber|Phase|Betrag|Schlusstermin",
    ],
    [
      "fr",
      "ID de l'opportunité|Nom de l'opportunité|Nom du compte|Propriétaire de l'opportunité|Étape|Montant|Date de clôture",
    ],
    [
      "es",
      "ID de registro|Nombre del negocio|Empresa asociada|Propietario del negocio|Etapa del negocio|Importe|Fecha de cierre",
    ],
    [
      "pt",
      "ID do registro|Nome do negócio|Empresa associada|Proprietário do negócio|Etapa do negócio|Valor|Data de fechamento",
    ],
  ])("%s: deals are recognised and every column found", (_, header) => {
    const { main, questions } = plan(
      "export.csv",
      header,
      "1|Ausbau|Hafen|Ada Low|Demo|12.500,50|31/08/2026",
    );
    expect(questions).toEqual([]);
    expect(main?.table.name).toBe("opportunities");
    expect(main?.rows).toMatchObject([deal]);
  });

  it("finds Pipedrive's columns behind the object's name of the language", () => {
    const { source, main } = plan(
      "export.csv",
      "Trato - ID|Trato - Título|Trato - Valor|Trato - Moneda de Valor|Trato - Organización|Trato - Etapa|Trato - Estado|Trato - Propietario|Trato - Fecha prevista de cierre",
      "1|Ausbau|12500.50|EUR|Hafen|Demo|Ganado|Ada Low|2026-08-31",
    );
    expect(source.system).toBe("Pipedrive");
    expect(main?.rows).toMatchObject([{ ...deal, currency: "EUR", isClosed: true, isWon: true }]);
  });

  it.each([
    ["contacts", "Datensatz-ID|Vorname|Nachname|E-Mail|Telefonnummer|Unternehmen"],
    ["contacts", "Prénom|Nom|Adresse e-mail|Téléphone|Société"],
    ["leads", "Sobrenome|Empresa|E-mail|Status do lead|Origem do lead"],
    ["accounts", "Nombre de la cuenta|Propietario de la cuenta|Sector|Sitio web"],
    ["activities", "Betreff|Fälligkeitsdatum|Typ|Zugewiesen an"],
  ])("recognises %s: %s", (table, header) => {
    const cells = header.split("|").map((_, at) => (at === 1 ? "2026-01-05" : `a${at}@b.example`));
    expect(plan("export.csv", header, cells.join("|")).main?.table.name).toBe(table);
  });

  it("reads dates in words with de, and sim and não", () => {
    const { main } = plan(
      "negocios.csv",
      "Deal ID|Deal Name|Stage|Close Date|Is Won",
      "1|A|Demo|2 de outubro de 2026|sim",
      "2|B|Demo|15 de septiembre de 2026|não",
    );
    expect(main?.rows.map(({ closeDate, isWon }) => [closeDate, isWon])).toEqual([
      [dayFromIso("2026-10-02"), true],
      [dayFromIso("2026-09-15"), false],
    ]);
  });

  it("keeps a column of the user's own that stands beside the sheet's", () => {
    // Amount and Betrag both say amount: neither is guessed.
    const { questions } = plan(
      "deals.csv",
      "Deal ID|Deal Name|Stage|Amount|Betrag",
      "1|A|Demo|5|6",
    );
    expect(questions.map(({ id }) => id)).toEqual(["deals.csv/Amount/column"]);
  });
});
