import { readFileSync, statSync } from "node:fs";
import { openSession, saveSession } from "../session.ts";
import { nothingImported, type Uploaded, uploadAll } from "../upload.ts";
import { importText } from "./importText.ts";
import { Mistake } from "./mistake.ts";
import { dataPath, outputFile, readOptions, single } from "./options.ts";

export const importHelp = `revops import PATH[@DATE]… [--workbook FILE] [--answers FILE] [--json]

Imports CRM exports (.csv, .tsv, .xlsx, or a folder of them) and says what was recognised,
mapped, read, rejected and why. DATE is the day the export was made (2026-01-31).
  --workbook FILE  keep the workbook in FILE between runs
  --answers FILE   a JSON object of answers to open questions, by question id;
                   a question without an answer leaves its field blank
  --json           print the results as data`;

/** `revops import` */
export async function importCommand(args: readonly string[]): Promise<void> {
  const options = readOptions(args, { flags: ["--json"], values: ["--workbook", "--answers"] });
  if (options.words.length === 0)
    throw new Mistake("import needs at least one file or folder; see revops import --help.");
  const workbook = outputFile(options, "--workbook");
  const paths = options.words.map(dataPath);
  const answers = readAnswers(single(options, "--answers"));
  const host = openSession(workbook);
  const uploaded = await uploadAll(host, paths, answers);
  saveSession(host, workbook);
  const nothing = nothingImported(uploaded);
  if (options.flags.has("--json")) {
    const questions = uploaded.flatMap(({ result }) => result?.questions ?? []);
    console.log(
      JSON.stringify({
        imports: uploaded.map(({ file, result, refusal }) => ({
          ...(result ?? { file }),
          ...(refusal ? { refusal } : {}),
        })),
        questions,
      }),
    );
  } else if (uploaded.length > 1 || nothing === undefined)
    console.log(uploaded.map(importText).join("\n\n"));
  for (const sentence of idleAnswers(answers, uploaded)) console.error(sentence);
  if (nothing !== undefined) throw new Mistake(nothing);
}

/** Answers that changed nothing: their question is still open, or their file was not among those imported. */
function idleAnswers(
  answers: Readonly<Record<string, string>>,
  uploaded: readonly Uploaded[],
): string[] {
  const open = new Map(
    uploaded.flatMap(({ result }) => (result?.questions ?? []).map((one) => [one.id, one])),
  );
  return Object.entries(answers).flatMap(([id, answer]) => {
    const question = open.get(id);
    if (question) {
      const choices = question.options.map(({ value }) => `"${value}"`).join(", ");
      return [`The answer "${answer}" to "${id}" was not taken; expected one of ${choices}.`];
    }
    const isKnown = uploaded.some(({ file }) => id.startsWith(`${file}/`));
    return isKnown ? [] : [`The answer to "${id}" belongs to no file of this import.`];
  });
}

function readAnswers(file: string | undefined): Record<string, string> {
  if (file === undefined) return {};
  if (statSync(file).isDirectory())
    throw new Mistake(`"${file}" is a folder; the answers are a JSON file.`);
  const text = readFileSync(file, "utf8");
  try {
    const answers: unknown = JSON.parse(text);
    if (typeof answers === "object" && answers !== null && !Array.isArray(answers))
      return answers as Record<string, string>;
  } catch (error) {
    throw new Mistake(`The answers in ${file} are no JSON: ${(error as Error).message}.`);
  }
  throw new Mistake(`The answers in ${file} must be a JSON object of question ids and answers.`);
}
