import type { FootInput, HeadInput } from "../../documents/template/frame-value.js";
import { type DocumentType, documentSymbol } from "../../domain/document-symbol.js";
import { headerLines, type Issuer, issuerName } from "../../domain/issuer.js";
import { inferLevel, isCluster } from "../../domain/issuer-level.js";
import { nameKey, unitKey } from "../../domain/name.js";
import { signatureLines } from "../../domain/signature.js";
import type { UnitOfYear } from "../../domain/unit.js";
import type { Office } from "../context/office.js";

/** Who issues a report, as its head and foot show it. */
export interface ReportIssuer {
  head: HeadInput;
  foot: FootInput;
  /** As the closing sentence names it; null: not set. */
  reporter: string | null;
  /** Kính gửi; null: none. */
  addressee: string | null;
  warnings: string[];
}

export interface ReportOf {
  /** As the data names it; null: the report is the office's own, or a unit's. */
  cluster: { name: string; full: string; short: string } | null;
  /** The unit whose own report it is; null: it is not one unit's. */
  unit: UnitOfYear | null;
  /** The cluster that unit belongs to, in full; null: none. */
  clusterOfUnit: string | null;
  units: readonly UnitOfYear[];
  /** Unit's name as prose writes it, and whether it is an area ("huyện Lâm Bình"). */
  describeUnit(unit: UnitOfYear): { prose: string; isArea: boolean };
  number: string | null;
  /** YYYY-MM-DD */
  date: string | null;
  /** What is issued; absent: a report. */
  type?: DocumentType;
  /** Kính gửi as asked for; null: a report to a body above is addressed to it, any other to nobody. */
  addressee: string | null;
  /** What is addressed to nobody, not even the body above: notices, plans. */
  isAddressed?: false;
}

/**
 * A unit reports by the body that heads it: with the settings when they are those of that very unit, else without a name under the
 * signature. A cluster's report is issued by the cụm or khối, under the unit of its head (the body of the settings when the data
 * names none, or several), and signed by that head for the cluster. The
 * signatory of the settings stands under it only when the settings are those of that very unit; otherwise the name stays blank.
 */
export function issueReport(office: Office, of: ReportOf): ReportIssuer {
  const { cluster } = of;
  if (of.unit !== null) return issueByUnit(office, of, of.unit);
  if (cluster === null || (office.issuer !== null && isCluster(office.issuer.name))) return issueByOffice(office, of);
  const heads = of.units.filter(({ role }) => role === "head");
  // Of several heads none is chosen: the document then stands under the body of the settings.
  const head = heads.length === 1 ? (heads[0] ?? null) : null;
  const headUnit = head === null ? null : of.describeUnit(head);
  const parent = headUnit === null ? (office.issuer?.name ?? null) : bodyOf(headUnit);
  const issuer: Issuer = { name: cluster.full, parentBody: parent, level: "khac" };
  const ownHead = head === null || (office.issuer !== null && isSameBody(office.issuer, head));
  const bySelf = ownHead && ["", "TM"].includes(office.signatory.mode);
  const warnings: string[] = [];
  if (heads.length > 1) {
    const names = heads.map((unit) => of.describeUnit(unit).prose).join("; ");
    warnings.push(
      `${cluster.short} có ${heads.length} đơn vị cùng ghi ${cluster.short} trưởng: ${names}. Phần đầu và chỗ ký của báo cáo theo cài đặt; giữ một đơn vị ở cột Vai trò của bảng đơn vị rồi nạp lại.`,
    );
  } else if (headUnit === null) {
    warnings.push(
      `${cluster.short} chưa có đơn vị ${cluster.short} trưởng. Ghi ở cột Vai trò của bảng đơn vị rồi nạp lại.`,
    );
  } else if (!bySelf && office.signatory.name !== null) {
    warnings.push(
      `Báo cáo do ${cluster.short} trưởng (${headUnit.prose}) ký; người ký trong cài đặt không phải người đứng đầu đơn vị này nên họ tên để trống.`,
    );
  }
  return {
    head: {
      parent: parent === null ? null : bodyLines(parent),
      issuer: clusterLines(cluster.full),
      number: of.number,
      symbol: documentSymbol(issuer, of.type ?? "BC", cluster.short === "Khối" ? "KTĐ" : "CTĐ"),
      place: office.place,
      date: of.date,
      draftYear: null,
    },
    foot: {
      distribution: [
        ...reportedTo(ownHead ? office : null, of.addressee),
        `Các đơn vị trong ${cluster.short}`,
        "Lưu: VT",
      ],
      signature: signatureLines(issuer, { position: null, mode: "", name: null }, "other"),
      signatory: bySelf ? office.signatory.name : null,
    },
    reporter: cluster.full,
    addressee: of.addressee,
    warnings,
  };
}

