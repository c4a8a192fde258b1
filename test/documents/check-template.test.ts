import { describe, expect, test } from "vitest";
import { checkTemplate } from "../../src/documents/check-template.js";
import type { Placeholder } from "../../src/documents/kind.js";
import { formatProblem } from "../../src/domain/problem.js";
import { makeDocx, p, table } from "./make-docx.js";

const KNOWN: Placeholder[] = [
  { name: "ho_ten", meaning: "họ và tên", example: "Lê Văn Cam", form: "text" },
  { name: "tien", meaning: "tiền thưởng", example: "1490000", form: "text" },
  { name: "ca_nhan.ho_ten", meaning: "họ và tên", example: "Lê Văn Cam", form: "column" },
  { name: "tap_the.ho_ten", meaning: "tên tập thể", example: "Tổ Toán", form: "column" },
  { name: "co_danh_sach", meaning: "có danh sách", example: "", form: "condition" },
  { name: "bang_diem", meaning: "bảng điểm", example: "", form: "block" },
];

function check(body: string): string[] {
  return checkTemplate("mau.docx", makeDocx(body), KNOWN).map(formatProblem);
}

test("a template with nothing wrong has no problems", () => {
  const body =
    p("{{#co_ho_ten}}Ông {{ho_ten}}{{/co_ho_ten}}: {{tien | so}}") +
    table(["{{stt}}", "{{ca_nhan.ho_ten}}"]) +
    p("{{#co_tap_the}}") +
    table(["{{tap_the.ho_ten}}"]) +
    p("{{/co_tap_the}}") +
    p("{{^co_danh_sach}}một người{{/}}") +
    p("{{@bang_diem}}") +
    p("{{#ca_nhan}}{{stt}}. {{ho_ten}}; {{/ca_nhan}}");
  expect(check(body)).toEqual([]);
});

test("all that is wrong is told at once, each with its sentence", () => {
  expect(check(p("Ông {{ho_tem}} được khen") + p("Tiền: {{tien đồng") + p("{{co_danh_sach}}"))).toHaveLength(3);
});

