import { describe, expect, test } from "vitest";
import { checkTemplate } from "../../../src/documents/template/check-template.js";
import type { Placeholder } from "../../../src/documents/template/kind.js";
import { readPackage, writePackage } from "../../../src/documents/word/package.js";
import { formatProblem } from "../../../src/domain/problem.js";
import { makeDocx, p, table } from "../make-docx.js";

const KNOWN: Placeholder[] = [
  { name: "ho_ten", meaning: "họ và tên", example: "Lê Văn Cam", form: "text" },
  { name: "tien", meaning: "tiền thưởng", example: "1490000", form: "text" },
  { name: "ca_nhan.ho_ten", meaning: "họ và tên", example: "Lê Văn Cam", form: "column" },
  { name: "ca_nhan.chuc_vu", meaning: "chức vụ", example: "Kế toán", form: "column" },
  { name: "tap_the.chuc_vu", meaning: "chức vụ", example: "", form: "column" },
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
      'mau.docx(thân văn bản) [{{ho_tem}}] "Ông {{ho_tem}} được khen": không có chỗ điền tên “ho_tem”. Có phải “ho_ten” không? Sửa lại tên trong mẫu.',
    ],
    [
      p("Ông {{ho_ten được khen"),
      'mau.docx(thân văn bản) [{{ho_ten được khen] "Ông {{ho_ten được khen": chỗ điền mở bằng “{{” mà chưa đóng đủ “}}”. Thêm “}}” vào sau tên.',
    ],
    [
      p("Ông ho_ten}} được khen"),
      'mau.docx(thân văn bản) [ho_ten}}] "Ông ho_ten}} được khen": có “}}” mà trước đó chưa mở đủ “{{”. Thêm “{{” vào trước tên, hoặc xóa “}}” thừa.',
    ],
    [
      p("Ông {{họ tên}}"),
      'mau.docx(thân văn bản) [{{họ tên}}] "Ông {{họ tên}}": chỗ điền viết không đúng cách. Có phải {{ho_ten}} không? Giữa “{{” và “}}” chỉ viết tên bằng chữ không dấu, số và dấu gạch dưới, ví dụ {{ho_ten}} hoặc {{tien | so}}.',
    ],
    [
      p("{{tien | sô}} đồng"),
      'mau.docx(thân văn bản) [{{tien | sô}}] "{{tien | sô}} đồng": không có kiểu viết “sô”. Có phải “so” không? Sửa lại trong mẫu.',
    ],
    [
      p("{{#co_danh_sach}}kèm danh sách"),
      'mau.docx(thân văn bản) [{{#co_danh_sach}}] "{{#co_danh_sach}}kèm danh sách": phần mở này không có phần đóng ở phía sau. Thêm {{/co_danh_sach}} vào sau phần cần bao, hoặc xóa phần mở.',
    ],
    [
      p("kèm{{/co_danh_sach}}"),
      'mau.docx(thân văn bản) [{{/co_danh_sach}}] "kèm{{/co_danh_sach}}": phần đóng này không có phần mở tương ứng ở phía trước. Thêm {{#co_danh_sach}} vào trước, hoặc xóa phần đóng.',
    ],
    [
      p("Bảng: {{@bang_diem}}"),
      'mau.docx(thân văn bản) [{{@bang_diem}}] "Bảng: {{@bang_diem}}": khối lớn phải đứng một mình trong đoạn. Xuống dòng để chỗ điền này thành một đoạn riêng, không có chữ nào khác.',
    ],
    [
      p("{{bang_diem}}"),
      'mau.docx(thân văn bản) [{{bang_diem}}] "{{bang_diem}}": “bang_diem” là khối lớn. Viết {{@bang_diem}} và để một mình trong đoạn.',
    ],
    [
      p("Số {{stt}}"),
      'mau.docx(thân văn bản) [{{stt}}] "Số {{stt}}": {{stt}} chỉ dùng được trong dòng lặp lại theo danh sách. Đặt {{stt}} vào cùng dòng với một cột của danh sách, ví dụ {{ca_nhan.ho_ten}}.',
    ],
    [
      table(["{{ca_nhan.ho_ten}}", "{{tap_the.ho_ten}}"]),
      'mau.docx(thân văn bản, bảng 1, dòng 1) [{{tap_the.ho_ten}}] "{{tap_the.ho_ten}}": dòng hoặc đoạn này đã lặp theo danh sách “ca_nhan” nên không chứa được cột của danh sách “tap_the”. Tách mỗi danh sách sang một dòng, một đoạn hoặc một bảng riêng.',
    ],
    [
      p("Gồm {{ca_nhan}}"),
      'mau.docx(thân văn bản) [{{ca_nhan}}] "Gồm {{ca_nhan}}": “ca_nhan” là danh sách nên phải viết kèm tên cột. Viết {{ca_nhan.…}} với tên cột, ví dụ ở templates/README.md.',
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

  test.each([
    ["names with marks and blanks", "{{họ tên}}", "{{ho_ten}}"],
    ["capitals, as Word makes them", "{{ Ho_Ten }}", "ho_ten"],
    ["full-width braces", "｛｛ho_ten｝｝", "{{ho_ten}}"],
    ["a blank between braces", "{ {ho_ten} }", "{{ho_ten}}"],
    ["three braces", "{{{ho_ten}}}", "{{ho_ten}}"],
    ["one brace too few", "{{ho_ten}", "{{ho_ten}}"],
    ["quotes round the name", "{{“ho_ten”}}", "{{ho_ten}}"],
    ["a dash for the underscore", "{{ho—ten}}", "{{ho_ten}}"],
    ["a condition with marks", "{{#có danh sách}}x{{/co_danh_sach}}", "{{#co_danh_sach}}"],
    ["the meaning of a column", "{{chức vụ}}", "{{ca_nhan.chuc_vu}} hoặc {{tap_the.chuc_vu}}"],
  ])("%s: the nearest name is offered", (_what, written, nearest) => {
    const [first] = checkTemplate("mau.docx", makeDocx(p(`Ông ${written}.`)), KNOWN);
    expect(first).toMatchObject({ severity: "error", place: "thân văn bản", value: `Ông ${written}.` });
    expect(first?.hint).toContain(`Có phải ${nearest.startsWith("{") ? nearest : `“${nearest}”`} không?`);
  });

  test.each(["«ho_ten»", "[[ho_ten]]", "<<ho_ten>>", "[ho_ten]", "｛ho_ten｝"])(
    "%s is a warning: it stays as it is",
    (written) => {
      const xml = p(`Ông ${written.replace(/</g, "&lt;").replace(/>/g, "&gt;")}`);
      expect(checkTemplate("mau.docx", makeDocx(xml + p("{{tien}}")), KNOWN)).toMatchObject([
        { severity: "warning", code: "single-braces", column: written },
      ]);
    },
  );

  test("two lists in one paragraph, as in one row, are an error; {{stt}} counts in a repeating paragraph", () => {
    const [problem] = checkTemplate("mau.docx", makeDocx(p("{{ca_nhan.ho_ten}} và {{tap_the.ho_ten}}")), KNOWN);
    expect(problem?.message).toContain("đã lặp theo danh sách “ca_nhan”");
    expect(check(p("{{stt}}. {{ca_nhan.ho_ten}}"))).toEqual([]);
  });

  test("a filter that cannot read such a value is a warning", () => {
    expect(
      checkTemplate("mau.docx", makeDocx(p("{{ho_ten | so}}, {{tien | so}}, {{ho_ten | in_hoa}}")), KNOWN),
    ).toMatchObject([{ severity: "warning", code: "idle-filter", column: "{{ho_ten | so}}", place: "thân văn bản" }]);
  });

  test("a placeholder in a formula or the code of a field is not filled, and said", () => {
    const field = '<w:p><w:r><w:instrText xml:space="preserve"> QUOTE {{ho_ten}} </w:instrText></w:r></w:p>';
    expect(checkTemplate("mau.docx", makeDocx(field + p("{{tien}}")), KNOWN)).toMatchObject([
      { code: "misplaced-placeholder", column: "{{ho_ten}}", severity: "error" },
    ]);
  });

  test("the place is told for every part of a document", () => {
    const wrong = (id: string) => p(`{{sai_${id}}}`);
    const box = `<w:p><w:r><w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml"><w:txbxContent>${wrong("hop_chu")}</w:txbxContent></v:textbox></w:pict></w:r></w:p>`;
    const body = table(["a"], ["b"]) + table(["c"], [wrong("bang")]) + box;
    const part = (root: string, xml: string) =>
      `<w:${root} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${xml}</w:${root}>`;
    const parts = readPackage(makeDocx(body));
    parts.set("word/header1.xml", Buffer.from(part("hdr", wrong("dau"))));
    parts.set("word/footer1.xml", Buffer.from(part("ftr", table([wrong("chan")]))));
    parts.set(
      "word/footnotes.xml",
      Buffer.from(part("footnotes", `<w:footnote w:id="1">${wrong("chu_thich")}</w:footnote>`)),
    );
    const found = checkTemplate("mau.docx", writePackage(parts), KNOWN).map(({ column, place }) => [column, place]);
    expect(Object.fromEntries(found)).toEqual({
      "{{sai_bang}}": "thân văn bản, bảng 2, dòng 2",
      "{{sai_hop_chu}}": "thân văn bản, hộp chữ",
      "{{sai_dau}}": "đầu trang",
      "{{sai_chan}}": "chân trang, bảng 1, dòng 1",
      "{{sai_chu_thich}}": "chú thích cuối trang",
    });
  });

  test("what every administrative document has and the template lacks is a warning, also beside errors", () => {
    const known: Placeholder[] = [
      ...KNOWN,
      { name: "so", meaning: "số văn bản", example: "05", form: "text", required: true },
      { name: "ky.dong", meaning: "chức vụ", example: "CHỦ TỊCH", form: "column", required: true },
    ];
    const codes = checkTemplate("mau.docx", makeDocx(p("{{ky.dong}}") + p("{{sai}}")), known).map(({ code }) => code);
    expect(codes).toEqual(["unknown-placeholder", "missing-placeholder"]);
    const [problem = ""] = checkTemplate("mau.docx", makeDocx(p("{{ky.dong}}")), known).map(formatProblem);
    expect(problem).toContain("mẫu không có {{so}} (số văn bản)");
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
  const typed = (type: string) => {
    const parts = readPackage(docx);
    const types = new TextDecoder().decode(parts.get("[Content_Types].xml"));
    parts.set("[Content_Types].xml", Buffer.from(types.replace(/application\/vnd\.openxml[^"]*main\+xml/, type)));
    return writePackage(parts);
  };
  const zipped = (...names: string[]) => writePackage(new Map(names.map((name) => [name, "<x/>"])));
  const ole = (name: string) => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from(name, "utf16le")]);
  const flipped = Uint8Array.from(docx);
  flipped[60] = (flipped[60] ?? 0) ^ 0xff;

  test.each([
    ["a text file", Buffer.from("STT;Họ và tên"), "not-word"],
    ["an empty file", new Uint8Array(), "empty-file"],
    ["a .doc", ole("WordDocument"), "old-word"],
    ["a .docx with a password", ole("EncryptedPackage"), "encrypted"],
    ["a PDF", Buffer.from("%PDF-1.7"), "pdf"],
    ["an .rtf", Buffer.from("{\\rtf1\\ansi}"), "rtf"],
    ["a web page named .doc", Buffer.from("<html xmlns:w=x>"), "html"],
    ["Word's XML", Buffer.from('<?xml version="1.0"?><?mso-application progid="Word.Document"?><a/>'), "flat-xml"],
    [
      "Word's owner file",
      Buffer.concat([Buffer.from("\u0005Hương"), Buffer.alloc(155, " ")]).subarray(0, 162),
      "owner-file",
    ],
    ["a .docm", typed("application/vnd.ms-word.document.macroEnabled.main+xml"), "macro-document"],
    [
      "a .dotx",
      typed("application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"),
      "word-template",
    ],
    ["an .odt", writePackage(new Map([["mimetype", "application/vnd.oasis.opendocument.text"]])), "open-document"],
    ["an .xlsx", zipped("[Content_Types].xml", "xl/workbook.xml"), "spreadsheet"],
    ["a .pptx", zipped("[Content_Types].xml", "ppt/presentation.xml"), "slides"],
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
