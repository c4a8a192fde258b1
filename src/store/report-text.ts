import type { Change } from "../domain/change.js";
import { type ReportSectionId, sectionTitle } from "../domain/report-section.js";
import type { ReportText } from "../domain/report-text.js";
import { keepBefore } from "./before-image.js";
import { type Stored, startStored } from "./import.js";
import type { Db } from "./open.js";

/** A paragraph and the row of its sheet. */
interface Paragraph {
  text: string;
  row: number;
}

/** Paragraphs of the year: section by section as first entered, those of a section in the order of their sheet. */
export function listReportTexts(db: Db, year: number): ReportText[] {
  return db
    .prepare<[number], Omit<ReportText, "source"> & ReportText["source"]>(
      `SELECT unit.name AS unit, cluster.name AS cluster, section, paragraph.value ->> 'text' AS content,
         import_id AS importId, paragraph.value ->> 'row' AS row
       FROM report_text LEFT JOIN unit ON unit.id = unit_id LEFT JOIN cluster ON cluster.id = cluster_id,
         json_each(paragraphs) AS paragraph
       WHERE year = ? ORDER BY report_text.id, paragraph.key`,
    )
    .all(year)
    .map(({ importId, row, ...text }) => ({ ...text, source: { importId, row } }));
}

/** What a sheet says in one section for one unit, one cluster, or (both null) any report of the year. */
export interface ResolvedSection {
  unit: { id: number; name: string } | null;
  cluster: { id: number; name: string } | null;
  section: ReportSectionId;
  paragraphs: readonly Paragraph[];
}

/** Stores the sections of a `noi-dung` sheet: all paragraphs of each take the place of those there were. */
export function storeReportTexts(
  db: Db,
  sections: readonly ResolvedSection[],
  source: { year: number; importId: number },
): Stored {
  const stored = startStored();
  const find = db.prepare<[number, number, number, string], { id: number; paragraphs: string }>(
    `SELECT id, paragraphs FROM report_text
     WHERE year = ? AND coalesce(unit_id, 0) = ? AND coalesce(cluster_id, 0) = ? AND section = ?`,
  );
  const write = db.prepare(
    `INSERT OR REPLACE INTO report_text (id, year, unit_id, cluster_id, section, paragraphs, import_id)
     VALUES (@id, @year, @unitId, @clusterId, @section, @paragraphs, @importId)`,
  );
  for (const { unit, cluster, section, paragraphs } of sections) {
    const before = find.get(source.year, unit?.id ?? 0, cluster?.id ?? 0, section);
    const old = before === undefined ? null : (JSON.parse(before.paragraphs) as Paragraph[]);
    const place = {
      ...(unit === null ? {} : { unit: unit.name }),
      ...(cluster === null ? {} : { cluster: cluster.name }),
      section: sectionTitle(section),
    };
    if (!countParagraphs(stored, old, paragraphs, place)) continue;
    if (before !== undefined) keepBefore(db, source.importId, "report_text", before.id);
    write.run({
      ...source,
      id: before?.id ?? null,
      unitId: unit?.id ?? null,
      clusterId: cluster?.id ?? null,
      section,
      paragraphs: JSON.stringify(paragraphs),
    });
  }
  return stored;
}

/** Counts the paragraphs of one section by their places in it. Says whether the section has to be written. */
function countParagraphs(
  stored: Stored,
  before: readonly Paragraph[] | null,
  next: readonly Paragraph[],
  key: Change["key"],
): boolean {
  const old = before ?? [];
  next.forEach(({ text, row }, index) => {
    const known = old[index];
    if (known === undefined) {
      stored.inserted++;
      stored.newRows.push(row);
    } else if (known.text === text) stored.unchanged++;
    else {
      stored.updated++;
      stored.changes.push({ row, key, field: "content", old: known.text, new: text });
    }
  });
  const gone = old.slice(next.length);
  stored.changes.push(...gone.map(({ text, row }) => ({ row, key, field: "content", old: text, new: null })));
  return old.length !== next.length || old.some(({ text }, index) => text !== next[index]?.text);
}
