import { basename, dirname, extname } from "node:path";
import { MOST_ENTRIES } from "../../documents/batch/zip.js";
import { formatWhole } from "../../domain/number.js";
import { UserError } from "../../errors.js";
import { absolutePath, type Context } from "../context/context.js";
import { MANIFEST } from "./manifest.js";

/** How the decisions come out: each a file, all in one .zip, or behind each other in one .docx. */
export type DecisionForm = "folder" | "zip" | "merge";

/** Where decisions go. */
export interface Destination {
  form: DecisionForm;
  /** Absolute: the folder, or the one file. */
  path: string;
  /** Absolute: where the files come to. */
  folder: string;
  /** Name of the one file; null: a folder. */
  product: string | null;
  /** Name of the list of what the batch holds, in the folder or the .zip, or beside the one document; null: none. */
  manifest: string | null;
}

const ENDINGS = { folder: "", zip: ".zip", merge: ".docx" } as const;

/** `typed` is -o; null stands for `usual`, a name without ending. A missing ending is added. */
export function chooseDestination(
  context: Context,
  typed: string | null,
  { form, usual, perRecipient }: { form: DecisionForm; usual: string; perRecipient: boolean },
): Destination {
  const ending = ENDINGS[form];
  const given = absolutePath(context, typed ?? usual);
  if (form === "folder") {
    return { form, path: given, folder: given, product: null, manifest: perRecipient ? MANIFEST : null };
  }
  const path = extname(given).toLowerCase() === ending ? given : given + ending;
  const product = basename(path);
  const manifest = form === "zip" ? MANIFEST : `${basename(path, extname(path))}-${MANIFEST}`;
  return { form, path, folder: dirname(path), product, manifest };
}

/** Names of what comes to the folder, when the documents have these names. */
export function listFiles({ form, product, manifest }: Destination, documents: readonly string[]): string[] {
  const files = product === null ? [...documents] : [product];
  return manifest === null || form === "zip" ? files : [...files, manifest];
}

/** Throws UserError for more documents than the form holds. */
export function refuseTooMany({ form }: Destination, documents: number): void {
  if (form !== "zip" || documents < MOST_ENTRIES) return;
  throw new UserError(
    `Một tệp .zip chứa nhiều nhất ${formatWhole(MOST_ENTRIES - 1)} văn bản, lần này có ${formatWhole(documents)}.`,
    "Bỏ --zip để ghi vào một thư mục, hoặc chia theo hình thức bằng --award.",
  );
}
