import { expect, test } from "vitest";
import { makeOffice } from "../fake-office.js";
import { encodeTcvn3 } from "../readers/encoders.js";

const UNITS = "Tên đơn vị;Cụm/Khối\nXã Đông Mẫu;Cụm số 1\nXã Tây Mẫu;Cụm số 1\n";
const GARBLED = new TextDecoder("windows-1252").decode(Buffer.from(UNITS));

test("an import says in which encoding the letters were, unless it is UTF-8", async () => {
  const office = makeOffice();
  office.write("utf-8.csv", UNITS);
  office.write("abc.csv", encodeTcvn3(UNITS));
  expect((await office.run("import", "utf-8.csv", "--year", "2020")).out).not.toContain("bảng mã");
  const { out } = await office.run("import", "abc.csv", "--year", "2020");
  expect(out).toContain("  bảng mã: TCVN3 (ABC)\n");
  expect(out).toContain("2 giữ nguyên");
});

test("garbled letters are refused with what they should be, and stored right with --repair", async () => {
  const office = makeOffice();
  office.write("nham.csv", GARBLED);
  const refused = await office.run("import", "nham.csv", "--year", "2020");
  expect(refused.code).toBe(1);
  expect(refused.err).toContain("lẽ ra là “Tên đơn vị;Cụm/Khối”");
  expect(refused.err).toContain("--repair");
  const repaired = await office.run("import", "nham.csv", "--year", "2020", "--repair");
  expect(repaired.code).toBe(0);
  expect(repaired.err).toContain("Đã sửa chữ bị đọc nhầm bảng mã");
  office.write("dung.csv", UNITS);
  expect((await office.run("import", "dung.csv", "--year", "2020")).out).toContain("2 giữ nguyên");
});
