import type { Award, Subject } from "../award.js";
import type { Check, Found } from "../checks/check.js";
import { lawOn, type Source, sourceOn } from "../law/source.js";
import { cleanText, foldKey, nameKey } from "../name.js";
import { foundOn, kindOf, lawDay } from "./nominee.js";

const WORDS: Readonly<Record<Subject, string>> = {
  individual: "cá nhân",
  collective: "tập thể",
  household: "hộ gia đình",
};

export const subjectMixUp: Check = {
  code: "subject-mix-up",
  severity: "medium",
  title: "Tên không hợp với Đối tượng",
  hint: "Sửa cột Đối tượng hoặc tên, rồi nạp lại: tiền thưởng và mẫu quyết định của cá nhân, tập thể khác nhau.",
  limit: null,
  find: (year) =>
    year.awards.flatMap((award): Found[] => {
      const told = year.subjectOfName(award.name, award.salutation) ?? (isPersonName(award) ? "individual" : null);
      // A household goes by the name of its head.
      if (told === null || told === award.subject || award.subject === "household") return [];
      const message = `ghi là ${WORDS[award.subject]}, nhưng tên giống tên ${WORDS[told]}.`;
      return [foundOn(award, year, message, "name")];
    }),
};

const TITLES: Source = { text: "Luật TĐKT 2022 Điều 9, 19–31", mark: "V2" };

export const titleForFormMixUp: Check = {
  code: "title-form-mix-up",
  severity: "low",
  title: "Nhầm danh hiệu thi đua với hình thức khen thưởng",
  hint: "Bằng khen, giấy khen, huân chương là hình thức khen thưởng (tặng); Lao động tiên tiến, Chiến sĩ thi đua, Cờ thi đua là danh hiệu thi đua. Sửa lời ghi cho đúng.",
  limit: null,
  find: (year) =>
    year.awards.flatMap((award): Found[] => {
      const named = kindOf(award, year);
      if (named === null) return [];
      const called = calledAs(award);
      if (called === null || called === named.kind.category) return [];
      const is = named.kind.category === "title" ? "danh hiệu thi đua" : "hình thức khen thưởng";
      const message = `ghi “${called === "title" ? "danh hiệu" : "hình thức"}”, nhưng ${named.name} là ${is}.`;
      return [foundOn(award, year, message, "award", lawOn(TITLES, lawDay(award, year)))];
    }),
};

const TITLE_OF_FORM = /\bdanh hieu (thi dua )?["'“”‘’«]?\s*(bang khen|giay khen|huan chuong|ky niem chuong)/;

/** What the row calls its award, when it says one of the two and not both. */
function calledAs({ award, achievement }: Award): "title" | "commendationForm" | null {
  const text = foldKey(award);
  const [isTitle, isForm] = [/\bdanh hieu\b/.test(text), /\bhinh thuc\b/.test(text)];
  if (isTitle !== isForm) return isTitle ? "title" : "commendationForm";
  return TITLE_OF_FORM.test(foldKey(achievement ?? "")) ? "title" : null;
}

export const underDiscipline: Check = {
  code: "under-discipline",
  severity: "high",
  title: "Có ghi kỷ luật, thanh tra, điều tra, khiếu nại",
  hint: "Chưa xét khen thưởng khi đang xem xét kỷ luật, điều tra, thanh tra, kiểm tra, khiếu nại; đã chấp hành xong thì thành tích tính từ lúc đó. Hỏi lại đơn vị rồi mới trình; ghi nhầm thì sửa danh sách.",
  limit: "ô Kỷ luật có ghi gì khác “không”; hoặc cột Thành tích, Chức vụ, Loại khen nhắc đến",
  find: (year) =>
    year.awards.flatMap((award): Found[] => {
      const law = freezeOn(lawDay(award, year));
      const { discipline } = award;
      if (discipline !== null && !NO_DISCIPLINE.test(nameKey(discipline)))
        return [foundOn(award, year, `cột Kỷ luật ghi “${cleanText(discipline)}”.`, "discipline", law)];
      const field = SAID_IN.find((one) => FROZEN.test(nameKey(award[one] ?? "")));
      if (field === undefined) return [];
      return [foundOn(award, year, `ghi “${cleanText(award[field] ?? "")}”.`, field, law)];
    }),
};

const SAID_IN = ["achievement", "position", "occasion"] as const;

const NO_DISCIPLINE = /^(không|ko|k|chưa|0|-|–|—|false)?( có| bị)?( bị)?( kỷ luật| vi phạm)?[.]?$/u;

/** The freeze of NĐ 152/2025; of the decrees before it the article was not read. */
function freezeOn(day: string): Source {
  if (day >= "2025-07-01") return sourceOn({ text: "NĐ 152/2025/NĐ-CP Điều 4", mark: "V" }, day);
  return { text: day < "2024-01-01" ? "NĐ 91/2017/NĐ-CP" : "NĐ 98/2023/NĐ-CP", mark: "R" };
}

/** "Giữ nghiêm kỷ luật, kỷ cương" is praise. */
const FROZEN =
  /(bị|đang|thi hành|xử lý|xem xét) (xem xét )?(thi hành |xử lý )?kỷ luật|khiển trách|(bị|mức) cảnh cáo|đang (bị )?(thanh tra|kiểm tra|điều tra)|(đang|bị) (có )?(đơn )?(khiếu nại|tố cáo)/u;

/** Family names that begin no name of a collective. */
const FAMILIES = new Set(
  "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đoàn trịnh lương mai đào lâm tô hà cao triệu ma nông".split(
    " ",
  ),
);

/** Two to five words, each capitalised, the first a family name; a known unit ("Dương Minh Châu") is none. */
function isPersonName({ name, unitId, subject }: Award): boolean {
  const words = cleanText(name).split(" ");
  if (subject !== "collective" || unitId !== null || words.length < 3 || words.length > 5) return false;
  return FAMILIES.has(nameKey(words[0] ?? "")) && words.every((word) => /^\p{Lu}[\p{Ll}\p{M}]*$/u.test(word));
}
