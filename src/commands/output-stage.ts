import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { mkdir, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import { UserError } from "../errors.js";
import { type Context, shownPath } from "./context.js";
import { hiddenName, refuseFiles, writeFiles } from "./output.js";
import { explainWriteError } from "./output-error.js";

/** A folder on the way: written out of sight, put in its place whole. */
export interface Stage {
  /** Absolute path of the folder out of sight. */
  path: string;
  write(name: string, bytes: Uint8Array | string): void;
  /** All files or none come to their place. Throws as `writeFiles` does. */
  place(): Promise<void>;
  drop(): void;
}

/**
 * Starts a folder of these files. What can be told against it is told now (as `writeFiles` does); what a killed run has
 * left on the way is taken away.
 */
export function openStage(context: Context, folder: string, names: readonly string[], force: boolean): Stage {
  if (existsSync(folder) && !statSync(folder).isDirectory()) {
    const message = `${shownPath(context, folder)} là một tệp, không phải thư mục.`;
    throw new UserError(message, "Chọn một thư mục khác bằng -o.");
  }
  refuseFiles(
    context,
    names.map((name) => ({ path: join(folder, name) })),
    force,
  );
  const path = stagePath(folder);
  const stage: Stage = {
    path,
    write: (name, bytes) => explained(context, () => writeFileSync(join(path, name), bytes)),
    place: () => placeStage(context, folder, force),
    drop: () => rmSync(path, { recursive: true, force: true }),
  };
  explained(context, () => {
    stage.drop();
    mkdirSync(path);
  });
  return stage;
}

/** Where a folder is while it is being written: beside the first folder above it that is there. */
export function stagePath(folder: string): string {
  let above = dirname(folder);
  while (!existsSync(above)) above = dirname(above);
  return join(above, hiddenName(folder, "tam"));
}

/** Puts what is still on the way to this folder in its place. */
export async function placeStage(context: Context, folder: string, force: boolean): Promise<void> {
  const path = stagePath(folder);
  if (existsSync(folder)) {
    const files = readdirSync(path).map((name) => ({ path: join(folder, name), bytes: join(path, name) }));
    await writeFiles(context, files, force);
    rmSync(path, { recursive: true, force: true });
    return;
  }
  try {
    await mkdir(dirname(folder), { recursive: true });
    await rename(path, folder);
  } catch (error) {
    throw explainWriteError(error, context);
  }
}

function explained(context: Context, work: () => void): void {
  try {
    work();
  } catch (error) {
    throw explainWriteError(error, context);
  }
}
