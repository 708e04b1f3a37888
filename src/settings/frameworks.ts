import { type Framework, frameworkNamed, frameworks } from "../core/qualification/frameworks.ts";
import type { Issue } from "../tables/reading/issue.ts";
import { choice, integer, number, text, textList } from "./inputs.ts";
import { type List, listRow, readList, sheetColumns } from "./list.ts";
import { badRow } from "./problem.ts";
import type { Read, SettingCells, Subject } from "./subject.ts";

const SHEET = "Qualification rules";

type Row = {
  readonly framework: string;
  readonly kind: Framework["kind"];
  readonly question: string;
  readonly ask: string;
  readonly answers: readonly string[];
  readonly area: string | undefined;
  readonly areaMost: number;
  readonly validDays: number;
};

const list: List<Row> = {
  framework: {
    label: "Framework",
    about: "Rows of one name are one framework; a new name is a new one.",
    width: 100,
    input: text(),
    default: "",
    needed: true,
  },
  kind: {
    label: "Kind",
    about:
      "score: points add up; checklist: what is done; stops: any yes speaks against the record. The framework's first row counts.",
    width: 80,
    input: choice(["score", "checklist", "stops"]),
    default: "score",
  },
  question: {
    label: "Question",
    about: "Short name of the question; answers on the Qualification sheet carry it.",
    width: 140,
    input: text(),
    default: "",
    needed: true,
  },
  ask: {
    label: "Ask",
    about: "The question as it is asked.",
    width: 300,
    input: text(),
    default: "",
  },
  answers: {
    label: "Answers",
    about: "Answers with their points, separated by semicolons: Unknown = 0; Named = 10.",
    width: 380,
    input: textList(),
    default: [],
    needed: true,
  },
  area: {
    label: "Area",
    about: "Questions of one area share its most points; blank: each question for itself.",
    width: 80,
    input: text(),
    default: undefined,
  },
  areaMost: {
    label: "Area most",
    about: "Most points of an area. The framework's first row counts.",
    width: 85,
    input: number(0, 1000),
    default: 100,
  },
  validDays: {
    label: "Valid days",
    about:
      "Days for which answers hold after the newest one. The framework's first row counts; 30 is the lean scheme's, for the others our own assumption.",
    width: 85,
    input: integer(1, 3650),
    default: 30,
  },
};

const columns = sheetColumns(list);

type Choice = Framework["questions"][number]["choices"][number];

/** `Named = 10`; undefined when there are no words or no points. */
function choiceOf(answer: string): Choice | undefined {
  const at = answer.lastIndexOf("=");
  const words = answer.slice(0, at).trim();
  const points = answer.slice(at + 1).trim();
  const value = Number(points.replace(",", "."));
  return at < 0 || words === "" || points === "" || !Number.isFinite(value)
    ? undefined
    : { words, points: value };
}

const rowsOf = (all: readonly Framework[]): Row[] =>
  all.flatMap(({ id, kind, areaMost, validDays, questions }) =>
    questions.map(({ id: question, ask, area, choices }) => ({
      framework: id,
      kind,
      question,
      ask,
      answers: choices.map(({ words, points }) => `${words} = ${points}`),
      area: area === question ? undefined : area,
      areaMost,
      validDays,
    })),
  );

/** Reads the frameworks in the order of their first rows; without a sheet the standard ones count. */
export function readFrameworks(cells: SettingCells | undefined): Read<readonly Framework[]> {
  const { rows, issues: found } = readList(SHEET, list, cells);
  if (rows === undefined) return { value: frameworks, issues: found };
  const issues: Issue[] = [...found];
  const byName = new Map<string, { first: Row; questions: Framework["questions"][number][] }>();
  for (const { rowNumber, row } of rows) {
    const choices = row.answers.map(choiceOf);
    const wrong = row.answers.find((_, at) => choices[at] === undefined);
    if (wrong !== undefined) {
      const place = { sheet: SHEET, row: rowNumber, column: "Answers" };
      const message = `Found "${wrong}", expected an answer with its points, such as Named = 10.`;
      issues.push(
        badRow(place, wrong, message, "Write each answer with its points; the row is ignored."),
      );
      continue;
    }
    const key = row.framework.trim().toLowerCase();
    const framework = byName.get(key) ?? { first: row, questions: [] };
    byName.set(key, framework);
    framework.questions.push({
      id: row.question,
      area: row.area ?? row.question,
      ask: row.ask === "" ? row.question : row.ask,
      choices: choices.filter((one) => one !== undefined),
    });
  }
  const value = [...byName.values()].map(({ first, questions }): Framework => {
    const { framework, kind, areaMost, validDays } = first;
    const standard = frameworkNamed(framework);
    const { title, about } = standard ?? {
      title: framework,
      about: `${questions.length} questions of your own.`,
    };
    return { id: standard?.id ?? framework, title, about, kind, areaMost, validDays, questions };
  });
  return { value, issues };
}

export const frameworkRules: Subject<readonly Framework[]> = {
  id: "frameworks",
  sheet: SHEET,
  range: "REVOPS_FRAMEWORKS",
  about:
    "What deals and leads are qualified by: questions, answers and their points, how long answers hold, and stop conditions.",
  columns,
  key: ["Framework", "Question"],
  lines: [],
  defaults: frameworks,
  read: readFrameworks,
  toCells: (value) => [
    columns.map((column) => column.label),
    ...rowsOf(value).map((row) => listRow(list, row)),
  ],
};
