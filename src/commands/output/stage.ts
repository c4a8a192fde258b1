import { createHash } from "node:crypto";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from "node:fs";
import { mkdir, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import { UserError } from "../../errors.js";
import { holdLock } from "../../store/lock.js";
import { type Context, shownPath } from "../context/context.js";
import { explainWriteError } from "./error.js";
import { type Journal, noteFinished, readJournal, startJournal } from "./journal.js";
import { hiddenName, refuseFiles, writeFiles } from "./output.js";

/** The place of a folder, or of a file, that is written out of sight first. No other run has it at the same time. */
export interface HeldPlace {
  /** Absolute: the folder or file. */
  path: string;
  /** What a run that was killed has left on its way there; null: nothing. */
  left: Journal | null;
  release(): void;
}

/** Throws UserError when another run is writing there. */
export async function holdPlace(context: Context, path: string): Promise<HeldPlace> {
  const beside = besidePlace(path);
  const lock = await holdLock(beside.lock).catch((cause) => {
    // SQLite does not say what is wrong with the place; the file system does.
    explained(context, () => closeSync(openSync(beside.lock, "a")));
    throw cause;
  });
  if (lock === null) {
    throw new UserError(
      `Một lệnh thidua khác đang soạn vào ${shownPath(context, path)}.`,
      "Đợi lệnh ấy xong, hoặc ghi vào nơi khác bằng -o.",
    );
  }
  return {
    path,
    left: readJournal(beside.journal),
    release() {
      lock.release();
      rmSync(beside.lock, { force: true });
    },
  };
}

/** Files on their way: written out of sight, put in their place whole. */
export interface Stage {
  /** What the entry of their numbers in the list is known by, in this run and in those that go on from it. */
  entry: string;
  /** SHA-256 of a file that an earlier run has finished; null: it is still to be written. */
  finished(name: string): string | null;
  /** Returns the SHA-256. */
  write(name: string, bytes: Uint8Array | string | ((write: (chunk: Uint8Array) => void) => void)): string;
  read(name: string): Uint8Array;
  /** All files or none come to their place. Throws as `writeFiles` does. */
  place(): Promise<void>;
  drop(): void;
}

export interface StagePlan {
  /** Tells one plan from another: whatever its files depend on, as SHA-256. */
  digest: string;
  /** Where the files come to. */
  folder: string;
  /** Names of those that come there; others are only worked with on the way. */
  files: readonly string[];
  force: boolean;
}

/**
 * Starts these files, or goes on with them where a run of the same plan was killed; what one of another plan has left is taken
 * away. What can be told against the files is told now (as `writeFiles` does).
 */
export function openStage(context: Context, place: HeldPlace, plan: StagePlan): Stage {
  const { folder, files, force } = plan;
  if (existsSync(folder) && !statSync(folder).isDirectory()) {
    const message = `${shownPath(context, folder)} là một tệp, không phải thư mục.`;
    throw new UserError(message, "Chọn một thư mục khác bằng -o.");
  }
  const { stage: path, journal: journalPath } = besidePlace(place.path);
  const left = place.left?.plan === plan.digest ? place.left : null;
  const known = left?.finished ?? new Map<string, string>();
  const isThere = (file: string, name: string) => existsSync(file) && hash(readFileSync(file)) === known.get(name);
  const placed = new Set(files.filter((name) => known.has(name) && isThere(join(folder, name), name)));
  const open = files.filter((name) => !placed.has(name));
  refuseFiles(
    context,
    open.map((name) => ({ path: join(folder, name) })),
    force,
  );
  const ready = new Set([...known.keys()].filter((name) => placed.has(name) || isThere(join(path, name), name)));
  const drop = () => {
    rmSync(path, { recursive: true, force: true });
    rmSync(journalPath, { force: true });
  };
  if (left === null) drop();
  const journal = explained(context, () => {
    mkdirSync(path, { recursive: true });
    return left ?? startJournal(journalPath, plan.digest, context.io.now());
  });
  return {
    entry: journal.entry,
    finished: (name) => (ready.has(name) ? (known.get(name) ?? null) : null),
    write(name, bytes) {
      const sha256 = explained(context, () => writeHashed(join(path, name), bytes));
      noteFinished(journalPath, name, sha256);
      return sha256;
    },
    read: (name) => readFileSync(join(path, name)),
    async place() {
      const isWhole = place.path === folder && !existsSync(folder);
      await (isWhole ? moveFolder(context, path, folder) : moveFiles(context, path, { folder, files: open, force }));
      // Where a run was killed while it replaced files it may have left what they were.
      for (const name of placed) rmSync(join(folder, hiddenName(join(folder, name), "cu")), { force: true });
      drop();
    },
    drop,
  };
}

/** The names beside a place: in the first folder above it that is there, or where a killed run has left its journal. */
export function besidePlace(path: string): { stage: string; journal: string; lock: string } {
  const journal = hiddenName(path, "nhat-ky");
  let above = dirname(path);
  while (!existsSync(above)) above = dirname(above);
  for (let at = above; dirname(at) !== at; at = dirname(at)) {
    if (existsSync(join(at, journal))) above = at;
  }
  const [stage, lock] = [hiddenName(path, "tam"), hiddenName(path, "khoa")];
  return { stage: join(above, stage), journal: join(above, journal), lock: join(above, lock) };
}

async function moveFolder(context: Context, from: string, to: string): Promise<void> {
  try {
    await mkdir(dirname(to), { recursive: true });
    await rename(from, to);
  } catch (error) {
    throw explainWriteError(error, context);
  }
}

async function moveFiles(
  context: Context,
  from: string,
  { folder, files, force }: Pick<StagePlan, "folder" | "files" | "force">,
): Promise<void> {
  const moved = files.map((name) => ({ path: join(folder, name), bytes: join(from, name) }));
  await writeFiles(context, moved, force);
}

function writeHashed(path: string, bytes: Parameters<Stage["write"]>[1]): string {
  const digest = createHash("sha256");
  const file = openSync(path, "w");
  try {
    const write = (chunk: Uint8Array) => {
      digest.update(chunk);
      for (let at = 0; at < chunk.length; ) at += writeSync(file, chunk, at);
    };
    if (typeof bytes === "function") bytes(write);
    else write(typeof bytes === "string" ? Buffer.from(bytes, "utf8") : bytes);
  } finally {
    closeSync(file);
  }
  return digest.digest("hex");
}

function hash(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function explained<T>(context: Context, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw explainWriteError(error, context);
  }
}
