import type { ImportResult, PreviewRecord } from "../../../src/addon/calls/requests.ts";
import type { Issue } from "../../../src/tables/reading/issue.ts";
import { h } from "../../dom.ts";
import { shownNumber } from "../../notation.ts";
import { type Row, rowList } from "../../parts/rows.ts";
import { disclosure } from "../../parts/section.ts";

const SHOWN_ISSUES = 50;
/** The column of issues about records that an export lacks, which have a list of their own. */
const GONE = "Gone Since";

/** The records that an import adds, changes, marks as gone or leaves out. */
export function recordLists(result: ImportResult): HTMLElement[] {
  const { preview, issues, rejected } = result;
  const left = issues.filter((issue) => issue.rejected);
  const cells = issues.filter((issue) => !issue.rejected && issue.column !== GONE);
  return [
    list("New", result.new, (preview?.added ?? []).map(plainRow)),
    list("Changed", result.changed, (preview?.changed ?? []).map(changedRow)),
    list("Gone since the last export", result.gone, (preview?.gone ?? []).map(plainRow)),
    list("Rejected", rejected, left.slice(0, SHOWN_ISSUES).map(issueRow)),
    list("Cells that cannot be read", cells.length, cells.slice(0, SHOWN_ISSUES).map(issueRow)),
  ].flatMap((one) => one ?? []);
}

function list(title: string, count: number, rows: readonly Row[]): HTMLElement | undefined {
  if (count === 0) return undefined;
  const more = count - rows.length;
  return disclosure(`${title}: ${shownNumber(count)}`, [
    rowList(rows, ""),
    more > 0 && rows.length > 0
      ? h("p", { class: "help" }, `and ${shownNumber(more)} more`)
      : undefined,
  ]);
}

function plainRow({ key, name }: PreviewRecord): Row {
  return { title: name || key, text: name ? key : undefined };
}

function changedRow({ key, name, changes }: PreviewRecord): Row {
  const lines = changes.map(({ column, before, after }) =>
    h(
      "div",
      {},
      `${column}: `,
      h("span", { class: "unseen" }, "from "),
      h("span", { class: "old" }, before || "blank"),
      h("span", { "aria-hidden": "true" }, " → "),
      h("span", { class: "unseen" }, " to "),
      after || "blank",
    ),
  );
  return { title: name || key, text: h("div", {}, name ? key : undefined, ...lines) };
}

function issueRow({ row, column, value, message, remedy }: Issue): Row {
  const where = [row === undefined ? "" : `Row ${row}`, column ?? ""].filter(Boolean).join(", ");
  const found = value === undefined || value === "" ? "" : ` “${value}”`;
  return { title: `${where}${found}` || message, text: `${message} ${remedy}` };
}
