import { OdsRows } from "./ods-rows.js";
import {
  checkCharacters,
  checkSheetCount,
  filledColumns,
  filledRows,
  HEAD_BYTES,
  type Workbook,
  type WorkbookWishes,
} from "./workbook.js";
import { refuse, refuseDamaged, WorkbookRefusal } from "./workbook-refusal.js";
import { checkXmlPart, type PartReader } from "./xlsx-parts.js";
import { readAttributes, scanXml } from "./xml-scan.js";
import { refusePassword } from "./zip.js";

/** Elements inside a cell whose text is not the cell's: comments, drawings. */
const NOT_CELL_TEXT = new Set(["annotation", "frame", "custom-shape", "rect", "line", "g", "control", "ellipse"]);

/** The sheets of an .ods file; see `openWorkbook`. */
export function readOds(part: PartReader, { wanted, head }: WorkbookWishes): Workbook {
  try {
    const manifest = part("META-INF/manifest.xml");
    if (manifest?.includes("encryption-data") === true) return refusePassword();
    const content = checkXmlPart(part("content.xml") ?? refuseDamaged());
    const isCut = head && content.length > HEAD_BYTES * 2;
    const xml = isCut ? takeHead(content) : content.toString("utf8");
    return { format: "ods", isWhole: !isCut, sheets: readTables(xml, wanted) };
  } catch (error) {
    if (error instanceof WorkbookRefusal) throw error;
    return refuseDamaged();
  }
}

/** The first rows, up to the end of a tag; the table they are of is closed behind them. */
function takeHead(content: Buffer): string {
  return `${content.toString("utf8", 0, content.lastIndexOf(">", HEAD_BYTES) + 1)}</table>`;
}

function readTables(xml: string, wanted: string | null): Workbook["sheets"] {
  const sheets: Workbook["sheets"] = [];
  const hiddenStyles = new Set<string>();
  let style = "";
  let table: OdsRows | null = null;
  let isHidden = false;
  let count = 0;
  let depth = 0;
  /** Depth inside an element whose text is not the cell's, or a table whose cells are not read. */
  let ignored = 0;
  scanXml(xml, {
    open(name, raw) {
      if (++depth > MAX_DEPTH) refuseDepth();
      if (ignored > 0 || (table !== null && NOT_CELL_TEXT.has(name))) {
        ignored++;
        return;
      }
      if (table !== null) {
        table.open(name, raw);
        return;
      }
      if (name === "style") style = readAttributes(raw).get("name") ?? "";
      if (name === "table-properties" && readAttributes(raw).get("display") === "false") hiddenStyles.add(style);
      if (name === "tracked-changes") ignored++;
      if (name !== "table") return;
      const attributes = readAttributes(raw);
      const sheet = attributes.get("name") ?? "";
      checkSheetCount(++count, wanted);
      isHidden = hiddenStyles.has(attributes.get("style-name") ?? "");
      if (wanted === null ? !isHidden : sheet === wanted) table = new OdsRows(sheet);
      else {
        // A copy LibreOffice keeps of another file's table, for formulas that point there, is no sheet of this one.
        if (!sheet.startsWith("'file:"))
          sheets.push({ name: sheet, hidden: isHidden, hasCells: true, rows: [], ...NOTHING });
        ignored++;
      }
    },
    close(name) {
      depth--;
      if (ignored > 0) ignored--;
      else if (table !== null && name === "table") {
        const { sheet, rows, merges } = table;
        checkCharacters(sheet, rows);
        const hiddenRows = filledRows(rows, table.hiddenRows);
        const hiddenColumns = filledColumns(rows, table.hiddenColumns);
        sheets.push({ name: sheet, hidden: isHidden, hasCells: true, rows, merges, hiddenRows, hiddenColumns });
        table = null;
      } else table?.close(name);
    },
    text(text) {
      if (ignored === 0) table?.text(text);
    },
  });
  return sheets;
}

/** Elements inside one another; a text in a cell of a group of rows stands some ten deep. */
const MAX_DEPTH = 100;

function refuseDepth(): never {
  const message = `Nội dung tệp lồng nhau quá ${MAX_DEPTH} lớp, giống tệp dùng để làm treo máy.`;
  return refuse("unsafe-zip", message, "Mở tệp bằng LibreOffice, lưu lại rồi nạp tệp vừa lưu.");
}

const NOTHING = { merges: [], hiddenRows: [], hiddenColumns: [] };
