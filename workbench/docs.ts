import { writeFileSync } from "node:fs";
import { pages } from "./docs/pages.ts";

for (const [file, text] of Object.entries(pages())) {
  writeFileSync(file, text);
  console.log(`${file}: ${text.split("\n").length} lines`);
}
