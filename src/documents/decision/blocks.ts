import type { Document } from "docx";
import { appendixStart } from "../decree30/appendix.js";
import { article } from "../decree30/body.js";
import { body, line, SIZE, text } from "../decree30/decree30.js";
import { decisionDocument } from "../decree30/frame.js";
import { dataTable } from "../decree30/table.js";

/** What Điều 1 says after its label, with a list and of one recipient. */
export interface FirstArticle {
  list: string;
  one: string;
}

/** Mẫu 1.2, with the list of recipients as its appendix; the appendix and Điều 1 follow `co_danh_sach`. */
export function buildDecision(title: string, first: FirstArticle): Document {
  return decisionDocument(title, {
    articles: [
      firstArticle("{{#co_danh_sach}}", first.list),
      firstArticle("{{^co_danh_sach}}", first.one),
      article("Điều 2.", "Tiền thưởng kèm theo thực hiện theo quy định của pháp luật, trích từ {{nguon_tien_thuong}}."),
    ],
    last: article("Điều 3.", "{{trach_nhiem_thi_hanh}} chịu trách nhiệm thi hành Quyết định này./.", {
      keepNext: true,
    }),
    // Opens before the section break, so that a decision without a list has no second section.
    below: [body("{{#co_danh_sach}}")],
    appendix: [
      {
        children: [
          ...appendixStart({
            label: null,
            title: "DANH SÁCH",
            subtitle: "{{tieu_de_danh_sach}}",
            accompanies: "(Kèm theo Quyết định số {{so}}/{{ky_hieu}} {{ngay_ban_hanh}} của {{nguoi_ban_hanh}})",
          }),
          ...recipientTables(),
          body("{{/co_danh_sach}}"),
        ],
      },
    ],
  });
}

function firstArticle(opening: string, content: string) {
  return body([text(opening), text("Điều 1. ", { bold: true }), text(`${content}{{/co_danh_sach}}`)]);
}

const ORDINAL = { title: "STT", align: "center", width: 760 } as const;

function recipientTables() {
  const groups = [
    {
      list: "tap_the",
      heading: "TẬP THỂ",
      columns: [
        { title: "Tên tập thể", cell: "ho_ten", width: null },
        { title: "Đơn vị", cell: "don_vi", width: 3400 },
      ],
    },
    {
      list: "ca_nhan",
      heading: "CÁ NHÂN",
      columns: [
        { title: "Họ và tên", cell: "ten_day_du", width: 2900 },
        { title: "Chức vụ", cell: "chuc_vu", width: 2000 },
        { title: "Đơn vị", cell: "don_vi", width: null },
      ],
    },
    {
      list: "ho_gia_dinh",
      heading: "HỘ GIA ĐÌNH",
      columns: [
        { title: "Hộ gia đình", cell: "ten_day_du", width: null },
        { title: "Địa chỉ", cell: "don_vi", width: 3800 },
      ],
    },
  ];
  return groups.flatMap(({ list, heading, columns }) => [
    line(`{{#co_${list}}}`),
    line(`{{muc_${list}}}${heading}`, { bold: true, before: 8, after: 4, keepNext: true }),
    dataTable([ORDINAL, ...columns], [{ cells: ["{{stt}}", ...columns.map(({ cell }) => `{{${list}.${cell}}}`)] }], {
      size: SIZE.table + 1,
    }),
    line(`{{/co_${list}}}`),
  ]);
}
