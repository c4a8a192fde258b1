import type { DraftFacts, DraftKind } from "../draft/draft.js";
import { abstractField, field, minutesFramed } from "../draft/placeholder.js";
import { fileStem, findHead, meetingValues } from "../draft/value.js";

export const HANDOVER_MINUTES: DraftKind = {
  id: "bien-ban-ban-giao-co",
  title: "Biên bản bàn giao Cờ thường trực",
  type: "BB",
  issuedBy: "cluster",
  eachCluster: true,
  summary: "biên bản bàn giao Cờ thường trực và nhiệm vụ trưởng cụm, khối cho đơn vị trưởng của năm sau",
  placeholders: minutesFramed([
    abstractField("Bàn giao Cờ thường trực và nhiệm vụ Cụm trưởng năm 2021"),
    field("ten_cum", "cụm, khối", "Cụm thi đua số 1"),
    field("cum", "Cụm hay Khối", "Cụm"),
    field("nam", "năm của bên giao", "2020"),
    field("nam_sau", "năm của bên nhận", "2021"),
    {
      ...field("ben_giao", "đơn vị trưởng của năm, bên giao", "Ủy ban nhân dân huyện Bình Minh"),
      remedy: "Ghi ở cột Vai trò của bảng đơn vị rồi nạp: thidua import TỆP.",
    },
    field("dai_dien_giao", "họ tên, chức vụ đại diện bên giao", "Ông Nguyễn Văn An, Chủ tịch"),
    {
      ...field("ben_nhan", "đơn vị trưởng của năm sau, bên nhận", "Ủy ban nhân dân huyện An Lạc"),
      remedy: "Ghi ở cột Vai trò của bảng đơn vị năm sau rồi nạp: thidua import TỆP --year NĂM-SAU.",
    },
    field("dai_dien_nhan", "họ tên, chức vụ đại diện bên nhận", "Bà Trần Thị Bưởi, Phó Chủ tịch"),
    field("ho_so", "hồ sơ, tài liệu bàn giao", "quy chế hoạt động, hồ sơ chấm điểm các năm"),
    field("tinh_trang", "tình trạng của Cờ, hồ sơ khi bàn giao", "đầy đủ, nguyên vẹn"),
  ]),
  refuse({ cluster }) {
    if (cluster !== null) return null;
    return {
      message: "Biên bản bàn giao là của cụm, khối mà chưa có cụm, khối nào.",
      hint: "Ghi ở cột Cụm/Khối của bảng đơn vị rồi nạp; không dùng --council.",
    };
  },
  compose(facts) {
    const { year, cluster, members, membersNextYear, wishes } = facts;
    const short = cluster?.short ?? "";
    return [
      {
        values: {
          ...meetingValues(facts),
          trich_yeu: wishes.about ?? `Bàn giao Cờ thường trực và nhiệm vụ ${short} trưởng năm ${year + 1}`,
          ten_cum: cluster?.full ?? null,
          cum: short,
          nam: String(year),
          nam_sau: String(year + 1),
          ben_giao: findHead(members)?.body ?? null,
          dai_dien_giao: null,
          ben_nhan: findHead(membersNextYear)?.body ?? null,
          dai_dien_nhan: null,
          ho_so: null,
          tinh_trang: null,
        },
        warnings: warnOfSameHead(facts),
        stem: fileStem(`Biên bản bàn giao Cờ thường trực năm ${year + 1}`, facts),
        recipients: 1,
      },
    ];
  },
};

/** Nothing is handed over to oneself. */
function warnOfSameHead({ year, cluster, members, membersNextYear }: DraftFacts): string[] {
  const [giver, taker] = [findHead(members), findHead(membersNextYear)];
  if (giver === null || taker === null || giver.body !== taker.body) return [];
  const names = `${cluster?.full}: ${giver.body} là ${cluster?.short} trưởng cả năm ${year} và năm ${year + 1}`;
  return [`${names} nên không có gì để bàn giao; xem lại cột Vai trò của bảng đơn vị hai năm.`];
}
