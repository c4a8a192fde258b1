import { posix } from "node:path";
import { refuse, refuseDamaged } from "./workbook-refusal.js";
import { readAttributes, scanXml } from "./xml-scan.js";

/** A sheet of an .xlsx file, as its workbook part lists it. */
export interface XlsxSheet {
  name: string;
  hidden: boolean;
  /** The part that holds its cells; null for a chart or a macro sheet. */
  part: string | null;
}

/** Unpacks a part; null when the file has none of that name. */
export type PartReader = (name: string) => Buffer | null;

/** What an .xlsx file is made of, as far as its cells go; images, charts and the rest stay packed. */
export interface XlsxOutline {
  /** In the order of their tabs. */
  sheets: XlsxSheet[];
  /** Names of the parts all sheets share: the workbook, its texts, its styles. */
  shared: string[];
}

/** Finds the sheets of a workbook and the parts they need. */
export function readXlsxOutline(read: PartReader): XlsxOutline {
  const workbook = readTargets(read, "").find(({ type }) => type === "officeDocument")?.target;
  if (workbook === undefined) return refuseDamaged();
  const relations = readTargets(read, workbook);
  const targets = new Map(relations.map((relation) => [relation.id, relation]));
  const sheets = elementsOf(readXmlPart(read, workbook) ?? refuseDamaged(), "sheet").flatMap((attributes) => {
    const relation = targets.get(attributes.get("id") ?? "");
    const name = attributes.get("name") ?? "";
    const state = attributes.get("state");
    const hidden = state === "hidden" || state === "veryHidden";
    // A sheet without a name or a part is not one to hucre either, and both lists must agree.
    return name === "" || relation === undefined
      ? []
      : { name, hidden, part: relation.type === "worksheet" ? relation.target : null };
  });
  const common = relations.filter(({ type }) => type === "sharedStrings" || type === "styles");
  const outside = ["[Content_Types].xml", relationsOf(""), workbook, relationsOf(workbook)];
  return { sheets, shared: [...outside, ...common.map(({ target }) => target)] };
}

interface Relation {
  id: string;
  /** Last word of its type's address: "worksheet", "styles". */
  type: string;
  target: string;
}

function readTargets(read: PartReader, source: string): Relation[] {
  const folder = posix.dirname(source);
  const xml = readXmlPart(read, relationsOf(source));
  if (xml === null) return [];
  return elementsOf(xml, "Relationship").map((attributes) => {
    const target = attributes.get("Target") ?? "";
    return {
      id: attributes.get("Id") ?? "",
      type: (attributes.get("Type") ?? "").split("/").pop() ?? "",
      target: target.startsWith("/") ? target.slice(1) : posix.join(folder, target),
    };
  });
}

/** The part that says what another part refers to: "xl/workbook.xml" → "xl/_rels/workbook.xml.rels". */
function relationsOf(part: string): string {
  return posix.join(posix.dirname(part), "_rels", `${posix.basename(part)}.rels`);
}

function elementsOf(xml: string, name: string): Map<string, string>[] {
  const found: Map<string, string>[] = [];
  scanXml(xml, {
    open: (element, attributes) => {
      if (element === name) found.push(readAttributes(attributes));
    },
    close() {},
    text() {},
  });
  return found;
}

/** The text of an XML part; null when there is no such part. Throws the refusal of parts that no spreadsheet program writes. */
function readXmlPart(read: PartReader, name: string): string | null {
  const bytes = read(name);
  return bytes === null ? null : checkXmlPart(bytes).toString("utf8");
}

/** Refuses UTF-16, which would read as nothing, a DOCTYPE, with which entities can grow without end, and a text that is no cell. */
export function checkXmlPart(bytes: Buffer): Buffer {
  const zeros = bytes[0] === 0 || bytes[1] === 0;
  if (zeros || (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return refuse("utf-16-file", "Nội dung tệp ghi bằng UTF-16, không đọc được.", SAVE_AGAIN);
  }
  if (bytes.subarray(0, 4096).includes("<!DOCTYPE")) {
    return refuse("unsafe-zip", "Nội dung tệp có khai báo DOCTYPE, giống tệp dùng để làm treo máy.", SAVE_AGAIN);
  }
  if (hasLongText(bytes)) {
    const hint =
      "Chia nội dung của ô ấy ra nhiều ô (một ô Excel giữ được 32.767 ký tự), rồi lưu lại và nạp tệp vừa lưu.";
    return refuse("long-cell", "Tệp có một ô dài quá 1 MB.", hint);
  }
  if (hasManyRuns(bytes)) {
    const hint = "Bỏ định dạng riêng của từng chữ trong ô (chọn các ô, xóa định dạng), lưu lại rồi nạp.";
    return refuse("too-many-runs", "Chữ trong ô có hơn 200.000 đoạn định dạng riêng.", hint);
  }
  return bytes;
}

const MEGABYTE = 1024 * 1024;

/** Whether a whole megabyte of the part goes by without a tag: sure to be seen of a text of two. */
function hasLongText(xml: Buffer): boolean {
  for (let at = 0; at + MEGABYTE <= xml.length; at += MEGABYTE) {
    const tag = xml.indexOf("<", at);
    if (tag < 0 || tag >= at + MEGABYTE) return true;
  }
  return false;
}

/** Pieces of text in a letter style of their own, each of which becomes many objects. */
const MAX_RUNS = 200_000;

function hasManyRuns(xml: Buffer): boolean {
  let count = 0;
  for (let at = xml.indexOf("r>"); at >= 0; at = xml.indexOf("r>", at + 1)) {
    // <r>, <x:r>, </r> and </x:r>: two for each run.
    const before = xml[at - 1];
    if ((before === LESS || before === SLASH || before === COLON) && ++count > MAX_RUNS * 2) return true;
  }
  return false;
}

const LESS = 0x3c;
const SLASH = 0x2f;
const COLON = 0x3a;

const SAVE_AGAIN = "Mở tệp bằng Excel hoặc LibreOffice, lưu lại kiểu .xlsx, rồi nạp tệp vừa lưu.";

/** Texts and styles become objects many times their size. */
const MAX_SHARED = 16 * MEGABYTE;

/** Holds the parts all sheets share (texts, styles) to their limit. */
export function checkSharedPart(bytes: Buffer): Buffer {
  if (bytes.length <= MAX_SHARED) return bytes;
  const message = "Phần chữ dùng chung hoặc phần định dạng của tệp bung ra quá giới hạn 16 MB.";
  return refuse(
    "unpacks-too-large",
    message,
    "Chép riêng bảng số liệu (chỉ giá trị) sang tệp mới, hoặc lưu thành CSV UTF-8, rồi nạp.",
  );
}

/** Holds what a sheet says of its columns to a limit: each of them may claim all 16.384. */
export function checkColumns(xml: Buffer, sheet: string): Buffer {
  const rows = xml.indexOf("sheetData");
  if (rows <= MEGABYTE) return xml;
  const message = `Trang tính “${sheet}” khai báo cột dài quá giới hạn 1 MB.`;
  return refuse("unpacks-too-large", message, SAVE_AGAIN);
}
