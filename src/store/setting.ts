import { forgetBefore } from "./before-image.js";
import type { Db } from "./open.js";

/** Settings of the office, as stored; keys are those of `config`. */
export function readSettings(db: Db): Map<string, string> {
  const rows = db.prepare<[], { key: string; value: string }>("SELECT key, value FROM setting ORDER BY key").all();
  return new Map(rows.map(({ key, value }) => [key, value]));
}

/** Sets one setting, as a person chose it: no undo of an import changes it any more. An empty value removes it. */
export function chooseSetting(db: Db, key: string, value: string): void {
  forgetBefore(db, "setting", key);
  writeSetting(db, key, value);
}

/** Sets one setting; an empty value removes it. */
export function writeSetting(db: Db, key: string, value: string): void {
  if (value === "") db.prepare("DELETE FROM setting WHERE key = ?").run(key);
  else
    db.prepare("INSERT INTO setting VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value").run(
      key,
      value,
    );
}
