import { helpers, type Model, type Zone } from "@odoo/o-spreadsheet";
import type { Claim, Command, SheetClaims } from "../protocol.ts";

type Touched = { readonly sheetId: string; readonly zone: Zone; readonly borders: boolean };

/** What the cells that commands touched now hold, for the host to take over. */
export function claimsOf(model: Model, commands: readonly Command[]): SheetClaims[] {
  const touched = commands.flatMap((command) => touchedBy(model, command));
  if (commands.some(({ type }) => type === "MOVE_RANGES")) touched.push(...formulaCells(model));
  return read(model, touched);
}

/** The same for whole sheets, after something that moves cells was undone. */
export function claimsOfSheets(model: Model, sheetIds: readonly string[]): SheetClaims[] {
  const { getters } = model;
  const whole = sheetIds
    .filter((sheetId) => getters.tryGetSheet(sheetId) !== undefined)
    .map((sheetId) => ({ sheetId, zone: getters.getSheetZone(sheetId), borders: false }));
  return read(model, [...whole, ...formulaCells(model)]);
}

function touchedBy(model: Model, command: Command): Touched[] {
  const sheetId = String(command.sheetId ?? "");
  const borders = command.type.includes("BORDER");
  const at = (zone: Zone): Touched => ({ sheetId, zone, borders });
  if (command.type === "ADD_COLUMNS_ROWS") return [at(inserted(model, sheetId, command))];
  if (command.type === "MOVE_RANGES") return moved(command);
  if (typeof command.targetRange === "string") return [at(helpers.toZone(command.targetRange))];
  if (Array.isArray(command.target)) return (command.target as Zone[]).map(at);
  const isCell = typeof command.col === "number" && typeof command.row === "number";
  if (isCell && CELL_COMMANDS.has(command.type)) {
    const [left, top] = [Number(command.col), Number(command.row)];
    return [at({ left, right: left, top, bottom: top })];
  }
  return [];
}

const CELL_COMMANDS = new Set(["UPDATE_CELL", "CLEAR_CELL", "SET_BORDER"]);

function inserted(model: Model, sheetId: string, command: Command): Zone {
  const whole = model.getters.getSheetZone(sheetId);
  const first = Number(command.base) + (command.position === "before" ? 0 : 1);
  const last = first + Number(command.quantity) - 1;
  return command.dimension === "COL"
    ? { ...whole, left: first, right: last }
    : { ...whole, top: first, bottom: last };
}

/** Cut and pasted: where the cells were and where they are now. */
function moved(command: Command): Touched[] {
  const zones = command.target as Zone[];
  const [first] = zones;
  if (first === undefined) return [];
  const [right, down] = [Number(command.col) - first.left, Number(command.row) - first.top];
  return zones.flatMap((zone) => [
    { sheetId: String(command.sheetId), zone, borders: true },
    {
      sheetId: String(command.targetSheetId),
      zone: {
        left: zone.left + right,
        right: zone.right + right,
        top: zone.top + down,
        bottom: zone.bottom + down,
      },
      borders: true,
    },
  ]);
}

function formulaCells(model: Model): Touched[] {
  const { getters } = model;
  return getters.getSheetIds().flatMap((sheetId) =>
    Object.values(getters.getCells(sheetId))
      .filter((cell) => cell.isFormula)
      .map((cell) => {
        const { col, row } = getters.getCellPosition(cell.id);
        return { sheetId, zone: { left: col, right: col, top: row, bottom: row }, borders: false };
      }),
  );
}

function read(model: Model, touched: readonly Touched[]): SheetClaims[] {
  const { getters } = model;
  const sheets = new Map<string, Map<string, Claim>>();
  for (const { sheetId, zone, borders } of touched) {
    if (getters.tryGetSheet(sheetId) === undefined) continue;
    const cells = sheets.get(sheetId) ?? new Map<string, Claim>();
    sheets.set(sheetId, cells);
    const whole = getters.getSheetZone(sheetId);
    for (let row = zone.top; row <= Math.min(zone.bottom ?? whole.bottom, whole.bottom); row++) {
      for (let col = zone.left; col <= Math.min(zone.right ?? whole.right, whole.right); col++) {
        const key = `${row},${col}`;
        if (borders || !cells.has(key)) cells.set(key, claim(model, sheetId, row, col, borders));
      }
    }
  }
  return [...sheets].map(([sheetId, cells]) => ({ sheetId, cells: [...cells.values()] }));
}

function claim(model: Model, sheetId: string, row: number, col: number, borders: boolean): Claim {
  const { getters } = model;
  const position = { sheetId, row, col };
  const cell = getters.getCell(position);
  const content = cell?.isFormula
    ? cell.compiledFormula.toFormulaString(getters)
    : (cell?.content ?? "");
  const style = (cell?.style ?? null) as Claim[4];
  return [
    row,
    col,
    content,
    cell?.format ?? null,
    style,
    borders ? ((getters.getCellBorder(position) ?? null) as Claim[5]) : 0,
  ];
}
