/**
 * Keeps a place for this run alone until it lets go or ends, however it ends; null: another run has it. `path` is a file
 * made for it. Where the file system knows no locks the place is not kept, and nothing is refused.
 */
export async function holdLock(path: string): Promise<{ release(): void } | null> {
  const { default: Sqlite } = await import("better-sqlite3");
  const db = new Sqlite(path, { timeout: 0 });
  try {
    db.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    const isBusy = error instanceof Error && "code" in error && error.code === "SQLITE_BUSY";
    if (isBusy) {
      db.close();
      return null;
    }
  }
  return { release: () => void db.close() };
}
