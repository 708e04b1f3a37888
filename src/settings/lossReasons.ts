import { LOSS_CATEGORIES, LOSS_RULES, type LossRule } from "../core/winloss/lossCategory.ts";
import { choice, textList, yesNo } from "./inputs.ts";
import { type List, listRow, readList, sheetColumns } from "./list.ts";
import type { Read, SettingCells, Subject } from "./subject.ts";

const SHEET = "Loss reasons";

const list: List<LossRule> = {
  words: {
    label: "Words",
    about:
      "Words and phrases of a reason, separated by semicolons; a * at the end stands for any ending. The first row that knows one counts.",
    width: 430,
    input: textList(),
    default: [],
    needed: true,
  },
  category: {
    label: "Kind",
    about: "What a loss for such a reason is.",
    width: 110,
    input: choice(LOSS_CATEGORIES),
    default: "Other",
    needed: true,
  },
  addressable: {
    label: "Addressable",
    about: "Yes where such a deal could have been won; blank: not said.",
    width: 100,
    input: yesNo(),
    default: undefined,
  },
};

const columns = sheetColumns(list);

/** Reads the rules; a sheet with its heading alone makes every reason Other. */
export function readLossReasons(cells: SettingCells | undefined): Read<readonly LossRule[]> {
  const { rows, issues } = readList(SHEET, list, cells);
  return { value: rows?.map(({ row }) => row) ?? LOSS_RULES, issues };
}

export const lossReasons: Subject<readonly LossRule[]> = {
  id: "lossReasons",
  sheet: SHEET,
  range: "REVOPS_LOSS_REASONS",
  about:
    "Which words of a loss reason stand for which kind of loss, and which losses could have been won.",
  columns,
  key: ["Words"],
  lines: [],
  defaults: LOSS_RULES,
  read: readLossReasons,
  toCells: (value) => [
    columns.map((column) => column.label),
    ...value.map((row) => listRow(list, row)),
  ],
};
