const LOCALES: readonly (readonly [string, string])[] = [
  ["en_US", "United States"],
  ["en_GB", "United Kingdom"],
  ["de_DE", "Deutschland"],
  ["fr_FR", "France"],
  ["pt_BR", "Brasil"],
  ["ja_JP", "日本"],
];

const ZONES: readonly string[] = [
  "Etc/UTC",
  "America/Los_Angeles",
  "America/New_York",
  "America/Sao_Paulo",
  "Europe/London",
  "Europe/Berlin",
  "Europe/Paris",
  "Asia/Kolkata",
  "Asia/Tokyo",
  "Australia/Sydney",
];

/** File > Locale and time zone, as the settings of a spreadsheet in Sheets. */
export function localeDialog(
  now: { locale: string; timeZone: string },
  save: (chosen: { locale: string; timeZone: string }) => void,
): void {
  const dialog = document.createElement("dialog");
  dialog.className = "page";
  const title = document.createElement("h2");
  title.textContent = "Locale and time zone";
  const locale = select("Locale", LOCALES, now.locale);
  const zone = select(
    "Time zone",
    ZONES.map((name) => [name, name] as const),
    now.timeZone,
  );
  const buttons = document.createElement("div");
  buttons.className = "buttons";
  const cancel = document.createElement("button");
  cancel.textContent = "Cancel";
  cancel.addEventListener("click", () => dialog.remove());
  const ok = document.createElement("button");
  ok.textContent = "Save";
  ok.className = "primary";
  ok.addEventListener("click", () => {
    dialog.remove();
    save({ locale: locale.list.value, timeZone: zone.list.value });
  });
  buttons.append(cancel, ok);
  dialog.append(title, locale.label, zone.label, buttons);
  document.body.append(dialog);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.showModal();
}

function select(name: string, options: readonly (readonly [string, string])[], chosen: string) {
  const label = document.createElement("label");
  label.textContent = name;
  const list = document.createElement("select");
  const all = options.some(([value]) => value === chosen)
    ? options
    : [...options, [chosen, chosen] as const];
  for (const [value, text] of all) list.append(new Option(text, value, false, value === chosen));
  label.append(list);
  return { label, list };
}
