import type { ExportedBook } from "./exportedBook.ts";
import { absoluteReference } from "./reference.ts";
import { element, escapeXml, XML_HEAD } from "./xml.ts";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export type Relation = { readonly type: string; readonly target: string };

/** The nth relation is `rIdn`. */
export function relationsXml(relations: readonly Relation[]): string {
  const content = relations.map(({ type, target }, index) =>
    element("Relationship", { Id: `rId${index + 1}`, Type: `${OFFICE}/${type}`, Target: target }),
  );
  return (
    XML_HEAD + element("Relationships", { xmlns: `${PACKAGE}/relationships` }, content.join(""))
  );
}

/** `workbook.xml`: sheets in order and the named ranges. */
export function workbookXml(book: ExportedBook): string {
  const { workbook, sheets } = book;
  const list = sheets.map(({ data, name }, index) =>
    element("sheet", {
      name,
      sheetId: index + 1,
      state: data.hidden ? "hidden" : undefined,
      "r:id": `rId${index + 1}`,
    }),
  );
  const names = workbook.namedRanges
    .flatMap(({ name, sheetId, area }) => {
      const sheet = sheets.find(({ data }) => data.id === sheetId);
      if (sheet === undefined) return [];
      const reference = escapeXml(absoluteReference(sheet.name, area));
      return [{ name, xml: element("definedName", { name }, reference) }];
    })
    .sort((a, b) => (a.name.toUpperCase() < b.name.toUpperCase() ? -1 : 1));
  const active = sheets.findIndex(({ data }) => data.id === workbook.activeSheetId && !data.hidden);
  const firstVisible = sheets.findIndex(({ data }) => !data.hidden);
  const view = element("workbookView", {
    activeTab: Math.max(active >= 0 ? active : firstVisible, 0),
  });
  const content = [
    '<workbookPr date1904="0"/>',
    element("bookViews", {}, view),
    element("sheets", {}, list.join("")),
    names.length === 0 ? "" : element("definedNames", {}, names.map(({ xml }) => xml).join("")),
    '<calcPr calcId="191029"/>',
  ];
  const xmlns = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  return XML_HEAD + element("workbook", { xmlns, "xmlns:r": OFFICE }, content.join(""));
}

const TYPES: readonly (readonly [RegExp, string])[] = [
  [/^xl\/workbook\.xml$/, `${SHEET_TYPE}.sheet.main+xml`],
  [/^xl\/worksheets\/sheet\d+\.xml$/, `${SHEET_TYPE}.worksheet+xml`],
  [/^xl\/styles\.xml$/, `${SHEET_TYPE}.styles+xml`],
  [/^xl\/sharedStrings\.xml$/, `${SHEET_TYPE}.sharedStrings+xml`],
  [/^xl\/comments\d+\.xml$/, `${SHEET_TYPE}.comments+xml`],
  [/^xl\/drawings\/drawing\d+\.xml$/, "application/vnd.openxmlformats-officedocument.drawing+xml"],
  [
    /^xl\/charts\/chart\d+\.xml$/,
    "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
  ],
  [
    /^xl\/drawings\/chartText\d+\.xml$/,
    "application/vnd.openxmlformats-officedocument.drawingml.chartshapes+xml",
  ],
  [/^docProps\/app\.xml$/, "application/vnd.openxmlformats-officedocument.extended-properties+xml"],
];

export function contentTypesXml(paths: readonly string[]): string {
  const overrides = paths.flatMap((path) => {
    const type = TYPES.find(([pattern]) => pattern.test(path))?.[1];
    return type === undefined
      ? []
      : [element("Override", { PartName: `/${path}`, ContentType: type })];
  });
  const defaults =
    element("Default", {
      Extension: "rels",
      ContentType: "application/vnd.openxmlformats-package.relationships+xml",
    }) +
    element("Default", { Extension: "xml", ContentType: "application/xml" }) +
    element("Default", {
      Extension: "vml",
      ContentType: "application/vnd.openxmlformats-officedocument.vmlDrawing",
    });
  return (
    XML_HEAD +
    element("Types", { xmlns: `${PACKAGE}/content-types` }, defaults + overrides.join(""))
  );
}

/** LibreOffice trusts stored results only of programs it knows, and would otherwise compute all anew. */
export const APPLICATION_XML = `${XML_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Excel</Application><AppVersion>16.0300</AppVersion></Properties>`;

export const ROOT_RELATIONS = `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${OFFICE}/extended-properties" Target="docProps/app.xml"/></Relationships>`;
