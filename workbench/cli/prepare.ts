import type { Host } from "../host/host.ts";
import { ask, openSession } from "../session.ts";
import { uploadAll } from "../upload.ts";
import { Mistake } from "./mistake.ts";
import { dataPath, type Options, single, singleDate } from "./options.ts";

/** The options that say which data a command works on. */
export const DATA_OPTIONS = ["--data", "--workbook", "--as-of"] as const;

/** A session with the named data imported and, where one is given, the as-of date set. */
export async function prepareSession(options: Options): Promise<Host> {
  const host = openSession(single(options, "--workbook"));
  const uploaded = await uploadAll(host, (options.values.get("--data") ?? []).map(dataPath), {});
  for (const { file, refusal } of uploaded) {
    if (refusal !== undefined) console.error(`${file}: ${refusal}`);
  }
  if (uploaded.length > 0 && uploaded.every(({ result }) => result === undefined)) {
    throw new Mistake("None of the files in --data could be imported; each one's reason is above.");
  }
  const asOf = singleDate(options, "--as-of");
  if (asOf !== undefined) ask(host, "revopsSetAsOf", { asOf });
  return host;
}
