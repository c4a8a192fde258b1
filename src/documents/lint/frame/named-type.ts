/** A named type of document (Điều 7; Phụ lục III, Phần I): its name, its key and the abbreviation its symbol begins with. */
export interface NamedType {
  name: string;
  key: string;
  abbreviation: string;
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

/** THE LIST of named types. */
export const NAMED_TYPES: readonly NamedType[] = TYPES.map(([name, abbreviation]) => ({
  name,
  key: name.toLocaleLowerCase("vi"),
  abbreviation,
}));

/** The type a title names; more words may follow it on its line. `key` as `nameKey` gives it. */
export function findNamedType(key: string): NamedType | null {
  return NAMED_TYPES.find((type) => key === type.key || key.startsWith(`${type.key} `)) ?? null;
}
