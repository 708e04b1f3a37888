import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readFile } from "../../../sidebar/files/readFile.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

function utf16(text: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? "\ufeff" : ""), ...text].map((letter) => letter.charCodeAt(0));
  const out = new Uint8Array(units.length * 2);
  const view = new DataView(out.buffer);
  for (const [at, unit] of units.entries()) view.setUint16(at * 2, unit, !bigEndian);
  return out;
}

const rowsOf = async (data: Uint8Array, name = "deals.csv") =>
  (await readFile(name, data)).sheets[0]?.rows;

describe("text files", () => {
  const text = "Name,City\nZoë,Köln\n";
  const rows = [
    ["Name", "City"],
    ["Zoë", "Köln"],
  ];

  it("reads UTF-8 with and without its mark", async () => {
    expect(await rowsOf(bytes(text))).toEqual(rows);
    expect(await rowsOf(bytes(`\ufeff${text}`))).toEqual(rows);
  });

  it("reads UTF-16 of both byte orders, with and without its mark", async () => {
    for (const bigEndian of [true, false]) {
      for (const mark of [true, false])
        expect(await rowsOf(utf16(text, bigEndian, mark))).toEqual(rows);
    }
  });

  it("reads Windows-1252 where the bytes are no UTF-8, and says so", async () => {
    // ë and ö in Windows-1252 are the single bytes EB and F6.
    const data = Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)));
    expect(await rowsOf(data)).toEqual(rows);
    // The euro sign, a dash and curly quotes are 80, 96, 93 and 94 there.
    const signs = Uint8Array.from([
      0x4e, 0x0a, 0x80, 0x35, 0x20, 0x96, 0x20, 0x93, 0x78, 0x94, 0x0a,
    ]);
    expect(await rowsOf(signs)).toEqual([["N"], ["€5 – “x”"]]);
    expect((await readFile("x.csv", data)).notes).toEqual(["Read as Windows-1252 text."]);
  });

  it("finds the delimiter, whatever other delimiters the values hold", async () => {
    const semicolons = 'Name;Amount;Date\n"Lee, Ann";1.200,50;16 Apr, 2021\nBo;3,5;17 Apr, 2021\n';
    expect(await rowsOf(bytes(semicolons))).toEqual([
      ["Name", "Amount", "Date"],
      ["Lee, Ann", "1.200,50", "16 Apr, 2021"],
      ["Bo", "3,5", "17 Apr, 2021"],
    ]);
    expect(await rowsOf(bytes("a\tb\tc\n1,5\t2\t3\n"))).toEqual([
      ["a", "b", "c"],
      ["1,5", "2", "3"],
    ]);
    expect(await rowsOf(bytes("a|b\n1|2\n"))).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
  });

  it("keeps line breaks and doubled quotes inside quoted values", async () => {
    expect(
      await rowsOf(bytes('Id,Street\r\n1,"Main St\nFloor 2"\r\n2,"say ""hi""\r\nthere"\r\n')),
    ).toEqual([
      ["Id", "Street"],
      ["1", "Main St\nFloor 2"],
      ["2", 'say "hi"\r\nthere'],
    ]);
  });

  it("loses no line to a quotation mark that is never closed", async () => {
    const lines = [
      "Id,Name,Amount",
      '1,"Ann, Lee",5',
      '2,"Bo,6',
      "3,Cy,7",
      '4,"Di",8',
      '5,"Ed said "hi" twice",9',
    ];
    const read = await readFile("x.csv", bytes(`${lines.join("\n")}\n`));
    expect(read.sheets[0]?.rows).toEqual([
      ["Id", "Name", "Amount"],
      ["1", "Ann, Lee", "5"],
      ["2", "Bo", "6"],
      ["3", "Cy", "7"],
      ["4", "Di", "8"],
      ["5", 'Ed said "hi" twice', "9"],
    ]);
    expect(read.notes).toEqual([
      "1 line has a quotation mark that is never closed and was taken as written.",
    ]);
    expect(await rowsOf(bytes('Id,Name\n1,"open\n2,b\n'))).toEqual([
      ["Id", "Name"],
      ["1", "open"],
      ["2", "b"],
    ]);
  });

  it("reads a file of one column", async () => {
    expect(await rowsOf(bytes("Id\n1\n2\n"))).toEqual([["Id"], ["1"], ["2"]]);
  });
});

describe("what cannot be read", () => {
  const ole = (marker: string) =>
    new Uint8Array([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...new Array(40).fill(0),
      ...utf16(marker, false, false),
    ]);
  const cases: [string, Uint8Array, RegExp][] = [
    ["an old .xls", ole("Workbook"), /old \.xls workbook/],
    ["a workbook with a password", ole("EncryptedPackage"), /protected by a password/],
    [
      "a web page named .xls",
      bytes("<html><body><table><tr><td>Id</td></tr></table></body></html>"),
      /web page/,
    ],
    ["a PDF", bytes("%PDF-1.7\n…"), /PDF/],
    ["a zip archive", zipSync({ "a.csv": strToU8("a,b") }), /zip archive/],
    [
      "a picture",
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3, 4, 5]),
      /neither text nor/,
    ],
    ["an empty file", new Uint8Array(0), /is empty/],
    ["a file of blank lines", bytes("\n\n ,\n"), /no content/],
    ["a damaged workbook", zipSync({ "xl/workbook.xml": strToU8("<oops") }), /damaged/],
  ];
  it.each(cases)("refuses %s in one sentence that names the file", async (_, data, message) => {
    const refusal = readFile("export.xls", data);
    await expect(refusal).rejects.toThrow(message);
    await expect(refusal).rejects.toThrow(/^export\.xls .*[^.]\.$/);
    await expect(refusal).rejects.toMatchObject({ name: "InputError" });
  });
});

/** A workbook as Excel saves it, as far as it matters here: typed cells, a date format, a hidden sheet. */
function workbook(): Uint8Array {
  const sheet = (rows: string) =>
    strToU8(
      `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
    );
  const text = (ref: string, value: string) =>
    `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return zipSync({
    "[Content_Types].xml": strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    ),
    "xl/workbook.xml": strToU8(
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Deals &amp; more" sheetId="1" r:id="rId1"/><sheet name="Secret" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ),
    "xl/styles.xml": strToU8(
      `<styleSheet xmlns="${main}"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ),
    "xl/worksheets/sheet1.xml": sheet(
      `<row r="1">${text("A1", "Deal ID")}${text("B1", "Close Date")}${text("C1", "Created")}${text("D1", "Amount")}${text("E1", "Won")}</row>` +
        `<row r="2">${text("A2", "007")}<c r="B2" s="1"><v>45720</v></c><c r="C2" s="2"><v>45720.43125</v></c><c r="D2"><v>1234.5</v></c><c r="E2" t="b"><v>1</v></c></row>`,
    ),
    "xl/worksheets/sheet2.xml": sheet(`<row r="1">${text("A1", "hidden")}</row>`),
  });
}

it("keeps the types of a workbook's cells, gives dates as ISO text and leaves hidden sheets out", async () => {
  const read = await readFile("deals.xlsx", workbook());
  expect(read.sheets).toEqual([
    {
      name: "Deals & more",
      rows: [
        ["Deal ID", "Close Date", "Created", "Amount", "Won"],
        // Serial 45720 is 2025-03-04: 45658 is 2025-01-01 (published by Microsoft), plus 62 days.
        ["007", "2025-03-04", "2025-03-04 10:21:00", 1234.5, true],
      ],
    },
  ]);
  expect(read.notes).toEqual(["Hidden sheets were not read: Secret."]);
});
