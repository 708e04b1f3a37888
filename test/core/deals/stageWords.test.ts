import { describe, expect, it } from "vitest";
import { stageWord, statusOfName } from "../../../src/core/deals/stageWords.ts";

const each = (names: string, sign = "|") => names.split(sign).map((name) => name.trim());

describe("stageWord", () => {
  // The names that Salesforce, HubSpot, Pipedrive and Zoho give their closed stages in seven languages.
  it.each(
    each(
      "Won|Closed Won|closedwon|7 - Closed Won|Closed/Won (verbal)|Gewonnen|Geschlossen - gewonnen|Gagné|Fermée gagnée|Ganado|Cierre ganado|Gesloten gewonnen|Chiusa vinta|Fechado e ganho",
    ),
  )("%s is won", (name) => expect(stageWord(name)).toBe("won"));

  it.each(
    each(
      "Lost|Closed Lost|closedlost|Closed Lost to Competition|Lost - price|Disqualified lead|Verloren|Perdu|Fermée perdue|Cierre perdido|Gesloten verloren|Fechado perdido|Closed - not won",
    ),
  )("%s is lost", (name) => expect(stageWord(name)).toBe("lost"));

  it.each(
    each(
      "Passed|Declined|Rejected by client|Withdrawn|Dead|Dead deal|Abandoned|Churned|Cancelled|9. Passed|Declined - price|Passed (too small)|No decision|Closed - No Decision|Turned down|Abgelehnt|Zurückgezogen|Abgesagt|Kein Interesse|Refusé|Abandonnée|Sans suite|Rechazada|Descartado|Afgewezen|Ingetrokken|Geen interesse|Chiuso perso|Trattativa persa|Rifiutato|Recusado|Desistência",
    ),
  )("%s ended without a sale", (name) => {
    expect(stageWord(name)).toBe("ended");
    expect(statusOfName(name)).toBe("lost");
  });

  it.each(each("Closed|On hold|Archived|Abgeschlossen|Cerrado|Contract signed|Pausiert"))(
    "%s has to be asked about and stays open",
    (name) => {
      expect(stageWord(name)).toBe("unsure");
      expect(statusOfName(name)).toBe("open");
    },
  );

  it.each(
    each(
      "Negotiation|Wonderland visit|Passed to sales|Credit check passed|Rejection handling|Proposal|Qualified|Lead|Verhandlung|Propuesta|Contact perso|Prospecting||2",
    ),
  )("%s is a step on the way", (name) => {
    expect(stageWord(name)).toBeUndefined();
    expect(statusOfName(name)).toBe("open");
  });
});
