import { shortDate } from "../../domain/date.js";
import { decisionNumberText } from "../../domain/decision-number.js";
import { UserError } from "../../errors.js";
import { dropDecisions, recordDecisions } from "../../store/decision.js";
import { type Db, withDatabase } from "../../store/open.js";
import type { Context } from "../context/context.js";
import type { Decision } from "./plan-decisions.js";

/** What --record does on the way: `make` before the files come to their place, `takeBack` when they cannot. */
export interface DecisionRecord {
  /** `sha256` is what the entry is known by. */
  make(sha256: string): Promise<number>;
  takeBack(id: number): Promise<void>;
}

/** `refuse` throws where the numbers are taken by the time they are recorded. */
export function prepareRecord(
  context: Context,
  decisions: readonly Decision[],
  { year, date, refuse }: { year: number; date: string; refuse: (db: Db) => void },
): DecisionRecord {
  const numbers = decisions.map(({ input: { head } }) => {
    if (head.number === null) throw new Error("a decision to be recorded has no number");
    return decisionNumberText(head.number, head.symbol);
  });
  const given = decisions.flatMap(({ awardIds }, index) =>
    awardIds.map((awardId) => ({ awardId, number: numbers[index] ?? "", date })),
  );
  return {
    make: (sha256) =>
      withDatabase(context.database, "write", (db) => {
        refuse(db);
        const importedAt = context.io.now().toISOString();
        const sheet = `${describeNumbers(numbers)} ngày ${shortDate(date)}`;
        const id = recordDecisions(db, given, { sha256, sheet, year, importedAt });
        if (id !== null) return id;
        throw new UserError(
          "Danh sách khen thưởng đã đổi trong lúc soạn, nên không ghi số và không ghi văn bản nào.",
          "Chạy lại lệnh này.",
        );
      }),
    async takeBack(id) {
      try {
        await withDatabase(context.database, "write", (db) => dropDecisions(db, id, context.io.now()));
      } catch (cause) {
        throw new UserError(
          `Không ghi được văn bản, mà số quyết định đã ghi vào danh sách (lần ${id}).`,
          `Bỏ các số ấy bằng: thidua undo ${id}.`,
          { cause },
        );
      }
    },
  };
}

/** "07/QĐ-UBND đến 12/QĐ-UBND". */
function describeNumbers(numbers: readonly string[]): string {
  const [first = "", last] = [numbers[0], numbers.at(-1)];
  return last === undefined || last === first ? first : `${first} đến ${last}`;
}
