import { Mistake } from "../cli/mistake.ts";
import { outputFile, readOptions, single } from "../cli/options.ts";
import { USUAL_PORT } from "./startPage.ts";

export type StartOptions = {
  /** The lossless workbook file that is opened, if it is there, and kept up to date. */
  readonly workbook: string | undefined;
  readonly empty: boolean;
  readonly once: boolean;
  readonly port: number;
};

/** `npm start -- [--once] [--empty] [--workbook FILE] [--port N]` */
export function parseStartOptions(args: readonly string[]): StartOptions {
  const options = readOptions(args, {
    flags: ["--once", "--empty"],
    values: ["--workbook", "--port"],
  });
  const [word] = options.words;
  if (word !== undefined)
    throw new Mistake(`"${word}" is not expected here; a workbook is named with --workbook FILE.`);
  const portText = single(options, "--port") ?? String(USUAL_PORT);
  const port = Number(portText);
  if (!/^\d+$/.test(portText) || port > 65_535)
    throw new Mistake(`--port takes a number up to 65535; got "${portText}".`);
  return {
    workbook: outputFile(options, "--workbook"),
    empty: options.flags.has("--empty"),
    once: options.flags.has("--once"),
    port,
  };
}
