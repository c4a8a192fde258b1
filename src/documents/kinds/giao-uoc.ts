import { datePhrase } from "../../domain/date.js";
import { headerLines } from "../../domain/issuer.js";
import type { ComposedDraft, DraftFacts, DraftKind } from "../draft/draft.js";
import { LAUNCH_LISTS, launchValues } from "../draft/launch.js";
import { abstractField, columns, field, UNNUMBERED_HEAD } from "../draft/placeholder.js";
import { hasPlans, planTable } from "../draft/plan-table.js";
import { bodyName, fileStem, frameValues, memberLines, requireMembers } from "../draft/value.js";
import { formatCount } from "../prose/count.js";
import { markedParagraph } from "../report/text.js";
import { FOOT_PLACEHOLDERS } from "../template/frame-value.js";

export const COVENANT: DraftKind = {
  id: "giao-uoc",
  title: "Giao ước thi đua",
  type: null,
  issuedBy: "cluster",
  eachCluster: true,
  yearsAhead: 1,
  summary: "giao ước năm sau của từng cụm, khối: nhiệm vụ, phong trào, chỉ tiêu, chỗ ký của từng đơn vị",
  placeholders: [
    ...UNNUMBERED_HEAD,
    abstractField("Năm 2021"),
    field("nam", "năm thi đua", "2021"),
    field("ngay_ky", "ngày ký giao ước", "ngày 27 tháng 01 năm 2021", "--date NGÀY"),
    field("dia_diem", "nơi ký giao ước", "Hội trường Ủy ban nhân dân huyện Bình Minh", '--meeting-place "…"'),
    field("ten_cum", "cụm, khối hoặc cơ quan có các đơn vị ký", "Cụm thi đua số 1"),
    field("so_don_vi", "số đơn vị ký", "07"),
    ...columns("don_vi", [
      ["dong", "từng đơn vị ký", "1. Ủy ban nhân dân huyện Bình Minh (Cụm trưởng);"],
      ["ten", "tên đơn vị ở bảng đăng ký", "Ủy ban nhân dân huyện Bình Minh"],
    ]),
    ...LAUNCH_LISTS,
    { name: "chi_tieu", meaning: "các chỉ tiêu thi đua với kế hoạch của từng đơn vị", example: "", form: "block" },
    ...columns("ky_ket", [
      ["trai", "đơn vị ký ở bên trái", "ỦY BAN NHÂN DÂN HUYỆN BÌNH MINH"],
      ["phai", "đơn vị ký ở bên phải", "ỦY BAN NHÂN DÂN HUYỆN AN LẠC"],
    ]),
    ...FOOT_PLACEHOLDERS.filter(({ name }) => !name.startsWith("noi_nhan")),
  ],
  refuse: requireMembers,
  compose(facts) {
    const { target, members, wishes } = facts;
    const { so: _number, ky_hieu: _symbol, noi_nhan: _to, ...frame } = frameValues(facts);
    const listed = memberLines(facts);
    return [
      {
        values: {
          ...frame,
          trich_yeu: `Năm ${target.year}`,
          nam: String(target.year),
          ngay_ky: wishes.date === null ? null : datePhrase(wishes.date),
          dia_diem: wishes.meetingPlace,
          ten_cum: bodyName(facts),
          so_don_vi: formatCount(members.length),
          don_vi: members.map(({ body }, index) => ({ dong: listed[index] ?? "", ten: body })),
          ...launchValues(target),
          ky_ket: pairUp(members.map(({ body }) => signatureTitle(body))),
        },
        ...indicatorPart(facts),
        stem: fileStem(`Giao ước thi đua năm ${target.year}`, facts),
        recipients: members.length,
      },
    ];
  },
};

/** The table of indicators with the plans of the units; what nobody has sent yet is marked above it. */
function indicatorPart({ target, members }: DraftFacts): Pick<ComposedDraft, "blocks" | "warnings"> {
  const table = target.indicators.length === 0 ? [] : planTable(target, members);
  if (hasPlans(target)) return { blocks: { chi_tieu: table } };
  const what =
    table.length === 0 ? `chỉ tiêu thi đua năm ${target.year}` : `kế hoạch năm ${target.year} của các chỉ tiêu`;
  const remedy = `Nạp bảng kết quả có cột Kế hoạch: thidua import TỆP --year ${target.year}.`;
  return { blocks: { chi_tieu: [markedParagraph(what), ...table] }, warnings: [`Chưa có: ${what}. ${remedy}`] };
}

/** In capitals, as in the head of a document: "ỦY BAN NHÂN DÂN" on a line of its own. */
function signatureTitle(body: string): string {
  return headerLines({ name: body, parentBody: null, level: "khac" }).issuer.join("\n");
}

/** Two beside each other; the last stands alone where their number is odd. */
function pairUp(signers: readonly string[]) {
  return signers.flatMap((trai, index) => (index % 2 === 0 ? [{ trai, phai: signers[index + 1] ?? "" }] : []));
}
