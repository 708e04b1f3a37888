import { Mistake } from "./mistake.ts";

type Command = { run: (args: readonly string[]) => Promise<void>; help: string };

/** Each is loaded when it is wanted: the reports alone are some four hundred files. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  eval: async () => {
    const { evalCommand, evalHelp } = await import("./evalCommand.ts");
    return { run: evalCommand, help: evalHelp };
  },
  import: async () => {
    const { importCommand, importHelp } = await import("./importCommand.ts");
    return { run: importCommand, help: importHelp };
  },
  report: async () => {
    const { reportCommand, reportHelp } = await import("./reportCommand.ts");
    return { run: reportCommand, help: reportHelp };
  },
};

async function help(): Promise<string> {
  const all = await Promise.all(Object.values(commands).map((load) => load()));
  return ["The built add-on without a spreadsheet page.", ...all.map((one) => one.help)].join(
    "\n\n",
  );
}

const isHelp = (word: string) => word === "--help" || word === "-h";

/** Runs a command as it was typed. */
export async function runCommand([name, ...args]: readonly string[]): Promise<void> {
  if (name === undefined || isHelp(name) || name === "help") return console.log(await help());
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load)
    throw new Mistake(
      `There is no command "${name}"; choose from ${Object.keys(commands).join(", ")}.`,
    );
  const command = await load();
  if (args.some(isHelp)) return console.log(command.help);
  return command.run(args);
}
