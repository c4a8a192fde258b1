import type { Document } from "docx";
import { appendixStart } from "../decree30/appendix.js";
import { addressee, partHeading, sectionHeading } from "../decree30/body.js";
import { body } from "../decree30/decree30.js";
import { distributionLine, documentFoot, signatureLine } from "../decree30/foot.js";
import { documentHead, documentTitle, parentLine } from "../decree30/head.js";
import { pageDocument } from "../decree30/page.js";

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
          draft: "{{#du_thao}}DỰ THẢO{{/du_thao}}",
        }),
        ...documentTitle("BÁO CÁO", "{{trich_yeu}}"),
        addressee("{{#co_kinh_gui}}Kính gửi: {{kinh_gui}}{{/co_kinh_gui}}"),
        ...partHeading("Phần {{phan}}", "KẾT QUẢ CÔNG TÁC THI ĐUA, KHEN THƯỞNG {{ky_bao_cao | in_hoa}}"),
        ...section("ĐẶC ĐIỂM TÌNH HÌNH", ["tinh_hinh"]),
        ...section("CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI", ["chi_dao"]),
        ...section("KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU THI ĐUA", [
          "chi_tieu",
          "bang_chi_tieu",
          "bieu_do_ty_le",
          "bieu_do_so_sanh",
        ]),
        ...section("CÁC PHONG TRÀO THI ĐUA", ["phong_trao", "bang_phong_trao"]),
        ...section("CÔNG TÁC KHEN THƯỞNG", ["khen_thuong", "bang_khen_thuong"]),
        ...section("HOẠT ĐỘNG CỦA {{ten_cum | in_hoa}}", ["hoat_dong_cum"]),
        ...section("CHẤM ĐIỂM, BÌNH XÉT, SUY TÔN", [
          "cham_diem",
          "bang_diem",
          "bieu_do_diem",
          "de_nghi",
          "bang_de_nghi",
        ]),
        ...section("CÔNG TÁC TUYÊN TRUYỀN, NHÂN ĐIỂN HÌNH TIÊN TIẾN", ["tuyen_truyen"]),
        ...section("CÔNG TÁC KIỂM TRA, GIÁM SÁT", ["kiem_tra"]),
        ...section("TỔ CHỨC BỘ MÁY, HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG", ["bo_may"]),
        ...section("QUỸ THI ĐUA, KHEN THƯỞNG", ["quy"]),
        ...section("ƯU ĐIỂM", ["uu_diem"]),
        ...section("HẠN CHẾ, NGUYÊN NHÂN", ["han_che"]),
        ...section("BÀI HỌC KINH NGHIỆM", ["bai_hoc"]),
        ...partHeading("Phần {{phan}}", "PHƯƠNG HƯỚNG, NHIỆM VỤ {{ky_tiep_theo | in_hoa}}"),
        body("{{@phuong_huong}}"),
        body("{{#co_kien_nghi}}"),
        ...partHeading("Phần {{phan}}", "KIẾN NGHỊ, ĐỀ XUẤT"),
        body("{{@kien_nghi}}"),
        body("{{/co_kien_nghi}}"),
        body(
          "Trên đây là báo cáo {{noi_dung_bao_cao}} của {{don_vi_bao_cao}}{{#co_nguoi_trinh}}, {{nguoi_trinh}} trình Hội nghị{{/co_nguoi_trinh}}{{#co_phu_luc_chi_tieu}} (có phụ lục kèm theo){{/co_phu_luc_chi_tieu}}{{^co_phu_luc_chi_tieu}}{{#co_phu_luc_diem}} (có phụ lục kèm theo){{/co_phu_luc_diem}}{{/co_phu_luc_chi_tieu}}./.",
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
          title: "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU THI ĐUA {{ky_bao_cao | in_hoa}}",
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
          title: "BẢNG ĐIỂM CHI TIẾT {{ky_bao_cao | in_hoa}}",
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

/** A numbered section, gone with its heading when its first block is empty. */
function section(heading: string, blocks: readonly [string, ...string[]]) {
  const [first] = blocks;
  return [
    body(`{{#co_${first}}}`),
    sectionHeading(`{{muc}}. ${heading}`),
    ...blocks.map((name) => body(`{{@${name}}}`)),
    body(`{{/co_${first}}}`),
  ];
}
