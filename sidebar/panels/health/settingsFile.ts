import { fill, h } from "../../dom.ts";
import type { PanelContext } from "../../panel.ts";
import { button, buttonBar } from "../../parts/button.ts";
import { askFirst } from "../../parts/confirm.ts";
import { section } from "../../parts/section.ts";
import { workLine } from "../../parts/workLine.ts";

const LARGEST = 5_000_000;

/** All settings out into one file, and in from one. */
export function settingsFile({ server, reload }: PanelContext, imported: () => void): HTMLElement {
  const part = h("div", {});
  const question = h("div", {});
  const download = h("div", {});
  const line = workLine(() => part);

  const exportAll = async () => {
    const text = await line.run({
      doing: "Collecting the settings…",
      task: () => server.revopsExportSettings(),
    });
    if (text === undefined) return;
    const link = h(
      "a",
      {
        href: `data:application/json;charset=utf-8,${encodeURIComponent(text)}`,
        download: "revops-settings.json",
      },
      "revops-settings.json",
    );
    fill(download, h("p", {}, "The file is ready: ", link));
    link.click();
  };

  const take = async (file: File) => {
    let text = "";
    const result = await line.run({
      doing: `Comparing ${file.name} with the settings here…`,
      task: async () => {
        if (file.size > LARGEST)
          throw new Error(`${file.name} is too large for a file of settings.`);
        text = await file.text();
        return server.revopsImportSettings({ text, preview: true });
      },
    });
    if (!result) return;
    const notes = result.notes.join(" ");
    if (result.changed.length === 0) {
      line.say(`${file.name} says what the settings here say already. ${notes}`);
      return;
    }
    askFirst(
      question,
      `${file.name} changes ${result.changed.join(", ")}. ${notes} Each of them can be taken back in its own panel.`,
      "Take the settings over",
      () => void write(text),
    );
  };

  const write = async (text: string) => {
    const result = await line.run({
      doing: "Writing the settings…",
      task: () => server.revopsImportSettings({ text }),
      done: ({ changed }) => `Changed: ${changed.join(", ")}.`,
    });
    if (!result) return;
    await reload().catch(() => undefined);
    imported();
  };

  const input = h("input", {
    type: "file",
    accept: ".json",
    hidden: true,
    tabindex: -1,
    "aria-label": "File of settings",
    on: {
      change: () => {
        const [file] = input.files ?? [];
        if (file) void take(file);
        input.value = "";
      },
    },
  });
  fill(
    part,
    buttonBar(
      button("Export settings", () => void exportAll()),
      button("Import settings", () => input.click()),
    ),
    input,
    question,
    download,
    line.node,
  );
  return section(
    "Settings as a file",
    "All settings in one file, to keep or to take to another spreadsheet.",
    part,
  );
}
