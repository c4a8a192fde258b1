import { type Exact, toPlain } from "../../domain/number.js";
import type { ItemScore } from "../../domain/scoring.js";
import type { Db } from "../../store/open.js";
import { rankClusters } from "../rank/clusters.js";
import type { Listing, ListingWishes } from "./listing.js";
import { makePlainListing, type PlainColumn } from "./plain-listing.js";

const COLUMNS: readonly PlainColumn[] = [
  ["cluster", "Cụm/Khối", "text"],
  ["rubric", "Thang điểm", "text"],
  ["version", "Phiên bản", "text"],
  ["rank", "Hạng", "number"],
  ["unit", "Đơn vị", "text"],
  ["total", "Tổng điểm", "number"],
  ["criterion", "Mã tiêu chí", "text"],
  ["name", "Tiêu chí", "text"],
  ["rule", "Cách chấm", "text"],
  ["parameters", "Tham số", "text"],
  ["max", "Điểm tối đa", "number"],
  ["attainmentPercent", "% TH/KH", "number"],
  ["self", "Tự chấm", "number"],
  ["cross", "Chấm chéo", "number"],
  ["verified", "Thẩm định", "number"],
  ["cases", "Số vụ", "number"],
  ["base", "Điểm chấm", "number"],
  ["bonus", "Thưởng", "number"],
  ["deduction", "Trừ", "number"],
  ["score", "Điểm", "number"],
  ["note", "Cách tính", "text"],
];

/** Decimals enough for whatever people typed. */
const AS_TYPED = 6;

/**
 * One row per unit and scored criterion, units in the order of their ranks: the scores of the three rounds, what the
 * criterion came to and how. Throws what `rankClusters` does.
 */
export function describeScoreSheet(db: Db, year: number, { rubric, law: { findAward } }: ListingWishes): Listing {
  const rows = rankClusters(db, year, { rubric, findAward, cluster: null, plan: null }).flatMap(
    ({ cluster, stored, units }) => {
      const points = (value: Exact | null) => (value === null ? null : toPlain(value, stored.decimals));
      return units.flatMap(({ rank, unit, score, items }) =>
        items.map((item) => [
          ...[cluster, stored.name, String(stored.version), rank === null ? null : String(rank), unit, points(score)],
          ...[item.criterion.code, item.criterion.name],
          ...[item.criterion.leaf?.ruleId ?? null, item.criterion.leaf?.parameters ?? null],
          ...[toPlain(item.criterion.max, AS_TYPED), item.attainmentPercent && toPlain(item.attainmentPercent, 2)],
          ...[item.given.self, item.given.cross, item.given.verified, item.given.cases].map(
            (given) => given && toPlain(given, AS_TYPED),
          ),
          ...describePoints(item).map(points),
          [
            item.explanation,
            ...[...item.problems, ...item.warnings].filter((note) => !item.explanation.includes(note)),
          ].join("; "),
        ]),
      );
    },
  );
  return makePlainListing("bang-diem", COLUMNS, rows);
}

/** Base, bonus, deduction and score; nothing where there is no score. */
function describePoints({ base, bonus, deduction, score }: ItemScore): (Exact | null)[] {
  return score === null ? [null, null, null, null] : [base, bonus, deduction, score];
}
