import { existsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { dayFromIso } from "../../src/core/calendar/day.ts";
import { Mistake } from "./mistake.ts";

export type DataPath = { readonly path: string; readonly date: string | undefined };

/** What stands behind a command: words, and options that may repeat. */
export type Options = {
  readonly words: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, readonly string[]>;
};

/** Splits arguments; an option that the command does not know is a mistake. */
export function readOptions(
  args: readonly string[],
  known: { flags: readonly string[]; values: readonly string[] },
): Options {
  const words: string[] = [];
  const flags = new Set<string>();
  const values = new Map<string, string[]>();
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string;
    if (!arg.startsWith("--")) {
      words.push(arg);
      continue;
    }
    const [name, attached] = splitAttached(arg);
    if (known.flags.includes(name)) flags.add(name);
    else if (known.values.includes(name)) {
      const value = attached ?? args[++i];
      if (value === undefined) throw new Mistake(`${name} needs a value behind it.`);
      values.set(name, [...(values.get(name) ?? []), value]);
    } else
      throw new Mistake(
        `${name} is no option of this command; it knows ${[...known.flags, ...known.values].join(", ")}.`,
      );
  }
  return { words, flags, values };
}

function splitAttached(arg: string): [string, string | undefined] {
  const at = arg.indexOf("=");
  return at < 0 ? [arg, undefined] : [arg.slice(0, at), arg.slice(at + 1)];
}

/** The one value of an option, or undefined. */
export function single(options: Options, name: string): string | undefined {
  const given = options.values.get(name) ?? [];
  if (given.length > 1)
    throw new Mistake(`${name} was given ${given.length} times; once is enough.`);
  return given[0];
}

/** The value of an option that names a file to be written; its folder must be there. */
export function outputFile(options: Options, name: string): string | undefined {
  const file = single(options, name);
  if (file === undefined) return undefined;
  const folder = dirname(resolve(file));
  if (!existsSync(folder))
    throw new Mistake(`${name} cannot write "${file}": there is no folder "${folder}".`);
  if (existsSync(file) && statSync(file).isDirectory())
    throw new Mistake(`${name} cannot write "${file}": it is a folder.`);
  return file;
}

/** A date option as ISO text. */
export function singleDate(options: Options, name: string): string | undefined {
  const text = single(options, name);
  if (text !== undefined && dayFromIso(text) === undefined) {
    throw new Mistake(`${name} takes a date like 2026-01-31; got "${text}".`);
  }
  return text;
}

/** `exports/june@2026-06-01`: a path and the day its export was made. */
export function dataPath(text: string): DataPath {
  const match = /^(.+)@(\d{4}-\d{2}-\d{2})$/.exec(text);
  if (!match) return { path: text, date: undefined };
  const date = match[2] as string;
  if (dayFromIso(date) === undefined)
    throw new Mistake(`"${date}" behind "${match[1]}" is no date; write it like 2026-01-31.`);
  return { path: match[1] as string, date };
}
