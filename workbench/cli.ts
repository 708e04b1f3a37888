import { evalCommand, evalHelp } from "./cli/evalCommand.ts";
import { importCommand, importHelp } from "./cli/importCommand.ts";
import { Mistake } from "./cli/mistake.ts";
import { progressDone } from "./cli/progress.ts";
import { reportCommand, reportHelp } from "./cli/reportCommand.ts";

const commands: Readonly<Record<string, { run: (args: readonly string[]) => Promise<void>; help: string }>> = {
  eval: { run: evalCommand, help: evalHelp },
  import: { run: importCommand, help: importHelp },
  report: { run: reportCommand, help: reportHelp },
};

const help = `The built add-on without a spreadsheet page.

${Object.values(commands)
  .map((command) => command.help)
  .join("\n\n")}`;

async function main([name, ...args]: readonly string[]): Promise<void> {
  if (name === undefined || name === "--help" || name === "help") return console.log(help);
  const command = commands[name];
  if (!command) throw new Mistake(`There is no command "${name}"; choose from ${Object.keys(commands).join(", ")}.`);
  if (args.includes("--help")) return console.log(command.help);
  return command.run(args);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  progressDone();
  if (!(error instanceof Mistake)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
