import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { DOCUMENT_KINDS, DRAFT_KINDS } from "../../src/documents/index.js";
import { lintDocument } from "../../src/documents/lint/index.js";
import { readPackage } from "../../src/documents/word/package.js";
import { isWellFormed } from "../../src/documents/word/xml-check.js";
import { type FakeOffice, makeOffice } from "../fake-office.js";
import { textOf } from "../read-docx.js";

const LIST = [
  "Danh xưng;Họ và tên;Đối tượng;Chức vụ;Đơn vị;Danh hiệu/Hình thức;Thành tích;Số phiếu đồng ý;Tổng số phiếu;Số quyết định;Ngày quyết định",
  ";Trường Tiểu học Hoa Sen;Tập thể;;;Bằng khen;Dẫn đầu phong trào dạy tốt;14;15;;",
  "Bà;Trần Thị Bưởi;Cá nhân;Giáo viên;Trường Tiểu học Hoa Sen;Bằng khen;Có sáng kiến trong giảng dạy;15;15;;",
  "Ông;Lê Văn Cam;Cá nhân;Giáo viên;Trường Tiểu học Hoa Sen;Chiến sĩ thi đua cơ sở;Hoàn thành xuất sắc nhiệm vụ;13;15;;",
  "Ông;Phạm Văn Đào;Cá nhân;Chuyên viên;Phòng Nội vụ;Giấy khen;Hoàn thành tốt nhiệm vụ;13;15;;",
  "Bà;Đỗ Thị Ổi;Cá nhân;Chuyên viên;Phòng Nội vụ;Giấy khen;Hoàn thành tốt nhiệm vụ;13;15;08/QĐ-UBND;16/4/2021",
];

const DISTRICT = [
  "--issuer",
  "Ủy ban nhân dân huyện Bình Minh",
  "--parent",
  "Ủy ban nhân dân tỉnh An Bình",
  "--level",
  "huyen",
];
const PROVINCE = ["--issuer", "Ủy ban nhân dân tỉnh An Bình", "--level", "tinh"];

/** Kinds that only a province may issue. */
const OF_PROVINCE = ["bang-khen"];

async function makeYear(body: readonly string[]): Promise<FakeOffice> {
  const office = makeOffice();
  office.bring("tuyen-quang-2020");
  office.write("khen.csv", LIST.join("\n"));
  const signed = ["--position", "Chủ tịch", "--signatory", "Nguyễn Văn An"];
  await office.run("init", "--year", "2020", ...body, "--place", "Bình Minh", ...signed);
  const files = ["don-vi.csv", "chi-tieu.csv", "ket-qua.csv", "thang-diem-P.csv", "khen.csv"];
  expect(await office.run("import", ...files)).toMatchObject({ code: 0 });
  return office;
}

/** What is typed where a kind's placeholder says `--members SỐ`, `--date NGÀY`, `--to "…"` or `--start "8 giờ 00"`. */
function typedFor(shown: string): string {
  if (shown === "SỐ") return "15";
  if (shown === "NGÀY") return "16/4/2021";
  return shown === '"…"' ? "Ông Nguyễn Văn An, Chủ tịch" : shown.slice(1, -1);
}

/** The command that writes a kind, with all of its own options typed. */
function commandOf(id: string): string[] {
  const draft = DRAFT_KINDS.find((kind) => kind.id === id);
  if (draft === undefined) return id === "bao-cao-tong-ket" ? ["report", "--all"] : ["decide", "--date", "16/4/2021"];
  const said = ["--number SỐ, --date NGÀY", ...draft.placeholders.map(({ option }) => option ?? "")].join(", ");
  const options = [...said.matchAll(/(--[a-z-]+) ("[^"]*"|SỐ|NGÀY)/g)].map(
    ([, name = "", shown = ""]) => [name, typedFor(shown)] as const,
  );
  return ["draft", id, ...[...new Map(options)].flat()];
}

test("every kind, from one year: valid parts, nothing unfilled, and no error against Decree 30", async () => {
  const [district, province] = [await makeYear(DISTRICT), await makeYear(PROVINCE)];
  const commands = new Map(DOCUMENT_KINDS.map(({ id }) => [commandOf(id).join("\t"), commandOf(id)]));
  const faults: Record<string, string[]> = {};
  for (const [index, command] of [...commands.values()].entries()) {
    const office = OF_PROVINCE.includes(command[1] ?? "") ? province : district;
    const files = await write(office, command, `van-ban-${index}`);
    expect(files.length, command.join(" ")).toBeGreaterThan(0);
    for (const file of files) faults[file] = judge(office, file);
  }
  expect(Object.entries(faults).filter(([, found]) => found.length > 0)).toEqual([]);
});

async function write(office: FakeOffice, command: readonly string[], folder: string): Promise<string[]> {
  const [name] = command;
  const output = name === "report" ? `${folder}.docx` : folder;
  const ran = await office.run(...command, "-o", output, "--json");
  expect(ran.code, `${command.join(" ")}: ${ran.err}`).toBe(0);
  return name === "report" ? [output] : readdirSync(office.path(folder)).map((file) => `${folder}/${file}`);
}

/** All that is wrong with a document. */
function judge(office: FakeOffice, file: string): string[] {
  const bytes = office.read(file);
  const broken = [...readPackage(bytes)]
    .filter(([name, part]) => /\.(xml|rels)$/.test(name) && !isWellFormed(new TextDecoder().decode(part)))
    .map(([name]) => `${name} is not well-formed`);
  const unfilled = textOf(office, file).match(/\{\{.*?\}\}|undefined|null|\[object/g) ?? [];
  const { findings } = lintDocument(bytes);
  const against = findings
    .filter(({ rule }) => rule.severity === "error")
    .map(({ rule, place, found }) => `${rule.id}: ${place.text} ${found}`);
  return [...broken, ...unfilled, ...against];
}
