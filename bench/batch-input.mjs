// The recipients of the benchmark, invented; as a sheet to import, and as the decisions the program makes of it.
import { seededRandom } from "./measure.mjs";

const LAST = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi"];
const MIDDLE = ["Văn", "Thị", "Đức", "Ngọc", "Minh", "Thu"];
const FIRST = ["An", "Bình", "Cam", "Dũng", "Hạnh", "Khánh", "Lan", "Mận", "Oanh", "Phúc", "Quý", "Sơn"];
const PLACES = ["Xã Nà Phiềng", "Trường Tiểu học Hoa Sen", "Phòng Tài chính - Kế hoạch", "Trạm Y tế xã Bản Luông"];
const POSITIONS = ["Giáo viên", "Chuyên viên", "Y sĩ", "Kế toán", "Văn thư", "Hiệu trưởng"];

/** Every fifth is a collective. */
export function listRecipients(count) {
  const random = seededRandom(2020);
  const pick = (list) => list[Math.floor(random() * list.length)];
  return Array.from({ length: count }, (_none, index) => {
    const year = `năm 2020, đợt ${1 + Math.floor(random() * 90)}`;
    const achievement = `Đã có thành tích xuất sắc trong phong trào thi đua xây dựng nông thôn mới ${year}`;
    if (index % 5 === 0) {
      const name = `Cán bộ và Nhân dân tổ dân phố số ${index + 1}`;
      return { salutation: null, name, subject: "collective", position: null, workplace: pick(PLACES), achievement };
    }
    const middle = pick(MIDDLE);
    return {
      salutation: middle === "Thị" || middle === "Thu" ? "Bà" : "Ông",
      name: `${pick(LAST)} ${middle} ${pick(FIRST)} ${index + 1}`,
      subject: "individual",
      position: pick(POSITIONS),
      workplace: pick(PLACES),
      achievement,
    };
  });
}

export function writeSheet(recipients) {
  const subjects = { collective: "Tập thể", individual: "Cá nhân" };
  const lines = recipients.map(({ salutation, name, subject, position, workplace, achievement }) =>
    [salutation ?? "", name, subjects[subject], position ?? "", workplace, "Giấy khen", achievement].join(";"),
  );
  return `Danh xưng;Họ và tên/Tên tập thể;Đối tượng;Chức vụ;Đơn vị;Danh hiệu/Hình thức;Thành tích\r\n${lines.join("\r\n")}\r\n`;
}

const ISSUER = "Chủ tịch Ủy ban nhân dân huyện Bình Minh";

/** A decision for these, as `decide` composes it. */
export function composeDecision(recipients, number, asList) {
  return {
    head: {
      parent: "Ủy ban nhân dân tỉnh An Bình",
      issuer: "Ủy ban nhân dân\nhuyện Bình Minh",
      number: String(number),
      symbol: "QĐ-UBND",
      place: "Bình Minh",
      date: "2021-04-16",
      draftYear: null,
    },
    foot: { distribution: ["Như Điều 3", "Lưu: VT"], signature: ["Chủ tịch"], signatory: "Nguyễn Văn An" },
    authority: ISSUER,
    legalBasis: [
      "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015",
      "Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003",
      "Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ",
      "Theo đề nghị của Trưởng phòng Nội vụ huyện",
    ],
    award: { verb: "Tặng", name: `Giấy khen của ${ISSUER}` },
    reason: "đã có thành tích xuất sắc trong phong trào thi đua yêu nước năm 2020",
    bonusFund: "Quỹ thi đua, khen thưởng huyện",
    enforcers: ["Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện", "Trưởng phòng Nội vụ"],
    recipients,
    year: 2020,
    asList,
  };
}
