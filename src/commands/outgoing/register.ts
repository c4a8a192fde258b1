import { decidersOn } from "../../domain/authority.js";
import type { Award } from "../../domain/award.js";
import { type AwardLevel, awardKind } from "../../domain/awards.js";
import type { Law } from "../../domain/law/law.js";
import { headInProse } from "../../domain/signature.js";
import { capitalize } from "../../domain/upper-case.js";
import { khenThuong } from "../../readers/formats/khen-thuong.js";
import { listAwards } from "../../store/award.js";
import { listRecordedAwards } from "../../store/decision.js";
import type { Db } from "../../store/open.js";
import { readSettings } from "../../store/setting.js";
import { type Office, readOffice } from "../context/office.js";
import { isOwnAward } from "../decide/numbers.js";
import type { Listing, ListingWishes } from "./listing.js";
import { toCells, toJsonRow, toOutgoingColumn, writtenColumns } from "./sheet-cells.js";

const FIRST = ["decisionNumber", "decisionDate"];

/** What the register says beyond the list; nothing reads it back. */
const ADDED = [
  { field: "level", header: "Cấp khen", aliases: [], required: false, kind: "text" },
  { field: "decidedBy", header: "Người quyết định", aliases: [], required: false, kind: "text" },
] as const;

const LEVELS: Readonly<Record<AwardLevel, string>> = {
  state: "Nhà nước",
  government: "Chính phủ",
  province: "Bộ, ngành, tỉnh",
  local: "Cơ sở",
};

/**
 * Sổ theo dõi khen thưởng: who of the year's list was given what by which decision, by its day and number. The columns of
 * `khen-thuong`, those of the decision first, so that it can be imported as a list, and who decided.
 */
export function describeRegister(db: Db, year: number, { law }: ListingWishes): Listing {
  const office = readOffice(readSettings(db));
  const recorded = listRecordedAwards(db);
  const written = writtenColumns(khenThuong);
  const isFirst = ({ field }: { field: string }) => FIRST.includes(field);
  const columns = [...written.filter(isFirst), ...written.filter((column) => !isFirst(column)), ...ADDED];
  const rows = listAwards(db, year)
    .filter(({ decisionNumber, decisionDate }) => decisionNumber !== null || decisionDate !== null)
    .sort((a, b) => compareDecisions(a, b) || a.id - b.id)
    .map((award) => ({ ...award, ...describeDecider(award, { year, office, law, isOwn: recorded.has(award.id) }) }));
  return {
    sheet: {
      name: "so-khen-thuong",
      help: null,
      columns: columns.map(toOutgoingColumn),
      rows: rows.map((row) => toCells(columns, row)),
      blankRows: 0,
    },
    rows: rows.map((row) => toJsonRow(columns, row)),
    notes: [],
  };
}

/** By day, then number; a decision without a day comes last. */
function compareDecisions(a: Award, b: Award): number {
  const day = ({ decisionDate }: Award) => decisionDate ?? "9999";
  if (day(a) !== day(b)) return day(a) < day(b) ? -1 : 1;
  const number = ({ decisionNumber }: Award) => Number(/\d+/.exec(decisionNumber ?? "")?.[0] ?? 0);
  return number(a) - number(b);
}

/** null where neither the list nor the law tells. */
function describeDecider(
  award: Award,
  { year, office, law, isOwn }: { year: number; office: Office; law: Law; isOwn: boolean },
): { level: string | null; decidedBy: string | null } {
  const kind = awardKind(award.awardId, law.kinds);
  const level = kind === null ? null : LEVELS[kind.level];
  const date = award.decisionDate ?? `${year}-12-31`;
  const { issuer, signatory } = office;
  if (issuer !== null && (isOwn || isOwnAward(award, office, date, law))) {
    return { level, decidedBy: headInProse(issuer, signatory) };
  }
  const typed = law.findAward(award.award).givenBy;
  if (typed !== null) return { level, decidedBy: capitalize(typed) };
  return { level, decidedBy: kind === null ? null : capitalize(decidersOn(kind, date, law).text) };
}
