import { expect, test } from "vitest";
import { dropMarkColumn } from "../../src/readers/sheet/mark-column.js";

const HEADER = ["Đơn vị", "Chỉ tiêu", "Ghi chú"];

test("the column Lỗi of a marked copy is no column of the sheet, whatever stands in it", () => {
  const rows = [
    ["KẾT QUẢ NĂM 2020"],
    [...HEADER, "", "Lỗi\n• Bảng thiếu cột “Thực hiện”."],
    ["Xã A", "Trồng rừng", "", "thừa", "Dòng này có nhiều ô hơn"],
    ["Xã B", "Trồng rừng"],
  ];
  expect(dropMarkColumn(rows)).toEqual([
    ["KẾT QUẢ NĂM 2020"],
    HEADER,
    ["Xã A", "Trồng rừng", "", "thừa"],
    ["Xã B", "Trồng rừng"],
  ]);
});

test("the word in a note, or a column after it, is left alone", () => {
  const note = [HEADER, ["Xã A", "Trồng rừng", "Lỗi"]];
  expect(dropMarkColumn(note)).toBe(note);
  const column = [["Đơn vị", "Lỗi", "Ghi chú"]];
  expect(dropMarkColumn(column)).toBe(column);
  const other = [["Đơn vị", "Lỗi vi phạm"]];
  expect(dropMarkColumn(other)).toBe(other);
});
