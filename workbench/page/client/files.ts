import { busy, toast } from "./messages.ts";

/** Lets the person choose a file of this machine. */
export function choose(accept: string, take: (file: File) => void): void {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = accept;
  input.addEventListener("change", () => {
    const [file] = input.files ?? [];
    if (file) take(file);
  });
  input.click();
}

const LARGEST = 200 * 1024 * 1024;

/** Sends a file to the host; it becomes a new tab, or with `/open` the workbook. */
export async function send(path: "/import" | "/open", file: File, page: string): Promise<void> {
  if (file.size > LARGEST) {
    toast("", `${file.name} is larger than 200 MB; export fewer columns or a shorter time.`, 12);
    return;
  }
  const query = new URLSearchParams({ name: file.name, page });
  busy(`Reading ${file.name}…`);
  const response = await fetch(`${path}?${query}`, { method: "POST", body: file });
  const { ok, text } = (await response.json()) as { ok: boolean; text: string };
  busy(undefined);
  if (text) toast(ok ? "" : "The file was not taken", text, ok ? 6 : 12);
}

/** Dropping a file on the sheet is File > Import. */
export function acceptDrops(take: (file: File) => void): void {
  const hasFile = (event: DragEvent): boolean =>
    event.dataTransfer?.types.includes("Files") ?? false;
  addEventListener(
    "dragover",
    (event) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      document.body.classList.add("dropping");
    },
    true,
  );
  addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) document.body.classList.remove("dropping");
  });
  addEventListener(
    "drop",
    (event) => {
      document.body.classList.remove("dropping");
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      event.stopPropagation();
      for (const file of files) take(file);
    },
    true,
  );
}

export function download(path: string): void {
  const link = document.createElement("a");
  link.href = path;
  link.download = "";
  link.click();
}
