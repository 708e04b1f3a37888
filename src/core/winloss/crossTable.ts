import { plainText } from "../deals/stageIndex.ts";

/** Deals won and decided where a row and a column meet. */
type Crossing = { readonly won: number; readonly decided: number };

export type CrossTable = {
  /** The groups with the most decided deals first. */
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly decided: number;
    /** One for each column; undefined where no deal was decided. */
    readonly cells: readonly (Crossing | undefined)[];
  }[];
};

type Names<Row> = (deal: Row) => readonly string[];
type Group = { readonly name: string; decided: number };

function grouped(groups: Map<string, Group>, names: readonly string[]): readonly string[] {
  const keys = new Map(names.map((name) => [plainText(name), name.trim()]));
  for (const [key, name] of keys) {
    const group = groups.get(key) ?? { name, decided: 0 };
    groups.set(key, group);
    group.decided++;
  }
  return [...keys.keys()];
}

const largestFirst = (groups: ReadonlyMap<string, Group>) =>
  [...groups].sort(
    ([, one], [, other]) => other.decided - one.decided || (one.name < other.name ? -1 : 1),
  );

/** How decided deals ended by two things at once. A deal counts in every row and column that it names. */
export function crossTable<Row extends { readonly won: boolean }>(
  deals: readonly Row[],
  rowsOf: Names<Row>,
  columnsOf: Names<Row>,
): CrossTable {
  const [rows, columns] = [new Map<string, Group>(), new Map<string, Group>()];
  const crossings = new Map<string, { won: number; decided: number }>();
  for (const deal of deals) {
    const [across, down] = [columnsOf(deal), rowsOf(deal)];
    if (across.length === 0 || down.length === 0) continue;
    const columnKeys = grouped(columns, across);
    for (const row of grouped(rows, down)) {
      for (const column of columnKeys) {
        const key = `${row}\n${column}`;
        const crossing = crossings.get(key) ?? { won: 0, decided: 0 };
        crossings.set(key, crossing);
        crossing.decided++;
        if (deal.won) crossing.won++;
      }
    }
  }
  const shown = largestFirst(columns);
  return {
    columns: shown.map(([, { name }]) => name),
    rows: largestFirst(rows).map(([row, group]) => ({
      ...group,
      cells: shown.map(([column]) => crossings.get(`${row}\n${column}`)),
    })),
  };
}
