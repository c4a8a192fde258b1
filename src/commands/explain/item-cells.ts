import { formatMeasurement } from "../../domain/measurement.js";
import { nameKey } from "../../domain/name.js";
import { formatNumber } from "../../domain/number.js";
import type { ProgressRow } from "../../domain/progress.js";
import { NOT_ASSIGNED } from "../../domain/rubric.js";
import type { ItemScore } from "../../domain/scoring.js";
import type { StoredPart, StoredScore } from "../../store/score.js";
import type { ClusterRanking } from "../rank/clusters.js";
import { type CellPlace, findCells } from "./cell-place.js";
import { explainRow, type FigureTrail } from "./row.js";

/** What leads from one unit's points to the cells they rest on. */
export interface Trail extends FigureTrail {
  /** Of the unit. */
  progress: readonly ProgressRow[];
  /** Given to the unit. */
  scores: readonly StoredScore[];
  ranking: ClusterRanking | null;
}

/** The figures a leaf was scored by, what people gave for it, and its row of the rubric. */
export function findItemCells({ criterion }: ItemScore, trail: Trail): CellPlace[] {
  const rubricImport = trail.imports.get(trail.ranking?.stored.importId ?? 0);
  const named = [criterion.leaf?.indicator ?? "", ...(criterion.leaf?.rule.indicators ?? [])].map(nameKey);
  const rows = trail.progress.filter(({ indicator }) => named.includes(nameKey(indicator.name)));
  const score = trail.scores.find(({ codeKey }) => codeKey === nameKey(criterion.code));
  return [
    ...rows.flatMap((row) => explainRow(row, trail).cells),
    ...(score?.parts ?? []).flatMap((part) => findCells(trail.imports.get(part.importId), part.row, givenFields(part))),
    ...findCells(rubricImport, criterion.row, [
      ["max", formatNumber(criterion.max)],
      ["parameters", criterion.leaf?.parameters ?? ""],
    ]),
  ];
}

const GIVEN_FIELDS = { self: "selfScore", cross: "crossScore", verified: "verifiedScore", cases: "cases", note: "" };

function givenFields({ part, value, reason, evidence }: StoredPart): [string, string][] {
  return [
    [GIVEN_FIELDS[part], value === NOT_ASSIGNED ? "Không giao" : formatMeasurement(value)],
    ["reason", reason ?? ""],
    ["evidence", evidence ?? ""],
  ];
}
