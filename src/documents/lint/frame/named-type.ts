/** What a kind of document outside the models of the decree rightly has not. */
export interface FreeFrame {
  /** Ids of the rules that are not asked of it. */
  lacks: readonly string[];
  /** Why, as a sentence for the reader. */
  reason: string;
}

/** A named type of document (Điều 7; Phụ lục III, Phần I), or a kind outside the decree's models. */
export interface NamedType {
  name: string;
  key: string;
  /** What its symbol begins with; null: it has no number. */
  abbreviation: string | null;
  /** null: it has the frame of the decree. */
  free: FreeFrame | null;
}

const TYPES: readonly [name: string, abbreviation: string][] = [
  ["Nghị quyết", "NQ"],
  ["Quyết định", "QĐ"],
  ["Chỉ thị", "CT"],
  ["Quy chế", "QC"],
  ["Quy định", "QyĐ"],
  ["Thông cáo", "TC"],
  ["Thông báo", "TB"],
  ["Hướng dẫn", "HD"],
  ["Chương trình", "CTr"],
  ["Kế hoạch", "KH"],
  ["Phương án", "PA"],
  ["Đề án", "ĐA"],
  ["Dự án", "DA"],
  ["Báo cáo", "BC"],
  ["Biên bản", "BB"],
  ["Tờ trình", "TTr"],
  ["Hợp đồng", "HĐ"],
  ["Công điện", "CĐ"],
  ["Bản ghi nhớ", "BGN"],
  ["Bản thỏa thuận", "BTT"],
  ["Giấy ủy quyền", "GUQ"],
  ["Giấy mời", "GM"],
  ["Giấy giới thiệu", "GGT"],
  ["Giấy nghỉ phép", "GNP"],
  ["Phiếu gửi", "PG"],
  ["Phiếu chuyển", "PC"],
  ["Phiếu báo", "PB"],
];

export function namedType(name: string, abbreviation: string | null, free: FreeFrame | null = null): NamedType {
  return { name, key: name.toLocaleLowerCase("vi"), abbreviation, free };
}

/** THE LIST of named types. */
export const NAMED_TYPES: readonly NamedType[] = TYPES.map(([name, abbreviation]) => namedType(name, abbreviation));

/** The type a title names; more words may follow it on its line. `key` as `nameKey` gives it. */
export function findNamedType(key: string): NamedType | null {
  return NAMED_TYPES.find((type) => key === type.key || key.startsWith(`${type.key} `)) ?? null;
}
