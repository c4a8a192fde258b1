import { writePackage } from "../../../src/documents/word/package.js";

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"';

export interface Look {
  /** Points. */
  size?: number;
  bold?: boolean;
  italic?: boolean;
  align?: "center" | "left" | "both" | "right";
  /** Twips. */
  firstLine?: number;
  before?: number;
  after?: number;
  keepNext?: boolean;
  breakBefore?: boolean;
}

/** A run, formatted on itself as people do it. */
export function run(text: string, { size = 14, bold = false, italic = false }: Look = {}): string {
  const rPr = `${bold ? "<w:b/>" : ""}${italic ? "<w:i/>" : ""}<w:sz w:val="${size * 2}"/>`;
  return `<w:r><w:rPr>${rPr}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph of one run, or of the runs given. */
export function line(content: string, look: Look = {}): string {
  const { align = "left", firstLine, before = 0, after = 0, breakBefore = false } = look;
  const indent = firstLine === undefined ? "" : `<w:ind w:firstLine="${firstLine}"/>`;
  const pPr = `${breakBefore ? "<w:pageBreakBefore/>" : ""}<w:spacing w:before="${before}" w:after="${after}"/>${indent}<w:jc w:val="${align}"/>`;
  return `<w:p><w:pPr>${pPr}</w:pPr>${content.startsWith("<w:") ? content : run(content, look)}</w:p>`;
}

/** A paragraph of the text: 14 pt, justified, 1,27 cm, 6 pt before. */
export function prose(content: string, look: Look = {}): string {
  return line(content, { align: "both", firstLine: 720, before: 120, ...look });
}

/** A line drawn with Word's shapes, `length` in twips, with the older form beside it as Word writes both. */
export function drawnLine(length: number): string {
  const cx = length * 635;
  return `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:extent cx="${cx}" cy="0"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="0"/></a:xfrm><a:prstGeom prst="line"/></wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:line from="0,0" to="${length / 20}pt,0"/></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
}

/** A table without lines whose cells hold paragraphs. */
export function layoutTable(widths: readonly number[], ...rows: readonly (readonly string[])[]): string {
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
  const cell = (content: string, column: number) =>
    `<w:tc><w:tcPr><w:tcW w:w="${widths[column]}" w:type="dxa"/></w:tcPr>${content}</w:tc>`;
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.map((row) => `<w:tr>${row.map(cell).join("")}</w:tr>`).join("")}</w:tbl>`;
}

export interface Agency {
  parent?: string;
  issuer?: string;
  /** Twips of the rule beneath. */
  rule?: number;
  number: string;
  date?: string | null;
  below?: string;
}

/** The head as officers make it: two columns, rules drawn as shapes. */
export function head({
  parent,
  issuer = "SỞ NỘI VỤ",
  rule = 600,
  number,
  date = "An Bình, ngày 05 tháng 01 năm 2026",
  below = "",
}: Agency): string {
  const centred = { align: "center" } as const;
  const left = [
    ...(parent === undefined ? [] : [line(parent, { ...centred, size: 13 })]),
    line(run(issuer, { size: 13, bold: true }) + drawnLine(rule), centred),
    line(number, { ...centred, size: 13, before: 120 }),
    below,
  ].join("");
  const right = [
    line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", { ...centred, size: 13, bold: true }),
    line(run("Độc lập - Tự do - Hạnh phúc", { bold: true }) + drawnLine(3360), centred),
    ...(date === null ? [line("")] : [line(date, { ...centred, italic: true, before: 120 })]),
  ].join("");
  return layoutTable([3800, 5600], [left, right]);
}

/** Tên loại and trích yếu with its rule. */
export function title(name: string, abstract: string, rule = 1800): string {
  const centred = { align: "center", bold: true } as const;
  return line(name, { ...centred, before: 240 }) + line(run(abstract, { bold: true }) + drawnLine(rule), centred);
}

export function foot(distribution: readonly string[], position: readonly string[], name = "Nguyễn Văn An"): string {
  const left =
    line("Nơi nhận:", { size: 12, bold: true, italic: true }) +
    distribution.map((one) => line(one, { size: 11 })).join("");
  const right = [
    ...position.map((one) => line(one, { align: "center", bold: true })),
    line(""),
    line(""),
    line(name, { align: "center", bold: true }),
  ].join("");
  return layoutTable([4000, 5400], [left, right]);
}

export const STYLES = `<w:styles ${NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:sz w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="28"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/><w:basedOn w:val="Normal"/></w:style></w:styles>`;

const THEME = `<a:theme ${NAMESPACES}><a:themeElements><a:fontScheme name="Office"><a:majorFont><a:latin typeface="Calibri Light"/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>`;

/** The number of a page as Word writes it: a complex field with its cached result. */
export const PAGE_FIELD =
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';

export const SECTION =
  '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:headerReference w:type="first" r:id="rId2"/><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>';

/** Parts of a document as Word saves it; `change` may replace any of them. */
export function officerFile(
  body: string,
  change: (part: string, xml: string) => string = (_part, xml) => xml,
): Uint8Array {
  const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${["document.main", "styles", "settings", "header1", "header2", "footer1"].map((name) => `<Override PartName="/word/${name.replace(".main", "")}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${name.replace(/\d$/, "")}+xml"/>`).join("")}<Override PartName="/word/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${type}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${type}/header" Target="header1.xml"/><Relationship Id="rId2" Type="${type}/header" Target="header2.xml"/><Relationship Id="rId3" Type="${type}/footer" Target="footer1.xml"/>${["styles", "theme", "settings"].map((name) => `<Relationship Id="${name}" Type="${type}/${name}" Target="${name === "theme" ? "theme/theme1" : name}.xml"/>`).join("")}</Relationships>`,
    "word/document.xml": `<w:document ${NAMESPACES}><w:body>${body}${body.endsWith("</w:sectPr>") ? "" : SECTION}</w:body></w:document>`,
    "word/styles.xml": STYLES,
    "word/theme/theme1.xml": THEME,
    "word/header1.xml": `<w:hdr ${NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Header"/><w:jc w:val="center"/></w:pPr>${PAGE_FIELD}</w:p></w:hdr>`,
    "word/header2.xml": `<w:hdr ${NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr></w:p></w:hdr>`,
    "word/footer1.xml": `<w:ftr ${NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr></w:p></w:ftr>`,
    "word/settings.xml": `<w:settings ${NAMESPACES}/>`,
  };
  return writePackage(
    new Map(
      Object.entries(parts).map(([name, xml]) => [name, `<?xml version="1.0" encoding="UTF-8"?>${change(name, xml)}`]),
    ),
  );
}
