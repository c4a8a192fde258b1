import type { MovementKind, MovementRecord } from "../../domain/movement.js";
import { nameKey } from "../../domain/name.js";
import type { FormatSpec } from "../table/format.js";
import { headerKey } from "../table/header-key.js";
import { readRecords } from "../table/read-records.js";
import type { Row } from "../table/row.js";
import { reportDuplicates } from "./duplicates.js";
import { findLauncher, readMovementKind } from "./movement-kind.js";
import { readPeriod } from "./movement-period.js";

/** The words we write for each kind. */
const KINDS: Readonly<Record<MovementKind, string>> = {
  regular: "thường xuyên",
  period: "theo đợt",
  thematic: "chuyên đề",
  special: "đặc biệt",
};

/** Emulation movements of a year. */
export const phongTrao: FormatSpec = {
  id: "phong-trao",
  title: "phong trào thi đua",
  columns: [
    {
      field: "name",
      header: "Tên phong trào",
      aliases: [
        "Tên",
        "Phong trào",
        "Phong trào thi đua",
        "Tên phong trào thi đua",
        "Các phong trào thi đua",
        "Tên các phong trào thi đua",
        "Nội dung phong trào",
        "Nội dung phong trào thi đua",
        "Tên phong trào, cuộc vận động",
        "Phong trào, cuộc vận động",
        "Chủ đề thi đua",
        "Chuyên đề thi đua",
        "Đợt thi đua",
        "Tên đợt thi đua",
      ],
      required: true,
      kind: "text",
    },
    {
      field: "kind",
      header: "Loại",
      aliases: [
        "Loại phong trào",
        "Loại phong trào thi đua",
        "Loại hình",
        "Loại hình thi đua",
        "Hình thức tổ chức",
        "Hình thức thi đua",
        "Hình thức phát động",
        "Phân loại",
      ],
      required: false,
      kind: "choice",
      words: KINDS,
    },
    {
      field: "launchedBy",
      header: "Cơ quan phát động",
      aliases: [
        "Đơn vị phát động",
        "Cơ quan, đơn vị phát động",
        "Cấp phát động",
        "Nơi phát động",
        "Người phát động",
        "Phát động",
        "Do ai phát động",
        "Cơ quan chủ trì",
        "Đơn vị chủ trì",
      ],
      required: false,
      kind: "text",
    },
    {
      field: "document",
      header: "Văn bản",
      aliases: [
        "Văn bản phát động",
        "Văn bản triển khai",
        "Văn bản chỉ đạo",
        "Văn bản, kế hoạch",
        "Số văn bản",
        "Số, ký hiệu văn bản",
        "Kế hoạch phát động",
        "Căn cứ phát động",
      ],
      required: false,
      kind: "text",
    },
    {
      field: "from",
      header: "Từ ngày",
      aliases: [
        "Ngày phát động",
        "Thời gian phát động",
        "Ngày bắt đầu",
        "Bắt đầu",
        "Thời gian bắt đầu",
        "Từ",
        "Ngày ban hành",
      ],
      required: false,
      kind: "date",
    },
    {
      field: "to",
      header: "Đến ngày",
      aliases: ["Ngày kết thúc", "Kết thúc", "Thời gian kết thúc", "Ngày tổng kết", "Đến"],
      required: false,
      kind: "date",
    },
    {
      field: "period",
      header: "Thời gian",
      aliases: [
        "Thời gian thực hiện",
        "Thời gian tổ chức",
        "Thời gian thi đua",
        "Giai đoạn",
        "Thời hạn",
        "Từ ngày, đến ngày",
        "Từ ngày đến ngày",
      ],
      required: false,
      kind: "text",
    },
    {
      field: "unitCount",
      header: "Số đơn vị hưởng ứng",
      aliases: [
        "Đơn vị hưởng ứng",
        "Số đơn vị tham gia",
        "Đơn vị tham gia",
        "Số đơn vị",
        "Số đơn vị đăng ký",
        "Số đơn vị tham gia hưởng ứng",
        "Số đơn vị hưởng ứng, tham gia",
        "Số cơ quan, đơn vị hưởng ứng",
        "Số cơ quan, đơn vị tham gia",
        "Số tập thể tham gia",
        "Số tập thể hưởng ứng",
      ],
      required: false,
      kind: "whole",
    },
    {
      field: "result",
      header: "Kết quả",
      aliases: [
        "Kết quả thực hiện",
        "Kết quả đạt được",
        "Kết quả nổi bật",
        "Kết quả chính",
        "Kết quả phong trào",
        "Kết quả phong trào thi đua",
        "Tóm tắt kết quả",
      ],
      required: false,
      kind: "prose",
    },
  ],
  recognisedBy: [["name"], ["launchedBy", "unitCount"]],
  weaklyRecognisedBy: [["name"], ["kind", "document", "from", "to", "period", "result"]],
  // "Tên | Loại | Kết quả" may be a list of anything.
  isHeader: (claims) =>
    claims.some(({ fields, header }) => {
      const [field = ""] = fields;
      return field === "launchedBy" || (field === "name" && /phong trào|thi đua/.test(headerKey(header)));
    }),
  numberedRowsAreData: true,
  read(table) {
    let heading = "";
    const { records } = readRecords<MovementRecord>(table, {
      read: (row) => readMovement(row, heading),
      atHeading(texts) {
        heading = texts.join(" ");
      },
    });
    reportDuplicates(table, records, {
      field: "name",
      keyOf: (record) => nameKey(record.name),
      describe: (record) => `phong trào “${record.name}”`,
      otherwise: "mỗi phong trào ghi một dòng, kết quả có nhiều ý thì xuống dòng trong ô",
    });
    return { format: "phong-trao", records };
  },
};