describe("each fault says where, what and what to do", () => {
  test.each([
    [
      p("Ông {{ho_", "tem}} được khen"),
      'mau.docx [{{ho_tem}}] "Ông {{ho_tem}} được khen": không có chỗ điền tên “ho_tem”. Có phải “ho_ten” không? Sửa lại tên trong mẫu.',
    ],
    [
      p("Ông {{ho_ten được khen"),
      'mau.docx [{{ho_ten được khen] "Ông {{ho_ten được khen": chỗ điền mở bằng “{{” mà chưa đóng đủ “}}”. Thêm “}}” vào sau tên.',
    ],
    [
      p("Ông ho_ten}} được khen"),
      'mau.docx [ho_ten}}] "Ông ho_ten}} được khen": có “}}” mà trước đó chưa mở đủ “{{”. Thêm “{{” vào trước tên, hoặc xóa “}}” thừa.',
    ],
    [
      p("Ông {{họ tên}}"),
      'mau.docx [{{họ tên}}] "Ông {{họ tên}}": chỗ điền viết không đúng cách. Giữa “{{” và “}}” chỉ viết tên bằng chữ không dấu, số và dấu gạch dưới, ví dụ {{ho_ten}} hoặc {{tien | so}}.',
    ],
    [
      p("{{tien | sô}} đồng"),
      'mau.docx [{{tien | sô}}] "{{tien | sô}} đồng": không có kiểu viết “sô”. Có phải “so” không? Sửa lại trong mẫu.',
    ],
    [
      p("{{#co_danh_sach}}kèm danh sách"),
      'mau.docx [{{#co_danh_sach}}] "{{#co_danh_sach}}kèm danh sách": phần mở này không có phần đóng ở phía sau. Thêm {{/co_danh_sach}} vào sau phần cần bao, hoặc xóa phần mở.',
    ],
    [
      p("kèm{{/co_danh_sach}}"),
      'mau.docx [{{/co_danh_sach}}] "kèm{{/co_danh_sach}}": phần đóng này không có phần mở tương ứng ở phía trước. Thêm {{#co_danh_sach}} vào trước, hoặc xóa phần đóng.',
    ],
    [
      p("Bảng: {{@bang_diem}}"),
      'mau.docx [{{@bang_diem}}] "Bảng: {{@bang_diem}}": khối lớn phải đứng một mình trong đoạn. Xuống dòng để chỗ điền này thành một đoạn riêng, không có chữ nào khác.',
    ],
    [
      p("{{bang_diem}}"),
      'mau.docx [{{bang_diem}}] "{{bang_diem}}": “bang_diem” là khối lớn. Viết {{@bang_diem}} và để một mình trong đoạn.',
    ],
    [
      p("Số {{stt}}"),
      'mau.docx [{{stt}}] "Số {{stt}}": {{stt}} chỉ dùng được trong dòng lặp lại theo danh sách. Đặt {{stt}} vào cùng dòng với một cột của danh sách, ví dụ {{ca_nhan.ho_ten}}.',
    ],
    [
      table(["{{ca_nhan.ho_ten}}", "{{tap_the.ho_ten}}"]),
      'mau.docx [{{tap_the.ho_ten}}] "{{tap_the.ho_ten}}": dòng này đã lặp theo danh sách “ca_nhan” nên không chứa được cột của danh sách “tap_the”. Tách mỗi danh sách sang một dòng hoặc một bảng riêng.',
    ],
    [
      p("Gồm {{ca_nhan}}"),
      'mau.docx [{{ca_nhan}}] "Gồm {{ca_nhan}}": “ca_nhan” là danh sách nên phải viết kèm tên cột. Viết {{ca_nhan.…}} với tên cột, ví dụ ở templates/README.md.',
    ],
  ])("%#", (body, expected) => {
    expect(check(body)).toEqual([expected]);
  });

  test("a condition opened in a table and closed outside it", () => {
    const [problem = ""] = check(table(["{{#co_danh_sach}}a", "b"]) + p("c{{/co_danh_sach}}"));
    expect(problem).toContain("phần mở và phần đóng không nằm cùng một ô");
  });

  test("single braces round a known name are only a warning", () => {
    const [problem] = checkTemplate("mau.docx", makeDocx(p("Ông {ho_ten}, {{tien}} và {khác}")), KNOWN);
    expect(problem).toMatchObject({ severity: "warning", column: "{ho_ten}", code: "single-braces" });
  });

  test("a document without placeholders is only a warning", () => {
    expect(checkTemplate("mau.docx", makeDocx(p("Quyết định")), KNOWN)).toMatchObject([
      { severity: "warning", code: "no-placeholder" },
    ]);
  });
});

describe("a file that cannot be opened", () => {
  const docx = makeDocx(p("{{ho_ten}}"));
  const encrypted = Uint8Array.from(docx);
  const directory = Buffer.from(encrypted.buffer).indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  encrypted[directory + 8] = 1;
  const bomb = Uint8Array.from(docx);
  Buffer.from(bomb.buffer).writeUInt32LE(
    2 ** 31,
    Buffer.from(bomb.buffer).indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 24,
  );
  const flipped = Uint8Array.from(docx);
  flipped[60] = (flipped[60] ?? 0) ^ 0xff;

  test.each([
    ["a text file", Buffer.from("STT;Họ và tên"), "not-word"],
    ["an empty file", new Uint8Array(), "not-word"],
    ["an old or encrypted .doc", Buffer.from("d0cf11e0a1b11ae1", "hex"), "old-or-encrypted"],
    ["an encrypted zip", encrypted, "encrypted"],
    ["a file cut short", docx.slice(0, docx.length - 30), "damaged"],
    ["a file with a flipped byte", flipped, "damaged"],
    ["a file that claims 2 GB", bomb, "too-big"],
    ["broken XML inside", makeDocx("<w:p><w:r></w:p>"), "damaged"],
    ["an attribute given twice", makeDocx('<w:p w:a="1" w:a="2"/>'), "damaged"],
    ["a stray ampersand", makeDocx(p("Thi đua & khen thưởng")), "damaged"],
  ])("%s is told in words", (_title, bytes, code) => {
    const problems = checkTemplate("mau.docx", bytes, KNOWN);
    expect(problems).toMatchObject([{ file: "mau.docx", code, severity: "error", column: null }]);
    expect(formatProblem(problems[0] as never)).toMatch(/^mau\.docx: tệp .+\. .+\.$/);
  });
});
