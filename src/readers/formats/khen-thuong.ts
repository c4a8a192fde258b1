import type { AwardRecord, Subject } from "../../domain/award.js";
import type { AwardFinder } from "../../domain/award-match.js";
import { PROGRAM_LAW } from "../../domain/law/law.js";
import { readTitle } from "../header/title.js";
import type { FormatSpec } from "../table/format.js";
import { headerKey } from "../table/header-key.js";
import { readRecords } from "../table/read-records.js";
import { AwardHeadings, awardInText, reportNoAward } from "./award-heading.js";
import { readAward, warnOfSubject } from "./khen-thuong-record.js";
import { isSubjectHeading, subjectOfHeader, subjectOfHeading, subjectOfName } from "./subject.js";

/** Nominees, or people and collectives already commended. */
export const khenThuong: FormatSpec = {
  id: "khen-thuong",
  title: "danh sách khen thưởng",
  columns: [
    {
      field: "salutation",
      header: "Danh xưng",
      aliases: ["Ông/Bà", "Ông (bà)", "Xưng hô"],
      required: false,
      kind: "text",
    },
    {
      field: "name",
      header: "Họ và tên/Tên tập thể",
      aliases: [
        "Họ và tên",
        "Cấp bậc, họ và tên",
        "Họ và tên, cấp bậc",
        "Họ tên",
        "Họ, tên",
        "Họ và tên, tên tập thể",
        "Họ tên/Tên tập thể",
        "Tên tập thể",
        "Tên cá nhân",
        "Cá nhân",
        "Tập thể",
        "Tên cá nhân, tập thể",
        "Tên tập thể, cá nhân",
        "Tập thể, cá nhân",
        "Cá nhân, tập thể",
        "Tên tập thể/cá nhân",
        "Tên cá nhân/tập thể",
        "Tập thể/cá nhân",
        "Cá nhân/tập thể",
        "Tên đối tượng",
        "Họ và tên người được khen",
        "Tên người được khen",
        "Tên hộ gia đình",
        "Họ và tên chủ hộ",
        "Tên tập thể, cá nhân, hộ gia đình",
      ],
      required: true,
      kind: "text",
    },
    {
      field: "subject",
      header: "Đối tượng",
      aliases: ["Loại đối tượng", "Đối tượng khen thưởng", "Cá nhân hay tập thể"],
      required: false,
      kind: "choice",
      words: { individual: "cá nhân", collective: "tập thể", household: "hộ gia đình" },
    },
    {
      field: "position",
      header: "Chức vụ",
      aliases: [
        "Chức danh",
        "Chức vụ, chức danh",
        "Chức vụ/chức danh",
        "Nghề nghiệp",
        "Chức vụ công tác",
        "Chức vụ, đơn vị công tác",
        "Chức vụ, đơn vị",
        "Chức vụ, nơi công tác",
        "Chức danh, đơn vị công tác",
        "Chức vụ, địa chỉ",
        "Chức vụ, nơi ở",
        "Chức vụ hoặc địa chỉ",
        "Cấp bậc, chức vụ",
      ],
      required: false,
      kind: "text",
    },
    {
      field: "workplace",
      header: "Đơn vị",
      aliases: [
        "Đơn vị công tác",
        "Nơi công tác",
        "Tên đơn vị",
        "Cơ quan",
        "Cơ quan, đơn vị",
        "Cơ quan công tác",
        "Đơn vị, địa phương",
        "Địa chỉ",
        "Nơi ở",
      ],
      required: false,
      kind: "text",
      standsFor: "name",
    },
    {
      field: "award",
      header: "Danh hiệu/Hình thức",
      aliases: [
        "Danh hiệu",
        "Danh hiệu thi đua",
        "Hình thức",
        "Hình thức khen thưởng",
        "Hình thức khen",
        "Danh hiệu, hình thức",
        "Danh hiệu, hình thức khen thưởng",
        "Danh hiệu/Hình thức khen thưởng",
        "Danh hiệu thi đua, hình thức khen thưởng",
        "Hình thức đề nghị",
        "Danh hiệu đề nghị",
        "Đề nghị khen thưởng",
        "Hình thức khen thưởng đề nghị",
      ],
      required: true,
      kind: "text",
      fromHeading: true,
    },
    {
      field: "achievement",
      header: "Thành tích",
      aliases: [
        "Nội dung khen thưởng",
        "Thành tích đạt được",
        "Tóm tắt thành tích",
        "Lý do khen thưởng",
        "Nội dung thành tích",
      ],
      required: false,
      kind: "text",
    },
    {
      field: "achievementYear",
      header: "Năm thành tích",
      aliases: ["Năm", "Năm lập thành tích", "Năm đạt thành tích"],
      required: false,
      kind: "year",
    },
    {
      field: "directWorker",
      header: "Lao động trực tiếp",
      aliases: ["Trực tiếp", "LĐ trực tiếp", "Người lao động trực tiếp", "LĐTT"],
      required: false,
      kind: "yes-no",
    },
    {
      field: "leader",
      header: "Lãnh đạo",
      aliases: ["Là lãnh đạo", "Cán bộ lãnh đạo", "Lãnh đạo, quản lý"],
      required: false,
      kind: "yes-no",
    },
    {
      field: "gender",
      header: "Giới tính",
      aliases: ["Nam/Nữ", "Nam, nữ"],
      required: false,
      kind: "choice",
      words: { male: "Nam", female: "Nữ" },
    },
    {
      field: "birthDate",
      header: "Ngày sinh",
      aliases: ["Năm sinh", "Ngày tháng năm sinh", "Ngày, tháng, năm sinh", "Sinh ngày"],
      required: false,
      kind: "date",
    },
    {
      field: "occasion",
      header: "Loại khen",
      aliases: ["Loại khen thưởng", "Loại hình khen thưởng", "Loại hình khen", "Loại"],
      required: false,
      kind: "text",
    },
    {
      field: "discipline",
      header: "Kỷ luật",
      aliases: ["Hình thức kỷ luật", "Tình trạng kỷ luật", "Bị kỷ luật", "Vi phạm", "Vi phạm, kỷ luật"],
      required: false,
      kind: "text",
    },
    {
      field: "votesFor",
      header: "Số phiếu/Tổng số",
      aliases: [
        "Số phiếu",
        "Số phiếu bầu",
        "Số phiếu đồng ý",
        "Phiếu đồng ý",
        "Kết quả bỏ phiếu",
        "Số phiếu/Tổng số phiếu",
      ],
      required: false,
      kind: "votes",
    },
    {
      field: "votesTotal",
      header: "Tổng số phiếu",
      aliases: ["Tổng số", "Tổng số thành viên", "Tổng số thành viên hội đồng"],
      required: false,
      kind: "whole",
    },
    {
      field: "decisionNumber",
      header: "Số quyết định",
      aliases: ["Số QĐ", "Quyết định số", "Quyết định", "Số, ký hiệu quyết định"],
      required: false,
      kind: "text",
    },
    {
      field: "decisionDate",
      header: "Ngày quyết định",
      aliases: ["Ngày QĐ", "Ngày ký", "Ngày ký quyết định", "Ngày ban hành"],
      required: false,
      kind: "date",
    },
  ],
  recognisedBy: [["name"], ["award", "achievement", "subject", "decisionNumber", "votesFor"]],
  weaklyRecognisedBy: [["name"]],
  // "Đơn vị | Tập thể | Cá nhân" counts awards; "STT | Tên tập thể" leaves all else to its headings.
  isHeader: (claims) =>
    claims.some(({ fields: [field = ""] }) => TELLING.has(field)) ||
    (claims.some(
      ({ fields: [field = ""], header }) => field === "name" && /^(họ|tên|chủ hộ)/.test(headerKey(header)),
    ) &&
      (claims.length === 1 || claims.some(({ fields: [field = ""] }) => OF_PEOPLE.has(field)))),
  numberedRowsAreData: true,
  ...readingOf(PROGRAM_LAW.findAward),
};

