import { server } from "./server.ts";

function element<T extends HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no element ${id}.`);
  return found as T;
}

function say(text: string, isError = false): void {
  const status = element("status");
  status.textContent = text;
  status.classList.toggle("error", isError);
}

/** Runs something slow: its buttons rest meanwhile, and the result or the error stays readable. */
async function work(doing: string, task: () => Promise<string>): Promise<void> {
  const buttons = [...document.querySelectorAll("button")];
  for (const button of buttons) button.disabled = true;
  say(doing);
  try {
    say(await task());
  } catch (error) {
    say(error instanceof Error ? error.message : String(error), true);
  }
  for (const button of buttons) button.disabled = false;
}

function listReport({ name, title, about }: { name: string; title: string; about: string }): void {
  const item = document.createElement("li");
  const heading = document.createElement("strong");
  heading.textContent = title;
  const words = document.createElement("span");
  words.textContent = about;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = `Run ${title.toLowerCase()}`;
  button.addEventListener("click", () =>
    work(`Building ${title.toLowerCase()}…`, async () => {
      const { sheet, answer } = await server.revopsReport({ name });
      return `${answer} See sheet ${sheet}.`;
    }),
  );
  item.append(heading, words, button);
  element("reports").append(item);
}

async function start(): Promise<void> {
  try {
    const { reports } = await server.revopsCatalog();
    for (const report of reports) listReport(report);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error), true);
  }
}

element("import").addEventListener("submit", (event) => {
  event.preventDefault();
  const tab = element<HTMLInputElement>("tab").value.trim();
  work(`Importing ${tab}…`, async () => {
    const result = await server.revopsImport({ from: { tab }, file: tab, answers: {} });
    const open = result.questions.map(({ text }) => text).join(" ");
    return `${result.read} read: ${result.new} new, ${result.changed} changed, ${result.unchanged} unchanged, ${result.rejected} rejected. ${open}`;
  });
});

start();
