import { plainWords, stageWord } from "../core/deals/stageWords.ts";
import type { Cell } from "../tables/reading/cell.ts";
import { cellText } from "./cellText.ts";
import type { DerivedColumn } from "./source.ts";

/** What a status beside the stage calls a deal that goes on: English, German, French, Spanish, Portuguese. */
const goingOn = new Set(
  "open,active,ongoing,in progress,on hold,offen,aktiv,in arbeit,ouvert,ouverte,actif,en cours,abierto,abierta,activo,en curso,aberto,aberta,ativo,em andamento".split(
    ",",
  ),
);
/** A deal that was thrown away in the CRM. */
const removed = new Set("deleted,geloscht,supprime,eliminado,excluido".split(","));

function outcome(status: Cell): "open" | "won" | "lost" | undefined {
  const text = cellText(status);
  const plain = plainWords(text).join(" ");
  if (goingOn.has(plain)) return "open";
  if (removed.has(plain)) return "lost";
  const word = stageWord(text);
  return word === "ended" ? "lost" : word === "unsure" ? undefined : word;
}

/** True for a deal that a status calls won or lost, undefined for a status that does not say. */
function closedByStatus(status: Cell): boolean | undefined {
  const known = outcome(status);
  return known === undefined ? undefined : known !== "open";
}

function wonByStatus(status: Cell): boolean | undefined {
  const known = outcome(status);
  return known === undefined ? undefined : known === "won";
}

/** Won, lost and open of each deal from a status that stands beside its stage and says nothing of the stage itself. */
export function outcomeFrom(headings: readonly string[]): readonly DerivedColumn[] {
  return headings.flatMap((heading) => {
    const rest = {
      from: [heading],
      isApart: true,
      tells: (cell: Cell) => outcome(cell) !== undefined,
    };
    return [
      { field: "isClosed", make: closedByStatus, ...rest },
      { field: "isWon", make: wonByStatus, ...rest },
    ];
  });
}
