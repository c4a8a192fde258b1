import type { UnitOfYear } from "../../domain/unit.js";
import { type ClusterWords, clusterWords, unitInProse } from "../prose/words.js";

/** What a report is about. */
export type ReportScope =
  /** Cụm, khối; null: the units of a year that knows no clusters. */
  | { kind: "cluster"; name: string | null }
  /** One unit's own report. */
  | { kind: "unit"; unit: UnitOfYear; cluster: string | null }
  /** All clusters of the area an office is over: "huyện Bình Minh"; null: an office without one. */
  | { kind: "all"; area: string | null };

/** How those reported on are spoken of. */
export function scopeWords(scope: ReportScope): ClusterWords {
  switch (scope.kind) {
    case "cluster":
      return clusterWords(scope.name);
    case "unit": {
      const name = unitInProse(scope.unit);
      return { members: name, inside: name, short: null, full: name };
    }
    case "all": {
      const inside = scope.area === null ? "" : `trên địa bàn ${scope.area}`;
      return { members: "các đơn vị", inside, short: typeOfArea(scope.area), full: null };
    }
  }
}

/** "huyện Bình Minh" → "huyện". */
function typeOfArea(area: string | null): string | null {
  return /^(tỉnh|thành phố|thị xã|thị trấn|đặc khu|huyện|quận|xã|phường)(?= )/iu.exec(area ?? "")?.[0] ?? null;
}

/** How the heading of a cluster's activities names whose they are: "Cụm", "các cụm, khối thi đua". */
export function nameClusters(scope: ReportScope): string {
  if (scope.kind === "all") return "các cụm, khối thi đua";
  const name = scope.kind === "cluster" ? scope.name : scope.cluster;
  return clusterWords(name).short ?? "cụm, khối thi đua";
}
