import type { Host } from "../host/host.ts";
import { openSession } from "../session.ts";
import { nothingImported, refusalLine, uploadAll } from "../upload.ts";
import { Mistake } from "./mistake.ts";
import { dataPath, type Options, outputFile } from "./options.ts";

/** The options that say which data a command works on. */
export const DATA_OPTIONS = ["--data", "--workbook", "--as-of"] as const;

/** A session with the named data imported. */
export async function prepareSession(options: Options): Promise<Host> {
  const paths = (options.values.get("--data") ?? []).map(dataPath);
  const host = openSession(outputFile(options, "--workbook"));
  const uploaded = await uploadAll(host, paths, {});
  const nothing = nothingImported(uploaded);
  for (const one of uploaded) {
    if (one.refusal !== undefined && one.refusal !== nothing) console.error(refusalLine(one));
  }
  if (nothing !== undefined) throw new Mistake(nothing);
  return host;
}
