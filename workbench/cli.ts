import { mistakeOf } from "./cli/mistake.ts";
import { progressDone } from "./cli/progress.ts";
import { runCommand } from "./cli/runCommand.ts";

// Whoever reads the output may stop reading, as `head` does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

try {
  await runCommand(process.argv.slice(2));
} catch (error) {
  progressDone();
  const sentence = mistakeOf(error);
  if (sentence === undefined) throw error;
  console.error(sentence);
  process.exitCode = 2;
}
