import { UserError } from "../../errors.js";
import { createProgress } from "../../terminal/progress-bar.js";
import type { Context } from "../context/context.js";
import type { Stage } from "../output/stage.js";
import type { Destination } from "./destination.js";
import { formatManifest, type WrittenDecision } from "./manifest.js";

/**
 * Brings documents that are written into the form of the destination, with the list of them; returns what is written then.
 * Throws UserError when they cannot be merged.
 */
export async function packDecisions(
  context: Context,
  stage: Stage,
  { form, product, manifest }: Destination,
  written: readonly WrittenDecision[],
): Promise<readonly WrittenDecision[]> {
  if (product === null) {
    if (manifest !== null) stage.write(manifest, formatManifest(written));
    return written;
  }
  if (form === "zip") {
    if (stage.finished(product) === null) await packZip(stage, product, manifest, written);
    return written;
  }
  const sha256 = stage.finished(product) ?? (await packMerged(context, stage, product, written));
  const placed = written.map((one, index) => ({ ...one, file: product, sha256, order: index + 1 }));
  if (manifest !== null) stage.write(manifest, formatManifest(placed));
  return placed;
}

async function packZip(
  stage: Stage,
  product: string,
  manifest: string | null,
  written: readonly WrittenDecision[],
): Promise<void> {
  const { deflateEntry, startZip, storeEntry } = await import("../../documents/batch/zip.js");
  stage.write(product, (write) => {
    const zip = startZip(write);
    for (const { file } of written) zip.add(storeEntry(file, stage.read(file)));
    if (manifest !== null) zip.add(deflateEntry(manifest, Buffer.from(formatManifest(written), "utf8")));
    zip.end();
  });
}

async function packMerged(
  context: Context,
  stage: Stage,
  product: string,
  written: readonly WrittenDecision[],
): Promise<string> {
  const { startMerge } = await import("../../documents/merge/documents.js");
  const { MergeRefusal } = await import("../../documents/merge/refusal.js");
  const merge = startMerge();
  const progress = createProgress(context.io, "Đang ghép", written.length);
  try {
    for (const { file } of written) {
      merge.add(stage.read(file));
      progress.tick();
    }
    return stage.write(product, merge.end());
  } catch (cause) {
    if (!(cause instanceof MergeRefusal)) throw cause;
    throw new UserError(
      `Không ghép được các văn bản thành một tệp: ${cause.message}.`,
      "Bỏ --merge để ghi từng tệp vào một thư mục, hoặc dùng --zip.",
      { cause },
    );
  } finally {
    progress.end();
  }
}
