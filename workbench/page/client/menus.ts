import { registries } from "@odoo/o-spreadsheet";
import type { MenuItem } from "../../host/hostState.ts";

export type MenuHooks = {
  menu(): readonly MenuItem[];
  run(label: string): void;
  importFile(): void;
  openWorkbook(): void;
  saveWorkbook(): void;
  downloadXlsx(): void;
  settings(): void;
};

/** What the local host does not keep is not offered. */
const HIDDEN: readonly (readonly string[])[] = [
  ["file", "settings"],
  ["view", "group_headers"],
  ["view", "view_irregularity_map"],
  ["insert", "insert_chart"],
  ["insert", "insert_carousel"],
  ["insert", "insert_pivot"],
  ["insert", "insert_image"],
  ["insert", "insert_table"],
  ["insert", "insert_checkbox"],
  ["insert", "insert_dropdown"],
  ["insert", "insert_link"],
  ["edit", "edit_table"],
  ["format", "format_cf"],
  ["data", "data_validation"],
  ["data", "add_remove_data_filter"],
  ["data", "pivot_data_sources"],
  ["data", "reinsert_dynamic_pivot"],
  ["data", "reinsert_static_pivot"],
];

type Node = {
  id?: string;
  children?: (Node | (() => unknown))[];
  isVisible?: unknown;
  sequence?: number;
  name?: unknown;
  execute?: unknown;
};

/** The menu bar: the component's own, File as Sheets has it, and the add-on's menu. */
export function buildMenus(hooks: MenuHooks): void {
  const { topbarMenuRegistry } = registries;
  const content = topbarMenuRegistry.content as unknown as Record<string, Node>;
  for (const [root = "", child] of HIDDEN) {
    const found = content[root]?.children?.find(
      (item) => typeof item !== "function" && item.id === child,
    ) as Node | undefined;
    if (found) found.isVisible = () => false;
  }
  for (const [id, item] of Object.entries(content)) {
    if (id.startsWith("pivot")) item.isVisible = () => false;
  }
  const file = (
    id: string,
    name: string,
    sequence: number,
    execute: () => void,
    separator = false,
  ): void => {
    topbarMenuRegistry.addChild(id, ["file"], { name, sequence, execute, separator } as never);
  };
  file("import", "Import…", 10, hooks.importFile);
  file("open", "Open workbook file…", 20, hooks.openWorkbook, false);
  file("save", "Save workbook file", 30, hooks.saveWorkbook, false);
  file("xlsx", "Download as Microsoft Excel (.xlsx)", 40, hooks.downloadXlsx, true);
  file("locale", "Locale and time zone…", 195, hooks.settings, false);
  topbarMenuRegistry.add("revops", {
    name: "RevOps",
    sequence: 90,
    isReadonlyAllowed: true,
    children: [
      () =>
        entries(
          hooks.menu().flatMap((menu) => ("items" in menu ? menu.items : [])),
          hooks.run,
        ),
    ],
  } as never);
}

function entries(items: readonly MenuItem[], run: (label: string) => void): object[] {
  const made: { separator?: boolean }[] = [];
  for (const [index, item] of items.entries()) {
    if ("separator" in item) {
      const last = made.at(-1);
      if (last) last.separator = true;
    } else if ("items" in item) {
      made.push({
        id: `revops${index}`,
        name: item.label,
        sequence: index,
        children: [() => entries(item.items, run)],
      } as object);
    } else {
      made.push({
        id: `revops${index}`,
        name: item.label,
        sequence: index,
        execute: () => run(item.label),
      } as object);
    }
  }
  return made;
}
