import { describe, expect, it } from "vitest";
import { stageWay } from "../../../src/core/deals/stageWay.ts";

describe("stageWay", () => {
  // Each line is one way to closed as CRMs and sales teams print it.
  it.each([
    // Salesforce's sample organisation.
    "Prospecting < Qualification < Needs Analysis < Value Proposition < Id. Decision Makers < Proposal/Price Quote < Negotiation/Review",
    // HubSpot's first pipeline.
    "Appointment Scheduled < Qualified To Buy < Presentation Scheduled < Decision Maker Bought-In < Contract Sent",
    // The sales operations blueprint, and a list with a verbal yes.
    "Lead < Discovery < Proposal < Negotiation < Verbal Commit < Contract/Legal",
    "New < Contacted < Discovery Call < Demo/Eval < Quote sent < Negotiation",
    "Prospecting < Engaging",
    // A buyer of companies.
    "Sourced < Reviewed < Indication < Offer < Due Diligence",
    "Anfrage < Erstgespräch < Qualifiziert < Präsentation < Angebot < Verhandlung < Vertrag",
    "Prospect < Rendez-vous < Qualifié < Démonstration < Devis < Négociation < Contrat",
    "Nuevo < Contactado < Calificado < Presentación < Cotización < Negociación < Contrato",
    "Nieuw < Afspraak < Gekwalificeerd - qualified < Demo < Offerte < Onderhandeling < Contract",
  ])("%s", (line) => {
    const ways = line.split(" < ").map((name) => stageWay(name) ?? Number.NaN);
    expect(ways).toEqual([...new Set(ways)].sort((a, b) => a - b));
  });

  it("knows nothing of a name that says nothing", () => {
    expect(["Stage 2", "Gold", "GavUFuuf4DrnQAoiRGlWpQ==", ""].map(stageWay)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
