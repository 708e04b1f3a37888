import { cellReference } from "./reference.ts";
import { element, escapeXml, XML_HEAD } from "./xml.ts";

type Note = { row: number; column: number; text: string };

export function notesOf(notes: Readonly<Record<string, string>>): Note[] {
  return Object.entries(notes)
    .map(([place, text]) => {
      const [row = 1, column = 1] = place.split(",").map(Number);
      return { row, column, text };
    })
    .sort((a, b) => a.row - b.row || a.column - b.column);
}

/** `comments1.xml`. */
export function commentsXml(notes: readonly Note[]): string {
  const comments = notes.map(({ row, column, text }) =>
    element(
      "comment",
      { ref: cellReference(row, column), authorId: 0 },
      `<text><t xml:space="preserve">${escapeXml(text)}</t></text>`,
    ),
  );
  return (
    XML_HEAD +
    element(
      "comments",
      { xmlns: "http://schemas.openxmlformats.org/spreadsheetml/2006/main" },
      `<authors><author></author></authors><commentList>${comments.join("")}</commentList>`,
    )
  );
}

/** The boxes of the notes: Excel still wants them as VML. */
export function notesDrawing(notes: readonly Note[]): string {
  const shapes = notes.map(
    ({ row, column }, index) =>
      `<v:shape id="_x0000_s${1025 + index}" type="#_x0000_t202" style="position:absolute;width:240px;height:80px;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column}, 10, ${row - 1}, 4, ${column + 3}, 10, ${row + 4}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`,
  );
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${shapes.join("")}</xml>`;
}
