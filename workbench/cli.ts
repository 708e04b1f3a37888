import { evalCommand, evalHelp } from "./cli/evalCommand.ts";
import { importCommand, importHelp } from "./cli/importCommand.ts";
import { Mistake, mistakeOf } from "./cli/mistake.ts";
import { progressDone } from "./cli/progress.ts";
import { reportCommand, reportHelp } from "./cli/reportCommand.ts";

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

async function main([name, ...args]: readonly string[]): Promise<void> {
  if (name === undefined || isHelp(name) || name === "help") return console.log(help);
  const command = commands[name];
  if (!command)
    throw new Mistake(
      `There is no command "${name}"; choose from ${Object.keys(commands).join(", ")}.`,
    );
  if (args.some(isHelp)) return console.log(command.help);
  return command.run(args);
}

// Whoever reads the output may stop reading, as `head` does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

try {
  await main(process.argv.slice(2));
} catch (error) {
  progressDone();
  const sentence = mistakeOf(error);
  if (sentence === undefined) throw error;
  console.error(sentence);
  process.exitCode = 2;
}
