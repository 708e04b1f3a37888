import { describe, expect, it } from "vitest";
import { crmTables } from "../../../src/tables/catalog.ts";
import { englishHeading } from "../../../src/tables/reading/englishHeading.ts";
import { headingKey } from "../../../src/tables/reading/header.ts";

describe("englishHeading", () => {
  // Left as the CRMs' German, French, Spanish and Portuguese screens have them, right as their English ones.
  it.each([
    ["Schlusstermin", "close date"],
    ["Opportunity-Inhaber", "opportunity owner"],
    ["Nächster Schritt", "next step"],
    ["Naechster Schritt", "next step"],
    ["Zuletzt geändert am", "last modified"],
    ["Zuständiger Mitarbeiter", "owner"],
    ["Letztes Aktivitätsdatum", "last activity date"],
    ["Voraussichtliches Abschlussdatum", "expected close date"],
    ["Betrag Währung", "amount currency"],
    ["Propriétaire de l'opportunité", "opportunity owner"],
    ["Nom de la transaction", "deal name"],
    ["Date de clôture", "close date"],
    ["Étape", "stage"],
    ["Prochaine étape", "next step"],
    ["Montant (converti)", "amount converted"],
    ["Nombre de la oportunidad", "opportunity name"],
    ["Fecha de la última actividad", "last activity date"],
    ["ultima_actividad", "last activity"],
    ["Región", "region"],
    ["Data de fechamento", "close date"],
    ["Status do lead", "lead status"],
    ["Motivo da perda", "loss reason"],
    ["id_oportunidade", "opportunity id"],
  ])("reads %s as %s", (heading, english) => {
    expect(englishHeading(heading)).toBe(english);
  });

  it.each([
    // One word of it is not known, so that nothing is guessed.
    "Betrag netto",
    "Montant des remises accordées",
    // English as well, or of several meanings, and nothing beside it that tells.
    "Data",
    "Data Source",
    "Client",
    "Estado",
    "Phase",
    "Land",
    "Web Site",
    "Do Not Call",
    "",
    "-",
  ])("leaves %j as it is", (heading) => {
    expect(englishHeading(heading)).toBeUndefined();
  });

  it("leaves every heading of the sheets and every name they know as it is", () => {
    const names = crmTables.flatMap(({ columns }) =>
      columns.flatMap(({ label, field, aliases, weakAliases = [] }) => [
        label,
        field,
        ...aliases,
        ...weakAliases,
      ]),
    );
    const changed = names.filter((name) => englishHeading(name) !== undefined);
    expect(new Set(changed)).toEqual(new Set(["E-mail"]));
  });

  it("lets a heading share its key with the English one", () => {
    expect(headingKey("Schlusstermin")).toBe(headingKey("Close Date"));
    expect(headingKey("E-Mail")).toBe(headingKey("Email"));
  });
});
