import type { Problem } from "../../domain/problem.js";
import type { Outcome } from "../context/context.js";

/** Something a final report may not lack. */
export interface Lack {
  /** "địa danh" */
  what: string;
  /** Vietnamese sentence: the command, sheet or option that fills it. */
  remedy: string;
}

/** What number, date, position and name a final report still lacks. */
export function listUnsigned(
  head: { number: string | null; date: string | null },
  { signature, signatory }: { signature: readonly string[] | null; signatory: string | null },
): Lack[] {
  const positions = (signature ?? []).flatMap((line) => /\[Chưa có: ([^\]]*)\]/.exec(line)?.[1] ?? []);
  return [
    ...positions.map((what) => ({ what, remedy: 'Đặt bằng: thidua config signatory.position "…"' })),
    ...(head.number === null ? [{ what: "số của báo cáo", remedy: "Ghi bằng --number SỐ." }] : []),
    ...(head.date === null ? [{ what: "ngày ban hành", remedy: "Ghi bằng --date NGÀY." }] : []),
    ...(signatory === null || signatory === ""
      ? [
          {
            what: "họ và tên người ký",
            remedy: 'Đặt bằng: thidua config signatory.name "…" của chính đơn vị ký báo cáo.',
          },
        ]
      : []),
  ];
}

/** What a command answers when a report asked for as final lacks something: all of it, and nothing is written. */
export function refuseFinal(lacks: readonly { file: string; lack: Lack }[], warnings: string[]): Outcome {
  const problems = lacks.map(({ file, lack }): Problem => {
    const message = `chưa có ${lack.what}.`;
    return { ...NO_PLACE, file, code: "not-final", severity: "error", message, hint: lack.remedy };
  });
  return {
    data: { documents: [], warnings },
    text: "",
    problems,
    notes: warnings,
    failure: {
      message: `Báo cáo còn thiếu ${problems.length} chỗ nên chưa thể là bản chính thức; chưa soạn văn bản nào.`,
      hint: "Bổ sung các chỗ trên rồi chạy lại, hoặc soạn dự thảo bằng --draft.",
    },
  };
}

const NO_PLACE = { sheet: null, row: null, column: null, value: null };
