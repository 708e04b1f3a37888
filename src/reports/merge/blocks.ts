import { GRID_COLUMNS } from "../layout/grid.ts";
import { HEADER_FILL, SECONDARY } from "../layout/palette.ts";
import type { Entered, PlanCell, PlanRow, PlanStyle } from "../layout/sheetPlan.ts";
import { shortened } from "../layout/textWidth.ts";
import { type Belonging, whereIs } from "./base.ts";

/** A cell that a person typed over, beside what the report would say. */
export type Change = {
  readonly key: string;
  readonly where: string;
  readonly yours: Entered;
  readonly report: Entered;
  /** The report's value changed since it was typed over. */
  readonly conflict: boolean;
};

type Interner = (change: Partial<PlanStyle>) => number;

const YOURS = 6;
const REPORT = 8;
const REMARK = 10;

function textCell(id: string, text: string, style: number): PlanCell {
  return { id, entered: text === "" ? "" : `'${text}`, style };
}

function heading(style: Interner, id: string, words: string, reading: string): PlanRow[] {
  return [
    { id: `${id}/gap`, label: "", cells: [] },
    {
      id: `${id}/heading`,
      label: words,
      cells: [textCell(`${id}/heading`, words, style({ size: 12, bold: true }))],
    },
    {
      id: `${id}/reading`,
      label: words,
      cells: [textCell(`${id}/reading`, reading, style({ colour: SECONDARY }))],
    },
  ];
}

function labels(
  style: Interner,
  id: string,
  entries: readonly (readonly [number, string])[],
): PlanRow {
  const fill = style({ background: HEADER_FILL, bold: true });
  const cells: PlanCell[] = Array.from({ length: GRID_COLUMNS }, () => ({
    id: undefined,
    entered: "",
    style: fill,
  }));
  for (const [column, text] of entries) cells[column] = textCell(`${id}/${column}`, text, fill);
  return { id, label: "Headings", cells };
}

/** A value as it can stand in a list: results instead of formulas, everything at the left. */
function valueCell(id: string, value: Entered, style: Interner): PlanCell {
  const shown = typeof value === "string" && value.startsWith("=") ? `'${value}` : value;
  return {
    id,
    entered: shown,
    style: style({ align: "left", pattern: typeof value === "number" ? patternOf(value) : "" }),
  };
}

/** With optional decimals, 60 would stand as "60.". */
function patternOf(value: number): string {
  return Number.isInteger(value) ? "#,##0" : "#,##0.###";
}

/** Lists the generated values that a person typed over. */
export function changeRows(changes: readonly Change[], style: Interner): PlanRow[] {
  if (changes.length === 0) return [];
  const rows = heading(
    style,
    "changes",
    "Values typed over",
    "They stay as typed. Clear such a cell and run the report again to get the report's value back.",
  );
  rows.push(
    labels(style, "changes/head", [
      [0, "Where"],
      [YOURS, "Typed"],
      [REPORT, "The report says"],
    ]),
  );
  for (const { key, where, yours, report, conflict } of changes) {
    const id = `changes/${key}`;
    const cells: (PlanCell | undefined)[] = [
      textCell(`${id}/where`, shortened(where, 10, 560), style({})),
    ];
    cells[YOURS] = valueCell(`${id}/yours`, yours, style);
    cells[REPORT] = valueCell(`${id}/report`, report, style);
    if (conflict)
      cells[REMARK] = textCell(`${id}/remark`, "changed since", style({ colour: "#b06000" }));
    rows.push({ id, label: where, cells });
  }
  return rows;
}

/** Lists what belonged to rows that are no longer in the report. */
export function keptRows(kept: readonly Belonging[], style: Interner): PlanRow[] {
  const rows = heading(
    style,
    "kept",
    "Kept from earlier",
    "This belonged to rows that are no longer in the report. It returns with its row; clear a line to drop it.",
  );
  for (const item of kept) {
    const id = `kept/${item.key}`;
    const cells: (PlanCell | undefined)[] = [
      textCell(
        `${id}/where`,
        shortened(whereIs(item), 10, 560),
        style({ background: item.look?.background }),
      ),
    ];
    if (item.entered !== undefined)
      cells[YOURS] = valueCell(`${id}/yours`, item.shown ?? item.entered, style);
    if (item.note !== undefined) {
      const words = item.note.replace(/\s+/g, " ");
      cells[REPORT] = textCell(
        `${id}/note`,
        shortened(`Note: ${words}`, 10, 360),
        style({ colour: SECONDARY }),
      );
    }
    rows.push({ id, label: whereIs(item), cells });
  }
  return rows;
}
