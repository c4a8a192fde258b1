import type { DraftFacts, DraftKind } from "../draft/draft.js";
import { abstractField, field, framed, lines } from "../draft/placeholder.js";
import {
  conferenceName,
  fileStem,
  findHead,
  frameValues,
  lineItems,
  momentOf,
  requireMembers,
} from "../draft/value.js";
import { endLines } from "../prose/count.js";

export const INVITATION: DraftKind = {
  id: "giay-moi",
  title: "Giấy mời",
  type: "GM",
  issuedBy: "cluster",
  eachCluster: true,
  summary: "giấy mời dự hội nghị tổng kết của từng cụm, khối: mời mọi đơn vị, hoặc một nơi ghi ở --to",
  placeholders: framed([
    abstractField("Dự Hội nghị tổng kết công tác thi đua, khen thưởng năm 2020 và ký kết giao ước thi đua năm 2021"),
    { ...field("noi_moi", "cơ quan, cụm, khối mời", "Cụm thi đua số 1"), setting: "issuer.name" },
    {
      ...lines("khach_moi", "nơi được mời, mỗi nơi một dòng", "Đại diện lãnh đạo Ủy ban nhân dân huyện An Lạc;"),
      option: '--to "…"',
    },
    field("hoi_nghi", "hội nghị, cuộc họp mời dự", "Hội nghị tổng kết công tác thi đua, khen thưởng năm 2020"),
    field("chu_tri", "người chủ trì", "Ông Nguyễn Văn An, Cụm trưởng", '--chair "…"'),
    field(
      "thoi_gian",
      "giờ và ngày họp",
      "8 giờ 00, ngày 27 tháng 01 năm 2021",
      '--start "8 giờ 00, ngày 27 tháng 01 năm 2021"',
    ),
    field("dia_diem", "địa điểm họp", "Hội trường Ủy ban nhân dân huyện Bình Minh", '--meeting-place "…"'),
  ]),
  refuse: (facts) => (facts.wishes.to === null ? requireMembers(facts) : null),
  compose(facts) {
    const { year, cluster, issuer, foot, wishes } = facts;
    const guests = wishes.to === null ? inviteMembers(facts) : [wishes.to];
    const conference = wishes.about ?? conferenceName(year);
    return [
      {
        values: {
          ...frameValues({ ...facts, foot: { ...foot, distribution: ["Như trên", "Lưu: VT"] } }),
          trich_yeu: `Dự ${conference}`,
          noi_moi: cluster?.full ?? issuer,
          khach_moi: lineItems(endLines(guests)),
          hoi_nghi: conference,
          chu_tri: wishes.chair,
          // The day of the letter is not the day of the meeting.
          thoi_gian: momentOf(wishes.start, null),
          dia_diem: wishes.meetingPlace,
        },
        stem: fileStem(`Giấy mời dự hội nghị tổng kết năm ${year}`, facts),
        recipients: guests.length,
      },
    ];
  },
};

/** Every unit but the head of the cluster, which invites. */
function inviteMembers({ members, cluster }: DraftFacts): string[] {
  const host = cluster === null ? null : findHead(members);
  return members.filter((member) => member !== host).map(({ body }) => `Đại diện lãnh đạo ${body}`);
}
