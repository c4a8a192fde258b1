import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  type DecisionInput,
  type DecisionRecipient,
  decisionFileStem,
  decisionValues,
} from "../../../src/documents/decision/value.js";
import { TITLE_DECISION } from "../../../src/documents/kinds/quyet-dinh-danh-hieu.js";
import { DECISION } from "../../../src/documents/kinds/quyet-dinh-khen-thuong.js";
import { renderTemplate } from "../../../src/documents/template/template.js";
import { measureText } from "../../../src/documents/word/text-width.js";
import { documentXml, paragraphs } from "../make-docx.js";

const TEMPLATE = readFileSync(new URL("../../../templates/quyet-dinh-khen-thuong.docx", import.meta.url));

const BUOI: DecisionRecipient = {
  salutation: "Bà",
  name: "Trần Thị Bưởi",
  subject: "individual",
  position: "Giáo viên",
  workplace: "Trường Tiểu học Hoa Sen",
  achievement: null,
};
const CAM: DecisionRecipient = { ...BUOI, salutation: null, name: "Lê Văn Cam", position: null };
const MATH: DecisionRecipient = { ...BUOI, salutation: null, name: "Tổ Toán", subject: "collective", position: null };

const INPUT: DecisionInput = {
  head: {
    parent: null,
    issuer: "Ủy ban nhân dân\nhuyện Bình Minh",
    number: "5",
    symbol: "QĐ-UBND",
    place: "Bình Minh",
    date: "2021-01-05",
    draftYear: 2021,
  },
  foot: {
    distribution: ["Như Điều 3", "Lưu: VT, NV;"],
    signature: ["KT. Chủ tịch", "Phó Chủ tịch"],
    signatory: "Nguyễn Văn An",
  },
  authority: "Chủ tịch Ủy ban nhân dân huyện Bình Minh",
  legalBasis: ["Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003", "Theo đề nghị của Trưởng phòng Nội vụ"],
  award: { verb: "Tặng", name: "Giấy khen của Chủ tịch Ủy ban nhân dân huyện", isTitle: false },
  reason: "đã có thành tích xuất sắc trong phong trào thi đua năm 2020",
  bonusFund: null,
  enforcers: ["Trưởng phòng Nội vụ"],
  recipients: [BUOI, CAM, MATH],
  year: 2020,
  asList: true,
};

async function render(input: DecisionInput) {
  return renderTemplate(TEMPLATE, decisionValues(input), { placeholders: DECISION.placeholders, date: "2021-01-05" });
}

test("a decision with a list names counts in Điều 1 and everybody in its appendix", async () => {
  const { bytes, missing } = await render(INPUT);
  expect(missing).toEqual([]);
  expect(paragraphs(bytes).map((text) => text.replace(/\n/g, " / "))).toEqual([
    "ỦY BAN NHÂN DÂN / HUYỆN BÌNH MINH",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Số: 05/QĐ-UBND",
    "Bình Minh, ngày 05 tháng 01 năm 2021",
    "QUYẾT ĐỊNH",
    "Về việc tặng Giấy khen của Chủ tịch Ủy ban nhân dân huyện cho các tập thể, cá nhân có thành tích xuất sắc trong phong trào thi đua năm 2020",
    "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN BÌNH MINH",
    "Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003;",
    "Theo đề nghị của Trưởng phòng Nội vụ.",
    "QUYẾT ĐỊNH:",
    "Điều 1. Tặng Giấy khen của Chủ tịch Ủy ban nhân dân huyện cho 01 tập thể và 02 cá nhân đã có thành tích xuất sắc trong phong trào thi đua năm 2020 (có danh sách kèm theo).",
    "Điều 2. Tiền thưởng kèm theo thực hiện theo quy định của pháp luật, trích từ Quỹ thi đua, khen thưởng.",
    "Điều 3. Trưởng phòng Nội vụ, Thủ trưởng các cơ quan, đơn vị có liên quan và các tập thể, cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.",
    "Nơi nhận:",
    "- Như Điều 3;",
    "- Lưu: VT, NV.",
    "KT. CHỦ TỊCH",
    "PHÓ CHỦ TỊCH",
    "Nguyễn Văn An",
    "DANH SÁCH",
    "Tập thể, cá nhân được tặng Giấy khen của Chủ tịch Ủy ban nhân dân huyện năm 2020",
    "(Kèm theo Quyết định số 05/QĐ-UBND ngày 05 tháng 01 năm 2021 của Chủ tịch Ủy ban nhân dân huyện Bình Minh)",
    "I. TẬP THỂ",
    "STT",
    "Tên tập thể",
    "Đơn vị",
    "1",
    "Tổ Toán",
    "Trường Tiểu học Hoa Sen",
    "II. CÁ NHÂN",
    "STT",
    "Họ và tên",
    "Chức vụ",
    "Đơn vị",
    "1",
    "Bà Trần Thị Bưởi",
    "Giáo viên",
    "Trường Tiểu học Hoa Sen",
    "2",
    "Lê Văn Cam",
    "Trường Tiểu học Hoa Sen",
  ]);
});

