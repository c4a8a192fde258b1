import { shortDate } from "../../domain/date.js";
import { listPlanNotes } from "../../domain/plan-level.js";
import { UserError } from "../../errors.js";
import { freezeRanking } from "../../store/frozen-ranking.js";
import { type Db, withDatabase } from "../../store/open.js";
import { wrapSentence } from "../../terminal/wrap.js";
import { type Context, chooseYear, type Outcome } from "../context/context.js";
import { localTime } from "../context/local-time.js";
import { type ClusterRanking, listNotes, type RankingWishes, rankClusters, toRankingJson } from "./clusters.js";
import { compareWithFrozen, type Frozen, isUnchanged, readFrozen, toComparedJson } from "./finalized.js";

/**
 * Freezes the ranking of each cluster as it stands. One that was finalised otherwise before is replaced only when the
 * person agrees (or with `force`); one that has not changed since keeps its date.
 */
export async function finalizeRanking(context: Context, wanted: RankingWishes, force: boolean): Promise<Outcome> {
  const { io } = context;
  const today = localTime(io.now().toISOString()).slice(0, 10);
  const { year, replaced } = await withDatabase(context.database, "read", (db) => {
    const year = chooseYear(context, db);
    return {
      year,
      replaced: listFreezes(db, year, wanted).flatMap(({ frozen, isSame }) => (isSame ? [] : (frozen ?? []))),
    };
  });
  if (replaced.length > 0 && !force) await confirmReplacing(context, replaced);
  const freezes = await withDatabase(context.database, "write", (db) => {
    const freezes = listFreezes(db, year, wanted);
    for (const { ranking, isSame } of freezes) if (!isSame) freezeRanking(db, year, freezeNow(ranking, today));
    return freezes;
  });
  const lines = freezes.map(({ ranking, frozen, isSame }) => {
    const { cluster, stored, units } = ranking;
    const where = cluster ?? "Các đơn vị chưa xếp cụm";
    if (isSame && frozen !== null)
      return `${where}: đã chốt ngày ${shortDate(frozen.finalizedOn)}, đến nay không có gì khác nên giữ nguyên.`;
    const again = frozen === null ? "đã chốt" : `đã chốt lại (lần trước ngày ${shortDate(frozen.finalizedOn)})`;
    return `${where}: ${again} ngày ${shortDate(today)}, ${units.length} đơn vị, thang điểm "${stored.name}", phiên bản ${stored.version}.`;
  });
  return {
    data: {
      year,
      clusters: freezes.map(({ ranking, frozen, isSame }) => {
        const now = isSame && frozen !== null ? frozen : freezeNow(ranking, today);
        return toComparedJson(compareWithFrozen(ranking, now));
      }),
    },
    text: `${[`Xếp hạng năm ${year}`, ...lines].map((line) => wrapSentence("", line, io.columns)).join("\n")}\n`,
    notes: [
      ...listPlanNotes(freezes[0]?.ranking.plan ?? null),
      ...freezes.flatMap(({ ranking }) => listNotes(ranking)),
      "Số liệu sửa về sau không đổi bản chốt; thidua rank sẽ nói chỗ khác.",
    ],
  };
}

interface Freeze {
  ranking: ClusterRanking;
  /** The one finalised before. */
  frozen: Frozen | null;
  isSame: boolean;
}

function listFreezes(db: Db, year: number, wanted: RankingWishes): Freeze[] {
  const known = readFrozen(db, year);
  return rankClusters(db, year, wanted).map((ranking) => {
    const frozen = known.get(ranking.cluster) ?? null;
    return { ranking, frozen, isSame: isUnchanged(compareWithFrozen(ranking, frozen)) };
  });
}

function freezeNow(ranking: ClusterRanking, finalizedOn: string): Frozen {
  const { cluster, stored } = ranking;
  return { cluster, decimals: stored.decimals, finalizedOn, content: toRankingJson(ranking) };
}

async function confirmReplacing({ io, yes }: Context, replaced: readonly Frozen[]): Promise<void> {
  if (yes) return;
  const names = replaced.map(
    ({ cluster, finalizedOn }) => `${cluster ?? "các đơn vị chưa xếp cụm"} (ngày ${shortDate(finalizedOn)})`,
  );
  const done = `Đã chốt xếp hạng: ${names.join("; ")}`;
  if (!io.interactive)
    throw new UserError(
      `${done}.`,
      "Xem chỗ khác bằng thidua rank; muốn chốt lại thì thêm --force. Bản chốt cũ vẫn được lưu.",
    );
  if (await io.ask.confirm({ message: `${done}. Chốt lại theo số liệu hiện nay?`, default: false })) return;
  throw new UserError("Đã dừng, giữ nguyên bản chốt.", "Thêm --force để chốt lại không hỏi.");
}
