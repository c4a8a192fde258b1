/** The parts of a workbook as Excel writes them, by name: shared texts, custom formats, namespaces of its own, names of print ranges. */
export type Parts = Map<string, string>;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OWN =
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac xr xr2 xr3" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" xmlns:xr2="http://schemas.microsoft.com/office/spreadsheetml/2015/revision2" xmlns:xr3="http://schemas.microsoft.com/office/spreadsheetml/2016/revision3"';
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const RUN = '<rPr><b/><sz val="13"/><color theme="1"/><rFont val="Times New Roman"/><family val="1"/></rPr>';

const STRINGS = [
  "<t>BIỂU KẾT QUẢ THỰC HIỆN NĂM 2020</t>",
  "<t>Đơn vị</t>",
  `<r>${RUN}<t xml:space="preserve">Chỉ </t></r><r><t>tiêu</t></r><rPh sb="0" eb="3"><t>chi</t></rPh><phoneticPr fontId="1"/>`,
  "<t>Kế hoạch_x000D_\n(năm)</t>",
  '<t xml:space="preserve">  Thực hiện </t>',
  "<t>% TH/KH</t>",
  "<t>Xã Đông &amp; Tây</t>",
  "<t>Trồng rừng</t>",
  "<t>Tỷ lệ hộ nghèo</t>",
  "<t>Đạt chuẩn</t>",
];

/** Column letter, row, attributes and content of a cell. */
const cell = (place: string, attributes: string, content: string) => `<c r="${place}"${attributes}>${content}</c>`;
const text = (place: string, index: number) => cell(place, ' s="1" t="s"', `<v>${index}</v>`);
const row = (number: number, cells: string) =>
  `<row r="${number}" spans="1:5" ht="15.75" customHeight="1" thickBot="1" x14ac:dyDescent="0.25">${cells}</row>`;

const ROWS = [
  row(1, `${text("A1", 0)}<c r="B1" s="1"/><c r="C1" s="1"/>`),
  row(3, [1, 2, 3, 4, 5].map((index, column) => text(`${"ABCDE"[column]}3`, index)).join("")),
  row(
    4,
    `${text("A4", 6)}${text("B4", 7)}${cell("C4", ' s="3"', "<v>1000.5</v>")}${cell("D4", ' s="3"', "<f>C4*1.019</f><v>1019.5094999999999</v>")}${cell("E4", ' s="2"', "<f>D4/C4</f><v>1.0189999999999999</v>")}`,
  ),
  row(
    5,
    `${cell("A5", ' t="str"', "<f>A4</f><v>Xã Đông &amp; Tây</v>")}${text("B5", 8)}${cell("C5", ' s="2"', "<v>0.05</v>")}${cell("D5", ' s="2"', "<v>4.4999999999999998E-2</v>")}${cell("E5", ' t="str"', '<f>IF(C5="","",“”)</f><v></v>')}`,
  ),
  row(
    6,
    `${text("A6", 6)}${cell("B6", ' t="inlineStr"', `<is><r>${RUN}<t xml:space="preserve">Thu </t></r><r><t>ngân sách</t></r></is>`)}${cell("C6", ' s="4"', "<v>10</v>")}${cell("D6", ' s="4"', "<v>12.3</v>")}<c r="E6" s="2"/>`,
  ),
];

/** A workbook of one sheet of results and one that is very hidden. */
export function excelParts(): Parts {
  const type = (name: string, kind: string) => `<Override PartName="/${name}" ContentType="${TYPE}.${kind}+xml"/>`;
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
  const relations = (inside: string) =>
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${inside}</Relationships>`;
  return new Map([
    [
      "[Content_Types].xml",
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type("xl/workbook.xml", "sheet.main")}${type("xl/worksheets/sheet1.xml", "worksheet")}${type("xl/worksheets/sheet2.xml", "worksheet")}${type("xl/styles.xml", "styles")}${type("xl/sharedStrings.xml", "sharedStrings")}</Types>`,
    ],
    [
      "_rels/.rels",
      relations(
        `${relation("rId3", "extended-properties", "docProps/app.xml")}${relation("rId1", "officeDocument", "xl/workbook.xml")}`,
      ),
    ],
    [
      "xl/_rels/workbook.xml.rels",
      relations(
        `${relation("rId3", "theme", "theme/theme1.xml")}${relation("rId2", "worksheet", "worksheets/sheet2.xml")}${relation("rId1", "worksheet", "worksheets/sheet1.xml")}${relation("rId5", "sharedStrings", "sharedStrings.xml")}${relation("rId4", "styles", "styles.xml")}`,
      ),
    ],
    [
      "xl/workbook.xml",
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}" ${OWN}><fileVersion appName="xl" lastEdited="7" lowestEdited="7" rupBuild="22730"/><workbookPr defaultThemeVersion="166925"/><mc:AlternateContent><mc:Choice Requires="x15"><x15ac:absPath url="C:\\Users\\Mau\\" xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"/></mc:Choice></mc:AlternateContent><xr:revisionPtr revIDLastSave="0"/><bookViews><workbookView xWindow="0" yWindow="0" activeTab="1"/></bookViews><sheets><sheet name="Biểu 1 &amp; 2" sheetId="4" r:id="rId1"/><sheet name="Cũ" sheetId="2" state="veryHidden" r:id="rId2"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'Biểu 1 &amp; 2'!$A$3:$E$6</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">'Biểu 1 &amp; 2'!$3:$3</definedName></definedNames><calcPr calcId="181029"/><extLst><ext uri="{140A7094-0E35-4892-8432-C4D2E57EDEB5}" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst></workbook>`,
    ],
    [
      "xl/sharedStrings.xml",
      `${HEAD}<sst xmlns="${MAIN}" count="14" uniqueCount="${STRINGS.length}">${STRINGS.map((inside) => `<si>${inside}</si>`).join("")}</sst>`,
    ],
    [
      "xl/styles.xml",
      `${HEAD}<styleSheet xmlns="${MAIN}" ${OWN}><numFmts count="2"><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="#,##0.00&quot; ha&quot;"/></numFmts><fonts count="1" x14ac:knownFonts="1"><font><sz val="13"/><name val="Times New Roman"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment wrapText="1"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><dxfs count="0"/></styleSheet>`,
    ],
    [
      "xl/worksheets/sheet1.xml",
      `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}" ${OWN} xr:uid="{00000000-0001-0000-0000-000000000000}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:E6"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15.75" x14ac:dyDescent="0.25"/><cols><col min="1" max="1" width="25.7" style="1" customWidth="1"/></cols><sheetData>${ROWS.join("")}</sheetData><autoFilter ref="A3:E6"/><mergeCells count="1"><mergeCell ref="A1:E1"/></mergeCells><phoneticPr fontId="1" type="noConversion"/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape"/></worksheet>`,
    ],
    [
      "xl/worksheets/sheet2.xml",
      `${HEAD}<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`,
    ],
  ]);
}

/** The same parts with `change` made in all of them. */
export function changeParts(parts: Parts, change: (content: string, name: string) => string): Parts {
  return new Map([...parts].map(([name, content]) => [name, change(content, name)]));
}