describe("a decision for one recipient", () => {
  const one = { ...INPUT, recipients: [BUOI], asList: false };

  test("names the person and the workplace in Điều 1 and has no appendix", async () => {
    const { bytes } = await render(one);
    const texts = paragraphs(bytes);
    expect(texts).toContain("Về việc tặng Giấy khen của Chủ tịch Ủy ban nhân dân huyện cho bà Trần Thị Bưởi");
    expect(texts).toContain(
      "Điều 1. Tặng Giấy khen của Chủ tịch Ủy ban nhân dân huyện cho bà Trần Thị Bưởi, Giáo viên, Trường Tiểu học Hoa Sen, đã có thành tích xuất sắc trong phong trào thi đua năm 2020.",
    );
    expect(texts).toContain(
      "Điều 3. Trưởng phòng Nội vụ, Thủ trưởng các cơ quan, đơn vị có liên quan và bà Trần Thị Bưởi chịu trách nhiệm thi hành Quyết định này./.",
    );
    expect(texts.at(-1)).toBe("Nguyễn Văn An");
    expect(documentXml(bytes).match(/<w:sectPr/g)).toHaveLength(1);
  });

  test.each([
    ["Có sáng kiến trong giảng dạy.", "đã có sáng kiến trong giảng dạy"],
    ["đã cứu người bị nạn", "đã cứu người bị nạn"],
    ["Dẫn đầu hội thi", "vì: Dẫn đầu hội thi"],
    [null, "đã có thành tích xuất sắc trong phong trào thi đua năm 2020"],
  ])("the achievement %j reads as the end of the sentence", (achievement, expected) => {
    expect(decisionValues({ ...one, recipients: [{ ...BUOI, achievement }] }).thanh_tich).toBe(expected);
  });

  test("a collective that already bears its unit's name does not say it twice", () => {
    const recipients = [{ ...MATH, name: "Tổ Toán Trường Tiểu học Hoa Sen" }];
    expect(decisionValues({ ...one, recipients }).nguoi_nhan).toBe("Tổ Toán Trường Tiểu học Hoa Sen");
  });
});

test("a draft leaves room for number, day and month", async () => {
  const head = { ...INPUT.head, number: null, date: null };
  const { bytes, missing } = await render({ ...INPUT, head });
  expect(missing).toEqual([]);
  expect(paragraphs(bytes).slice(3, 5)).toEqual(["Số:         /QĐ-UBND", "Bình Minh, ngày      tháng      năm 2021"]);
});

test("the parent body stands above the issuer, when there is one", async () => {
  const { bytes } = await render({ ...INPUT, head: { ...INPUT.head, parent: "Ủy ban nhân dân tỉnh An Bình" } });
  expect(paragraphs(bytes).slice(0, 2)).toEqual(["ỦY BAN NHÂN DÂN TỈNH AN BÌNH", "ỦY BAN NHÂN DÂN\nHUYỆN BÌNH MINH"]);
});

test("the rules are measured again on what was filled in", async () => {
  const ruleOf = async (issuer: string) => {
    const { bytes } = await render({ ...INPUT, head: { ...INPUT.head, issuer } });
    const [, indent] = /<w:pStyle w:val="GachNgan"\/>.*?<w:ind w:left="(\d+)"/.exec(documentXml(bytes)) ?? [];
    return 3511 - 2 * Number(indent);
  };
  const short = await ruleOf("Sở Y tế");
  const long = await ruleOf("Ủy ban nhân dân tỉnh An Bình");
  expect(short / measureText("SỞ Y TẾ", 13, true)).toBeCloseTo(0.42, 1);
  expect(long).toBeGreaterThan(2 * short);
});

