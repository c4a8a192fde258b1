import type { IssuerLevel } from "../issuer-level.js";
import type { Mark } from "./source.js";

/** One căn cứ line and the days on which decisions cite it. */
export interface LawLine {
  /** Without "Căn cứ" and without the closing mark. A law by name and date only (NĐ 30/2020 PL I II.6a). */
  text: string;
  /** The same with the numbers of laws, for offices that cite them so; null when the text holds no law. */
  numbered: string | null;
  from: string;
  /** Last day; null: still cited. */
  to: string | null;
  levels: readonly IssuerLevel[];
  /** Where title, date and days were read. */
  source: string;
  mark: Mark;
}

const ALL: readonly IssuerLevel[] = ["tinh", "huyen", "xa", "so", "khac"];
/** A sở and other bodies cite the decision on their functions instead of the local-government law. */
const COMMITTEES: readonly IssuerLevel[] = ["tinh", "huyen", "xa"];

const ORGANISATION = "Luật Tổ chức chính quyền địa phương";
const EMULATION = "Luật Thi đua, khen thưởng";
const AMENDING = "Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng";
const DETAILS = "của Chính phủ quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng";
const MINISTER = "của Bộ trưởng Bộ Nội vụ";

/** THE LIST, in the order a decision cites them. */
export const LAW_LINES: readonly LawLine[] = [
  {
    text: `${ORGANISATION} ngày 19 tháng 6 năm 2015`,
    numbered: `${ORGANISATION} số 77/2015/QH13 ngày 19 tháng 6 năm 2015`,
    from: "2017-10-01",
    to: "2025-02-28",
    levels: COMMITTEES,
    source: "Luật 77/2015/QH13, hiệu lực 01/01/2016–28/02/2025",
    mark: "V",
  },
  {
    text: "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019",
    numbered:
      "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương số 47/2019/QH14 ngày 22 tháng 11 năm 2019",
    from: "2020-07-01",
    to: "2025-02-28",
    levels: COMMITTEES,
    source: "Luật 47/2019/QH14, hiệu lực 01/7/2020",
    mark: "V",
  },
  {
    text: `${ORGANISATION} ngày 19 tháng 02 năm 2025`,
    numbered: `${ORGANISATION} số 65/2025/QH15 ngày 19 tháng 02 năm 2025`,
    from: "2025-03-01",
    to: "2025-06-15",
    levels: COMMITTEES,
    source: "Luật 65/2025/QH15, hiệu lực 01/3/2025–15/6/2025",
    mark: "R",
  },
  {
    text: `${ORGANISATION} ngày 16 tháng 6 năm 2025`,
    numbered: `${ORGANISATION} số 72/2025/QH15 ngày 16 tháng 6 năm 2025`,
    from: "2025-06-16",
    to: null,
    levels: COMMITTEES,
    source: "Luật 72/2025/QH15, hiệu lực 16/6/2025",
    mark: "V",
  },
  {
    text: `${EMULATION} ngày 26 tháng 11 năm 2003; ${AMENDING} ngày 14 tháng 6 năm 2005 và ngày 16 tháng 11 năm 2013`,
    numbered: `${EMULATION} số 15/2003/QH11 ngày 26 tháng 11 năm 2003; ${AMENDING} số 47/2005/QH11 ngày 14 tháng 6 năm 2005 và số 39/2013/QH13 ngày 16 tháng 11 năm 2013`,
    from: "2017-10-01",
    to: "2023-12-31",
    levels: ALL,
    source: "Luật 15/2003/QH11, hết hiệu lực 31/12/2023; sửa đổi 47/2005/QH11, 39/2013/QH13",
    mark: "V",
  },
  {
    text: `${EMULATION} ngày 15 tháng 6 năm 2022`,
    numbered: `${EMULATION} số 06/2022/QH15 ngày 15 tháng 6 năm 2022`,
    from: "2024-01-01",
    to: null,
    levels: ALL,
    source: "Luật 06/2022/QH15, hiệu lực 01/01/2024",
    mark: "V",
  },
  {
    text: `${AMENDING} ngày 23 tháng 4 năm 2026`,
    numbered: `${AMENDING} số 06/2026/QH16 ngày 23 tháng 4 năm 2026`,
    from: "2026-10-01",
    to: null,
    levels: ALL,
    source: "Luật 06/2026/QH16, hiệu lực 01/10/2026",
    mark: "V",
  },
  {
    text: `Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 ${DETAILS}`,
    numbered: null,
    from: "2017-10-01",
    to: "2023-12-31",
    levels: ALL,
    source: "NĐ 91/2017/NĐ-CP, hiệu lực 01/10/2017–31/12/2023",
    mark: "V",
  },
  {
    text: `Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 ${DETAILS}`,
    numbered: null,
    from: "2024-01-01",
    to: "2025-06-30",
    levels: ALL,
    source: "NĐ 98/2023/NĐ-CP, hiệu lực 01/01/2024–30/6/2025",
    mark: "V",
  },
  {
    text: "Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định về phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng; quy định chi tiết và hướng dẫn thi hành một số điều của Luật Thi đua, khen thưởng",
    numbered: null,
    from: "2025-07-01",
    to: "2026-09-30",
    levels: ALL,
    source: "NĐ 152/2025/NĐ-CP, hiệu lực 01/7/2025",
    mark: "V",
  },
  {
    text: "Nghị định số 129/2025/NĐ-CP ngày 11 tháng 6 năm 2025 của Chính phủ quy định về phân định thẩm quyền của chính quyền địa phương 02 cấp trong lĩnh vực quản lý nhà nước của Bộ Nội vụ",
    numbered: null,
    from: "2025-07-01",
    to: "2027-02-28",
    levels: ["xa"],
    source:
      "NĐ 129/2025/NĐ-CP: tên đã đối chiếu, ngày ban hành nhớ lại; cơ sở dữ liệu quốc gia ghi hết hiệu lực 01/3/2027",
    mark: "R",
  },
  {
    text: `Thông tư số 08/2017/TT-BNV ngày 27 tháng 10 năm 2017 ${MINISTER} quy định chi tiết thi hành một số điều của Nghị định số 91/2017/NĐ-CP`,
    numbered: null,
    from: "2017-12-15",
    to: "2019-12-31",
    levels: ALL,
    source: "TT 08/2017/TT-BNV: số và ngày theo quyết định của địa phương; tên và ngày hiệu lực nhớ lại",
    mark: "R",
  },
  {
    text: `Thông tư số 12/2019/TT-BNV ngày 04 tháng 11 năm 2019 ${MINISTER} quy định chi tiết thi hành một số điều của Nghị định số 91/2017/NĐ-CP`,
    numbered: null,
    from: "2020-01-01",
    to: "2023-12-31",
    levels: ALL,
    source: "TT 12/2019/TT-BNV: số và ngày theo quyết định của địa phương; tên và ngày hiệu lực nhớ lại",
    mark: "R",
  },
  {
    text: `Thông tư số 01/2024/TT-BNV ngày 24 tháng 02 năm 2024 ${MINISTER} quy định biện pháp thi hành Luật Thi đua, khen thưởng và Nghị định số 98/2023/NĐ-CP`,
    numbered: null,
    from: "2024-02-24",
    to: "2025-06-30",
    levels: ALL,
    source: "TT 01/2024/TT-BNV: tên và ngày ban hành nhớ lại, các nguồn ghi ngày khác nhau",
    mark: "R",
  },
  {
    text: `Thông tư số 15/2025/TT-BNV ngày 04 tháng 8 năm 2025 ${MINISTER} quy định biện pháp để tổ chức, hướng dẫn thi hành Luật Thi đua, khen thưởng và Nghị định số 152/2025/NĐ-CP`,
    numbered: null,
    from: "2025-08-05",
    to: "2026-09-30",
    levels: ALL,
    source: "TT 15/2025/TT-BNV: tên đã đối chiếu; ngày ban hành, hiệu lực 05/8/2025 dẫn theo nguồn thứ hai",
    mark: "V2",
  },
];
