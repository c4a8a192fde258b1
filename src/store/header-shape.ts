import { keepBefore } from "./before-image.js";
import type { Db } from "./open.js";

/** What a person said the headers of one form mean, to be used for the next file of the same shape. */
export interface HeaderShape {
  /** The header row as it is compared. */
  shape: string;
  format: string;
  /** Header as compared → field; null = not read. */
  fields: Record<string, string | null>;
}

export function listHeaderShapes(db: Db): HeaderShape[] {
  return db
    .prepare<[], { shape: string; format: string; fields: string }>("SELECT shape, format, fields FROM header_shape")
    .all()
    .map((row) => ({ ...row, fields: JSON.parse(row.fields) }));
}

/** Remembers the shape under the import that used it; nothing is written when it is known so already. */
export function rememberHeaderShape(db: Db, { shape, format, fields }: HeaderShape, importId: number): void {
  const known = listHeaderShapes(db).find((one) => one.shape === shape);
  if (known?.format === format && JSON.stringify(known.fields) === JSON.stringify(fields)) return;
  keepBefore(db, importId, "header_shape", shape);
  db.prepare("INSERT OR REPLACE INTO header_shape (shape, format, fields) VALUES (?, ?, ?)").run(
    shape,
    format,
    JSON.stringify(fields),
  );
}