/** `khenThuong` whose headings may name any award `findAward` knows. */
export function khenThuongOf(findAward: AwardFinder): FormatSpec {
  return { ...khenThuong, ...readingOf(findAward) };
}

function readingOf(findAward: AwardFinder): Pick<FormatSpec, "isHeadingText" | "read"> {
  return {
    isHeadingText: (text) => awardInText(text, findAward) !== null || isSubjectHeading(text),
    read(table) {
      const hasSubject = table.columns.has("subject");
      const nameColumn = table.columns.get("name");
      const nameIsUnit = nameColumn !== undefined && nameColumn.index === table.columns.get("workplace")?.index;
      const title = readTitle(table.rows.slice(0, table.headerIndex));
      const usualSubject = nameIsUnit
        ? "collective"
        : (subjectOfHeader(nameColumn?.header ?? "") ?? subjectOfHeading(title.join(" ")));
      const above = new AwardHeadings(table.columns.has("award") ? [] : title, findAward);
      let isLacking = false;
      const { records } = readRecords<AwardRecord>(table, {
        read(row) {
          if (!table.columns.has("award") && above.award === null && above.unknown === null) isLacking = true;
          const record = readAward(row, nameIsUnit, above);
          if (record === null || record.subject !== null) return record;
          const told = subjectOfName(record.name, record.salutation);
          const subject =
            (hasSubject ? null : above.subject) ??
            told ??
            (nameIsUnit ? null : subjectOfAward(record, findAward)) ??
            usualSubject;
          if (told !== null && subject !== told) warnOfSubject(row, told, subject);
          return { ...record, subject };
        },
        ditto: [{ field: "award", item: "name" }],
        atHeading(texts) {
          above.enter(texts);
        },
      });
      if (isLacking) reportNoAward(table);
      return { format: "khen-thuong", records };
    },
  };
}

/** Whom the award of the row is for, where it is for one sort only ("Đơn vị quyết thắng"). */
function subjectOfAward({ award }: AwardRecord, findAward: AwardFinder): Subject | null {
  const subjects = findAward(award).kind?.subjects ?? [];
  return subjects.length === 1 ? (subjects[0] ?? null) : null;
}

/** Columns of lists of people and collectives, of whatever kind. */
const OF_PEOPLE = new Set(["position", "workplace", "birthDate", "gender", "salutation"]);

/** Columns that lists of other things have not. */
const TELLING = new Set(["award", "achievement", "subject", "decisionNumber", "votesFor"]);
