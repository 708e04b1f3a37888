import { readFileSync } from "node:fs";
import { openSession, saveSession } from "../session.ts";
import { uploadAll } from "../upload.ts";
import { importText } from "./importText.ts";
import { Mistake } from "./mistake.ts";
import { dataPath, readOptions, single } from "./options.ts";

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
  if (options.words.length === 0) throw new Mistake("import needs at least one file or folder; see revops import --help.");
  const workbook = single(options, "--workbook");
  const host = openSession(workbook);
  const uploaded = await uploadAll(host, options.words.map(dataPath), readAnswers(single(options, "--answers")));
  saveSession(host, workbook);
  if (options.flags.has("--json")) {
    const questions = uploaded.flatMap(({ result }) => result?.questions ?? []);
    console.log(JSON.stringify({ imports: uploaded.map(({ file, result, refusal }) => ({ ...(result ?? { file }), ...(refusal ? { refusal } : {}) })), questions }));
  } else console.log(uploaded.map(importText).join("\n\n"));
  if (uploaded.every(({ result }) => result === undefined)) {
    throw new Mistake(uploaded.length === 1 ? (uploaded[0]?.refusal ?? "") : "None of these files could be imported; each one's reason is above.");
  }
}

function readAnswers(file: string | undefined): Record<string, string> {
  if (file === undefined) return {};
  try {
    const answers: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (typeof answers === "object" && answers !== null && !Array.isArray(answers)) return answers as Record<string, string>;
  } catch (error) {
    throw new Mistake(`The answers in ${file} cannot be read: ${(error as Error).message}.`);
  }
  throw new Mistake(`The answers in ${file} must be a JSON object of question ids and answers.`);
}