function issueByUnit(office: Office, of: ReportOf, unit: UnitOfYear): ReportIssuer {
  if (office.issuer !== null && isSameBody(office.issuer, unit)) return issueByOffice(office, of);
  const { prose, isArea } = of.describeUnit(unit);
  const name = bodyOf({ prose, isArea });
  const own: Office = {
    ...office,
    issuer: { name, parentBody: null, level: inferLevel(name) ?? "khac" },
    signatory: { position: null, mode: "", name: null },
    // An area's own committee sits in it (NĐ 30/2020, II.4a).
    place: isArea ? prose.replace(/^\p{Ll}+(?: \p{Ll}+)?\s+(?=[\p{Lu}\d])/u, "") : office.place,
  };
  const named = office.signatory.name !== null;
  return {
    ...issueByOffice(own, of),
    warnings: named
      ? [`Báo cáo do ${prose} ký; người ký trong cài đặt không phải của đơn vị này nên họ tên để trống.`]
      : [],
  };
}

function issueByOffice(office: Office, of: ReportOf): ReportIssuer {
  const { issuer, signatory } = office;
  const parent = issuer?.parentBody ?? "";
  const lines = issuer === null ? null : headerLines(issuer);
  const clusterIssues = issuer !== null && isCluster(issuer.name);
  const symbol =
    issuer === null ? null : documentSymbol(issuer, of.type ?? "BC", clusterIssues ? abbreviationOf(issuer) : null);
  // A cluster reports to its conference, every other body to the one above it.
  const isToNobody = of.isAddressed === false || of.cluster !== null || clusterIssues || parent === "";
  const addressee = of.addressee ?? (isToNobody ? null : parent);
  return {
    head: {
      parent: lines === null ? null : lines.parent.join("\n"),
      issuer: lines === null ? null : lines.issuer.join("\n"),
      number: of.number,
      symbol,
      place: office.place,
      date: of.date,
      draftYear: null,
    },
    foot: {
      distribution: [...reportedTo(clusterIssues ? null : office, addressee), ...sentTo(of), "Lưu: VT"],
      signature:
        issuer !== null
          ? signatureLines(issuer, signatory, "other")
          : signatory.position === null
            ? null
            : [signatory.position],
      signatory: signatory.name,
    },
    reporter: issuer === null ? null : issuerName(issuer),
    addressee,
    warnings: [],
  };
}

function abbreviationOf(issuer: Issuer): string {
  return /^khối/iu.test(issuer.name) ? "KTĐ" : "CTĐ";
}

/** "Ủy ban nhân dân" on a line of its own, as where it is the issuer. */
function bodyLines(name: string): string {
  return headerLines({ name, parentBody: null, level: "khac" }).issuer.join("\n");
}

/** A name too long for one line of the head breaks after its type: "Cụm thi đua" / "các huyện, thành phố". */
function clusterLines(full: string): string {
  return full.length > 24 ? full.replace(/^((?:cụm|khối) thi đua) /iu, "$1\n") : full;
}

/** An area is headed by its committee: "huyện Lâm Bình" → "Ủy ban nhân dân huyện Lâm Bình"; any other unit by itself. */
export function bodyOf({ prose, isArea }: { prose: string; isArea: boolean }): string {
  return isArea ? `Ủy ban nhân dân ${prose}` : prose;
}

function isSameBody(issuer: Issuer, unit: UnitOfYear): boolean {
  const key = (name: string) => unitKey(name).replace(/^ủy ban nhân dân /, "");
  const own = key(issuerName(issuer));
  return [unit.name, `${unit.kind ?? ""} ${unit.name}`].some((name) => key(name.trim()) === own);
}

/** The body above, once: as "Như trên" when it is addressed. */
function reportedTo(office: Office | null, addressee: string | null): string[] {
  const parent = office?.issuer?.parentBody ?? "";
  const isAddressed = addressee !== null && nameKey(addressee) === nameKey(parent);
  return [
    ...(addressee === null ? [] : ["Như trên"]),
    ...(parent === "" || isAddressed ? [] : [`${parent} (để báo cáo)`]),
  ];
}

/** Who else gets it: the members of the cluster; of a unit's report its cluster. */
function sentTo({ cluster, unit, clusterOfUnit }: ReportOf): string[] {
  if (unit !== null) return clusterOfUnit === null ? [] : [clusterOfUnit];
  return [cluster === null ? "Các đơn vị" : `Các đơn vị trong ${cluster.short}`];
}
