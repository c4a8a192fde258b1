import type { Document } from "docx";
import { body } from "../decree30.js";
import { appendixStart } from "../decree30-appendix.js";
import { addressee, partHeading, sectionHeading } from "../decree30-body.js";
import { distributionLine, documentFoot, signatureLine } from "../decree30-foot.js";
import { documentHead, documentTitle, parentLine } from "../decree30-head.js";
import { pageDocument } from "../decree30-page.js";

/** Mẫu 1.4: headings and closing sentence are text for officers to edit, what is computed stands as blocks. */
export function buildReportTemplate(): Document {
  return pageDocument("Báo cáo tổng kết", [
    {
      children: [
        documentHead({
          parent: [parentLine("{{#co_co_quan_chu_quan}}{{co_quan_chu_quan}}{{/co_co_quan_chu_quan}}")],
          issuer: "{{co_quan_ban_hanh}}",
          number: "Số: {{so}}/{{ky_hieu}}",
          placeAndDate: "{{dia_danh}}, {{ngay_ban_hanh}}",
        }),
        ...documentTitle("BÁO CÁO", "{{trich_yeu}}"),
        addressee("{{#co_kinh_gui}}Kính gửi: {{kinh_gui}}{{/co_kinh_gui}}"),
        ...partHeading("Phần thứ nhất", "KẾT QUẢ CÔNG TÁC THI ĐUA, KHEN THƯỞNG NĂM {{nam}}"),
        ...section("I. ĐẶC ĐIỂM TÌNH HÌNH", ["tinh_hinh"]),
        ...section("II. CÔNG TÁC CHỈ ĐẠO, TỔ CHỨC PHONG TRÀO THI ĐUA", ["chi_dao", "bang_phong_trao"]),
        ...section("III. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU THI ĐUA", [
          "chi_tieu",
          "bang_chi_tieu",
          "bieu_do_ty_le",
          "bieu_do_so_sanh",
        ]),
        ...section("IV. KẾT QUẢ CHẤM ĐIỂM, XẾP HẠNG", ["cham_diem", "bang_diem", "bieu_do_diem"]),
        ...section("V. CÔNG TÁC KHEN THƯỞNG", ["khen_thuong", "bang_khen_thuong"]),
        body("{{#co_han_che}}"),
        ...section("VI. HẠN CHẾ, NGUYÊN NHÂN", ["han_che"]),
        body("{{/co_han_che}}"),
        ...partHeading("Phần thứ hai", "PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM {{nam_sau}}"),
        body("{{@phuong_huong}}"),
        body(
          "Trên đây là báo cáo tổng kết công tác thi đua, khen thưởng năm {{nam}} và phương hướng, nhiệm vụ năm {{nam_sau}} của {{don_vi_bao_cao}}./.",
          { keepNext: true },
        ),
        documentFoot({
          distribution: [distributionLine("- {{noi_nhan.dong}}")],
          signature: [signatureLine("{{ky.dong}}")],
          signatory: "{{nguoi_ky}}",
        }),
        // Opens before the section break, so that a report without an appendix has no empty last page.
        body("{{#co_phu_luc_chi_tieu}}"),
      ],
    },
    {
      children: [
        ...appendixStart({
          label: "Phụ lục{{#co_phu_luc_diem}} I{{/co_phu_luc_diem}}",
          title: "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU THI ĐUA NĂM {{nam}}",
          subtitle: null,
          accompanies: ACCOMPANIES,
        }),
        body("{{@phu_luc_chi_tieu}}"),
        body("{{/co_phu_luc_chi_tieu}}"),
        body("{{#co_phu_luc_diem}}"),
      ],
    },
    {
      children: [
        ...appendixStart({
          label: "Phụ lục{{#co_phu_luc_chi_tieu}} II{{/co_phu_luc_chi_tieu}}",
          title: "BẢNG ĐIỂM CHI TIẾT NĂM {{nam}}",
          subtitle: null,
          accompanies: ACCOMPANIES,
        }),
        body("{{@phu_luc_diem}}"),
        body("{{/co_phu_luc_diem}}"),
      ],
    },
  ]);
}

const ACCOMPANIES = "(Kèm theo Báo cáo số {{so}}/{{ky_hieu}} {{ngay_ban_hanh}} của {{don_vi_bao_cao}})";

function section(heading: string, blocks: readonly string[]) {
  return [sectionHeading(heading), ...blocks.map((name) => body(`{{@${name}}}`))];
}
