/** Why a cell is no number, and what to do. */
export interface CellTrouble {
  code: string;
  message: string;
  hint: string;
}

const WRITE_ONE_NUMBER = "Ghi một con số (ví dụ 1.234,5) hoặc để trống nếu chưa có số liệu.";
const MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|thg\\s?\\d+|tháng\\s?\\d+";

/** From the most telling to the most general; the first that fits is reported. */
const TROUBLES: readonly (CellTrouble & { pattern: RegExp })[] = [
  {
    pattern: /^(-?nt-?|n\.t|〃|"|''|như trên)$/i,
    code: "ditto-number",
    message: "Dấu “như trên” không thay được con số.",
    hint: "Ghi lại con số vào ô.",
  },
  {
    pattern: /^#+$/,
    code: "cut-number",
    message: "Con số đã bị che thành “###” vì cột quá hẹp khi lưu.",
    hint: "Mở tệp gốc, kéo rộng cột rồi lưu lại.",
  },
  {
    pattern: /^(#[\p{L}/0!?]+|err:\d+)/iu,
    code: "excel-error",
    message: "Công thức trong ô bị lỗi khi lưu tệp.",
    hint: "Mở tệp gốc, sửa công thức hoặc ghi thẳng con số; nếu chưa có số liệu thì để trống.",
  },
  {
    pattern: /^[+-]?\d+([.,]\d+)?e[+-]?\d+$/i,
    code: "lost-digits",
    message: "Con số ghi kiểu khoa học, các chữ số cuối có thể đã mất.",
    hint: "Mở tệp gốc, định dạng ô kiểu Number (không phải Scientific), rồi lưu lại.",
  },
  {
    pattern: new RegExp(
      `^((0?[1-9]|1[0-2])/(19|20)\\d{2}|\\d{1,2}[/.-]\\d{1,2}[/.-](\\d{4}|\\d{2})(\\s+\\d{1,2}:\\d{2}.*)?|\\d{1,2}:\\d{2}(:\\d{2})?|\\d{4}[/-]\\d{1,2}[/-]\\d{1,2}.*|\\d{1,4}[-/ ](${MONTHS})([-/ ]\\d+)?|(${MONTHS})[-/ ]\\d+)$`,
      "iu",
    ),
    code: "date-in-number",
    message: "Ô này là ngày tháng, không phải con số (Excel có thể đã tự đổi).",
    hint: "Định dạng ô kiểu Text hoặc Number, rồi ghi lại con số.",
  },
  {
    pattern: /\d\s*%\s*(so\s+(với\s+)?)?(kh|kế hoạch|dự toán|dt|chỉ tiêu)(?!\p{L})/iu,
    code: "percent-of-plan",
    message: "Ô này ghi tỷ lệ so với kế hoạch, không phải con số.",
    hint: "Ghi con số vào ô này; tỷ lệ so với kế hoạch ghi ở cột “% TH/KH”.",
  },
  {
    pattern: /^[\d.,\s]+%?\s*\/\s*[\d.,\s]+/,
    code: "part-of-total",
    message: "Ô này ghi hai số dạng phần trên tổng.",
    hint: "Ghi một con số; nếu là phần trên tổng thì ghi dạng 2069/2110.",
  },
  {
    pattern: /^(từ\s*)?[\d.,]+\s*%?\s*([-–—÷~]|đến)\s*[\d.,]+/i,
    code: "number-range",
    message: "Ô này giống một khoảng nhưng không đọc được.",
    hint: "Ghi một con số, hoặc khoảng từ mức thấp đến mức cao, ví dụ 6,6-6,8.",
  },
  {
    pattern: /^([<>≤≥~≈]|dưới|trên|khoảng|hơn|gần|tối thiểu|tối đa|ít nhất|không quá|từ)/i,
    code: "number-bound",
    message: "Ô này ghi một mức chặn (dưới, trên, khoảng…), không phải một con số.",
    hint: "Ghi một con số; ở kế hoạch và kết quả có thể ghi dạng <4, dưới 4, từ 95 trở lên.",
  },
  {
    pattern: /\d\s*(tỷ|tỉ|triệu|tr|nghìn|ngàn|đồng|đ)(?!\p{L})/iu,
    code: "money-in-words",
    message: "Số tiền ghi bằng chữ nhưng không rõ số liệu tính theo tỷ đồng hay triệu đồng.",
    hint: "Ghi một con số theo đơn vị tính của cột ĐVT (ví dụ 25,941 với ĐVT là tỷ đồng).",
  },
  {
    pattern: /^[+−–-]?\s*\d[\d.,\s]*\s*\p{L}/u,
    code: "unit-in-number",
    message: "Ô này có chữ đi kèm con số.",
    hint: "Chỉ ghi con số trong ô; đơn vị tính ghi ở cột ĐVT.",
  },
];

/** Names what stands in a cell where a number belongs; call it only when `readNumber` found none. */
export function describeNumberTrouble(text: string): CellTrouble {
  const start = text.slice(0, 200);
  const trouble = TROUBLES.find(({ pattern }) => pattern.test(start));
  if (trouble !== undefined) return { code: trouble.code, message: trouble.message, hint: trouble.hint };
  return { code: "not-a-number", message: "Không phải là số.", hint: WRITE_ONE_NUMBER };
}

/** A number in the other style than the file's: "1,234.5" among "12,5". */
export function describeWrongStyle(fileStyle: "vietnamese" | "english"): CellTrouble {
  const vietnamese = "kiểu Việt Nam (1.234,5)";
  const english = "kiểu Anh (1,234.5)";
  const [own, other] = fileStyle === "vietnamese" ? [vietnamese, english] : [english, vietnamese];
  return {
    code: "mixed-number-style",
    message: `Số này viết ${other}, trong khi các số khác của tệp viết ${own}.`,
    hint: "Viết lại cho thống nhất một kiểu trong cả tệp.",
  };
}

/** A cell of a workbook whose formula failed ("#N/A") or has no stored result ("=D5/E5"). `address`: "E5". */
export function describeFault(text: string, address: string): CellTrouble {
  if (text.startsWith("=")) {
    return {
      code: "formula-without-value",
      message: `Công thức ở ô ${address} chưa có kết quả lưu trong tệp.`,
      hint: "Mở tệp bằng Excel, bấm Lưu rồi nạp lại.",
    };
  }
  return {
    code: "excel-error",
    message: `Công thức ở ô ${address} bị lỗi (${text}).`,
    hint: "Mở tệp bằng Excel, sửa công thức hoặc ghi thẳng giá trị; nếu chưa có số liệu thì để trống.",
  };
}
