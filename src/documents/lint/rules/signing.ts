import { nameKey } from "../../../domain/name.js";
import { type Found, type LintRule, layoutRule, placeOf } from "../rule.js";

const PART = "Quyền hạn, chức vụ";
const MODE = /^(TM|KT|TL|TUQ|Q)\. \S/u;
/** Abbreviations written in another way: "T/M", "KT ", "TM.ỦY BAN". */
const MISWRITTEN = /^(T\/M|K\/T|T\/L|T\.M\.?|K\.T\.?|T\.L\.?|TM|KT|TL|TUQ|T\.UQ\.?|Q)(?=[\s./:ỦĐHBCGTPV])/u;

export const signingAbbreviation: LintRule = {
  id: "quyen-han-viet-tat",
  what: "Chữ viết tắt quyền hạn: “TM.”, “Q.”, “KT.”, “TL.”, “TUQ.”, có dấu chấm và cách chữ",
  source: layoutRule("II.7b"),
  severity: "error",
  example: { wrong: "T/M UBND; KT CHỦ TỊCH", right: "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH" },
  find: ({ frame }) =>
    frame.signature.flatMap((piece) => {
      if (MODE.test(piece.text)) return [];
      const written = MISWRITTEN.exec(piece.text)?.[0];
      return written === undefined
        ? []
        : [{ place: placeOf(PART, piece), found: `“${piece.text}”`, wanted: `“${written.replace(/[^A-Z]/g, "")}. …”` }];
    }),
};

export const signingOrder: LintRule = {
  id: "quyen-han-ghep",
  what: "Cấp phó ký ghi “KT.” và chức vụ của mình ở dòng dưới; TL., TUQ. ghi chức vụ người ký",
  source: "NĐ 30/2020, Điều 13; Phụ lục I, Phần I, Mục II.7b",
  severity: "error",
  example: { wrong: "PHÓ CHỦ TỊCH (không có KT.)", right: "KT. CHỦ TỊCH, dòng dưới: PHÓ CHỦ TỊCH" },
  find({ frame }) {
    const lines = frame.signature;
    const texts = lines.map(({ text }) => text);
    const found: Found[] = [];
    const tell = (index: number, what: string, wanted: string) => {
      const piece = lines[index];
      if (piece !== undefined) found.push({ place: placeOf(PART, piece), found: what, wanted });
    };
    texts.forEach((text, index) => {
      const next = texts[index + 1] ?? "";
      const mode = /^(TM|KT|TL|TUQ|Q)\b/u.exec(text)?.[1];
      if (mode === "KT" && !DEPUTY.test(next))
        tell(index, `“${text}” rồi “${next}”`, "dòng dưới KT. là chức vụ của cấp phó");
      if (mode === "TM" && next === "") tell(index, `chỉ có “${text}”`, "dòng dưới TM. là chức vụ người ký");
      if ((mode === "TL" || mode === "TUQ") && next === "")
        tell(index, `chỉ có “${text}”`, `dòng dưới ${mode}. là chức vụ người ký`);
      // A deputy of an advisory body signs with that title as well.
      const isDeputy = DEPUTY.test(text) && !/HỘI ĐỒNG|BAN CHỈ ĐẠO|CỤM|KHỐI/u.test(texts.join(" "));
      const signsFor = texts.slice(0, index).some((above) => /^(KT|TL|TUQ)\b/u.test(above));
      if (isDeputy && !signsFor)
        tell(index, `“${text}” không có KT.`, `“KT. ${text.replace(/^PHÓ\s+/u, "")}” ở dòng trên`);
    });
    return found;
  },
};

const DEPUTY = /^(Q\. )?(PHÓ|THỨ TRƯỞNG|CỤM PHÓ|KHỐI PHÓ|TỔ PHÓ)(\s|$)/u;

export const signingAuthority: LintRule = {
  id: "quyen-han-tham-quyen",
  what: "Quyết định của người đứng đầu ký không có “TM.”; của tập thể thì có",
  source: "NĐ 30/2020, Điều 13; Phụ lục III, Phần II, Mẫu 1.2",
  severity: "warning",
  example: {
    wrong: "thẩm quyền CHỦ TỊCH ỦY BAN NHÂN DÂN, ký TM. ỦY BAN NHÂN DÂN",
    right: "thẩm quyền CHỦ TỊCH ỦY BAN NHÂN DÂN, ký CHỦ TỊCH",
  },
  find({ frame }) {
    const { authority, signature } = frame;
    const [first] = signature;
    if (authority === null || first === undefined) return [];
    const signsForAll = signature.some(({ text }) => /^TM\b/u.test(text));
    const isHead = HEAD.test(authority.key);
    if (isHead && signsForAll)
      return [
        {
          place: placeOf(PART, first),
          found: `“${first.text}”`,
          wanted: `không có TM., vì thẩm quyền là “${authority.text}”`,
        },
      ];
    const isCommittee = /^ủy ban nhân dân /.test(nameKey(authority.text));
    const other = signature.some(({ text }) => /^(TL|TUQ)\b/u.test(text));
    return isCommittee && !signsForAll && !other
      ? [{ place: placeOf(PART, first), found: `“${first.text}”`, wanted: "“TM. ỦY BAN NHÂN DÂN” ở dòng trên" }]
      : [];
  },
};

const HEAD = /^(chủ tịch|giám đốc|tổng giám đốc|trưởng|bộ trưởng|hiệu trưởng|chánh|cục trưởng|chi cục trưởng) /;