/** A heading tells the kind and who launched, where the row itself does not. */
function readMovement(row: Row, heading: string): MovementRecord | null {
  const name = row.name("name");
  const own = row.text("kind");
  const told = own === null ? readMovementKind(heading) : null;
  const kind = own === null ? told : readMovementKind(own);
  if (own !== null && kind === null) {
    const hint = `Vẫn được nạp như đã ghi; nếu là một trong các loại thường dùng thì ghi: ${Object.values(KINDS).join(", ")}.`;
    row.report("kind", { code: "unknown-kind", message: "Không rõ loại phong trào này.", hint }, "warning");
  }
  const record = {
    row: row.row,
    kind,
    kindText: own ?? (told === null ? null : KINDS[told]),
    launchedBy: row.text("launchedBy") ?? findLauncher(heading),
    document: row.text("document"),
    ...readPeriod(row),
    unitCount: readCount(row),
    result: row.prose("result"),
  };
  if (record.from !== null && record.to !== null && record.to < record.from) {
    const hint = "Kiểm tra lại hai ngày, ghi theo thứ tự ngày/tháng/năm.";
    row.report("to", { code: "date-order", message: "Đến ngày đứng trước Từ ngày.", hint });
  }
  return name === null ? null : { ...record, name };
}

const COUNTED =
  /^(\d+)(?:\s*\/\s*\d+)?\s*(?:cơ quan|đơn vị|tập thể|doanh nghiệp|xã|phường|huyện|thị trấn|sở|ban|ngành|trường)(?!\p{L})/iu;

const ALL_OF = /^(\d{1,4})\s*\/\s*\d{1,4}$/;

/** "15 đơn vị", "12/12 đơn vị" and "12/12" say how many, like a bare 15. */
function readCount(row: Row): number | null {
  const counted = (COUNTED.exec(row.raw("unitCount")) ?? ALL_OF.exec(row.raw("unitCount")))?.[1];
  return counted === undefined ? row.whole("unitCount") : Number(counted);
}
