import type { Source } from "./source.js";

/** Thường xuyên, theo đợt, chuyên đề, đặc biệt. */
export type MovementKind = "regular" | "period" | "thematic" | "special";

/** One row of a `phong-trao` sheet: an emulation movement of the year. */
export interface MovementRecord {
  /** Row as Excel shows it. */
  row: number;
  name: string;
  /** null when Loại is blank or says something else (then see kindText). */
  kind: MovementKind | null;
  /** Loại as typed. */
  kindText: string | null;
  /** Cơ quan phát động. */
  launchedBy: string | null;
  /** Văn bản phát động: "Kế hoạch số 15/KH-UBND ngày 20/01/2020". */
  document: string | null;
  /** YYYY-MM-DD. */
  from: string | null;
  /** YYYY-MM-DD; null also while it goes on. */
  to: string | null;
  /** Thời gian as typed, where it is not two whole dates: "2016-2020", "từ tháng 3/2020"; null when from and to say all. */
  period: string | null;
  /** Số đơn vị hưởng ứng; null = not said. */
  unitCount: number | null;
  /** Kết quả as typed, its line breaks kept. */
  result: string | null;
}

/** A movement of a year as it is stored. */
export interface Movement extends Omit<MovementRecord, "row"> {
  id: number;
  source: Source;
}