test("what is not set is marked with the setting that fills it", async () => {
  const head = { ...INPUT.head, place: null, issuer: null };
  const { missing } = await render({ ...INPUT, head, authority: null });
  expect(missing.map(({ name, setting }) => [name, setting])).toEqual([
    ["co_quan_ban_hanh", "issuer.name"],
    ["dia_danh", "issuer.place"],
    ["tham_quyen", "issuer.name"],
    ["nguoi_ban_hanh", "issuer.name"],
  ]);
});

test("a list of one group has no Roman numeral and its words agree", async () => {
  const { bytes } = await render({ ...INPUT, recipients: [BUOI] });
  const texts = paragraphs(bytes);
  expect(texts).toContain("CÁ NHÂN");
  expect(texts).toContain("Cá nhân được tặng Giấy khen của Chủ tịch Ủy ban nhân dân huyện năm 2020");
  expect(texts.filter((text) => text.includes("TẬP THỂ"))).toEqual([]);
});

test("the 1.752 recipients of a large office appear exactly once, in about a second", async () => {
  const recipients = Array.from(
    { length: 1752 },
    (_, index): DecisionRecipient =>
      index < 298 ? { ...MATH, name: `Tổ công tác ${index}.` } : { ...BUOI, name: `Trần Thị Thử ${index}.` },
  );
  const started = performance.now();
  const { bytes } = await render({ ...INPUT, recipients });
  expect(performance.now() - started).toBeLessThan(15_000);
  const texts = paragraphs(bytes);
  for (const { name } of recipients) expect(texts.filter((text) => text.endsWith(name))).toHaveLength(1);
  expect(texts.find((text) => text.startsWith("Điều 1."))).toContain("298 tập thể và 1.454 cá nhân");
});

test("the file is named by the award, or by the recipient", () => {
  expect(decisionFileStem(INPUT)).toBe("Quyết định tặng Giấy khen của Chủ tịch Ủy ban nhân dân huyện năm 2020");
  expect(decisionFileStem({ ...INPUT, recipients: [CAM], asList: false })).toMatch(/ - Lê Văn Cam$/);
});

const TITLE_TEMPLATE = readFileSync(new URL("../../../templates/quyet-dinh-danh-hieu.docx", import.meta.url));
const TITLE: DecisionInput = {
  ...INPUT,
  award: { verb: "Công nhận", name: "danh hiệu “Lao động tiên tiến”", isTitle: true },
  reason: null,
};

test.each([
  [
    TITLE,
    "Về việc công nhận danh hiệu “Lao động tiên tiến” năm 2020 cho các tập thể, cá nhân",
    "Điều 1. Công nhận danh hiệu “Lao động tiên tiến” năm 2020 cho 01 tập thể và 02 cá nhân (có danh sách kèm theo).",
  ],
  [
    { ...TITLE, reason: "đã hoàn thành tốt nhiệm vụ" },
    "Về việc công nhận danh hiệu “Lao động tiên tiến” năm 2020 cho các tập thể, cá nhân",
    "Điều 1. Công nhận danh hiệu “Lao động tiên tiến” năm 2020 cho 01 tập thể và 02 cá nhân đã hoàn thành tốt nhiệm vụ (có danh sách kèm theo).",
  ],
  [
    { ...TITLE, year: null },
    "Về việc công nhận danh hiệu “Lao động tiên tiến” cho các tập thể, cá nhân",
    "Điều 1. Công nhận danh hiệu “Lao động tiên tiến” cho 01 tập thể và 02 cá nhân (có danh sách kèm theo).",
  ],
  [
    { ...TITLE, recipients: [BUOI], asList: false },
    "Về việc công nhận danh hiệu “Lao động tiên tiến” năm 2020 cho bà Trần Thị Bưởi",
    "Điều 1. Công nhận danh hiệu “Lao động tiên tiến” năm 2020 cho bà Trần Thị Bưởi, Giáo viên, Trường Tiểu học Hoa Sen.",
  ],
])("a title is recognised, of its year: %#", async (input, abstract, first) => {
  const options = { placeholders: TITLE_DECISION.placeholders, date: "2021-01-05" };
  const { bytes, missing } = await renderTemplate(TITLE_TEMPLATE, decisionValues(input), options);
  expect(missing).toEqual([]);
  const lines = paragraphs(bytes);
  expect(lines).toContain(abstract);
  expect(lines.find((line) => line.startsWith("Điều 1."))).toBe(first);
});
