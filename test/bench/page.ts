/** Collects the measured tables: shown as they come, and written as a page at the end. */
export type Page = {
  section(title: string, header: readonly string[]): void;
  row(...cells: readonly string[]): void;
  text(): string;
};

/** A page that also prints each row as soon as it is known. */
export function newPage(intro: readonly string[], print: (line: string) => void): Page {
  const lines = [...intro];
  for (const line of intro) print(line);
  const add = (line: string) => {
    lines.push(line);
    print(line);
  };
  return {
    section: (title, header) => {
      for (const line of [
        "",
        `## ${title}`,
        "",
        tableRow(header),
        tableRow(header.map((_, at) => (at === 0 ? "---" : "---:"))),
      ])
        add(line);
    },
    row: (...cells) => add(tableRow(cells)),
    text: () => `${lines.join("\n")}\n`,
  };
}

const tableRow = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
