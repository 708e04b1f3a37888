import { evalCommand, evalHelp } from "./evalCommand.ts";
import { importCommand, importHelp } from "./importCommand.ts";
import { Mistake } from "./mistake.ts";
import { reportCommand, reportHelp } from "./reportCommand.ts";

const commands: Readonly<
  Record<string, { run: (args: readonly string[]) => Promise<void>; help: string }>
> = {
  eval: { run: evalCommand, help: evalHelp },
  import: { run: importCommand, help: importHelp },
  report: { run: reportCommand, help: reportHelp },
};

const help = `The built add-on without a spreadsheet page.

${Object.values(commands)
  .map((command) => command.help)
  .join("\n\n")}`;

const isHelp = (word: string) => word === "--help" || word === "-h";

/** Runs a command as it was typed. */
export async function runCommand([name, ...args]: readonly string[]): Promise<void> {
  if (name === undefined || isHelp(name) || name === "help") return console.log(help);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command)
    throw new Mistake(
      `There is no command "${name}"; choose from ${Object.keys(commands).join(", ")}.`,
    );
  if (args.some(isHelp)) return console.log(command.help);
  return command.run(args);
}
