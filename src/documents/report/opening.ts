import { exact } from "../../domain/number.js";
import type { Period } from "../../domain/period.js";
import type { UnitOfYear } from "../../domain/unit.js";
import { formatCount } from "../prose/count.js";
import type { Fact } from "../prose/fact.js";
import { yearFact } from "../prose/facts.js";
import { joinNames } from "../prose/join-names.js";
import { makeSentence, type Sentence } from "../prose/sentence.js";
import { clusterWords, unitInProse } from "../prose/words.js";
import type { ReportScope } from "./scope.js";

/** Whom the report is about: the cluster and its units, the unit and its cluster, or the clusters of an area. */
export function describeOpening(scope: ReportScope, units: readonly UnitOfYear[], { name, year }: Period): Sentence {
  switch (scope.kind) {
    case "cluster": {
      const { full } = clusterWords(scope.name);
      const subject = full === null ? "báo cáo tổng hợp kết quả của" : `${full} gồm`;
      const list = joinNames(nameWithRoles(units, scope.name));
      return makeSentence(`năm ${year}, ${subject} ${countOf(units)}: ${list}`, [
        yearFact(year),
        countFact("đơn vị", units),
      ]);
    }
    case "unit": {
      const { full, short } = clusterWords(scope.cluster);
      const unit = unitInProse(scope.unit);
      if (full === null || units.length < 2)
        return makeSentence(`báo cáo trình bày kết quả công tác thi đua, khen thưởng ${name} của ${unit}`, []);
      const [head] = units.filter(({ role }) => role === "head").length > 1 ? [] : [scope.unit.role];
      const role = head === "head" ? `, là ${short} trưởng` : head === "deputy" ? `, là ${short} phó` : "";
      return makeSentence(`năm ${year}, ${unit} tham gia ${full} gồm ${countOf(units)}${role}`, [
        countFact("đơn vị", units),
      ]);
    }
    case "all": {
      const clusters = [...new Set(units.map(({ cluster }) => cluster))].filter((cluster) => cluster !== null);
      const where = scope.area === null ? "báo cáo tổng hợp kết quả của" : `${scope.area} có`;
      const outside = units.filter(({ cluster }) => cluster === null);
      const list = clusters.map((cluster) => {
        const members = units.filter((unit) => unit.cluster === cluster);
        return `${clusterWords(cluster).full} (${countOf(members)})`;
      });
      const grouped =
        clusters.length === 0 ? "" : ` thuộc ${formatCount(clusters.length)} cụm, khối thi đua: ${list.join("; ")}`;
      const rest = outside.length === 0 || clusters.length === 0 ? "" : `; ${countOf(outside)} chưa xếp vào cụm, khối`;
      return makeSentence(`năm ${year}, ${where} ${countOf(units)}${grouped}${rest}`, [
        yearFact(year),
        countFact("đơn vị", units),
        countFact("cụm, khối thi đua", units, clusters.length),
      ]);
    }
  }
}

/** Who heads the cluster and who is deputy, this year and, where it is known, the next. Empty when nobody is named. */
export function describeRoles(
  cluster: string | null,
  years: readonly { name: string; units: readonly UnitOfYear[] }[],
): Sentence[] {
  const { short, full } = clusterWords(cluster);
  if (short === null) return [];
  return years.flatMap(({ name, units }) => {
    const withRole = (role: UnitOfYear["role"]) => units.filter((unit) => unit.role === role);
    const [heads, deputies] = [withRole("head"), withRole("deputy")];
    if (heads.length !== 1) return [];
    const head = `${joinNames(heads.map(unitInProse))} là ${short} trưởng`;
    const deputy = deputies.length === 0 ? "" : `, ${joinNames(deputies.map(unitInProse))} là ${short} phó`;
    const facts = [...heads, ...deputies].map((unit): Fact => {
      return {
        ...NO_FIGURE,
        who: unit.name,
        about: "vai trò",
        basis: [{ source: unit.source, values: { role: short } }],
      };
    });
    return [makeSentence(`${name}, ${head}${deputy} của ${full}`, facts)];
  });
}

function nameWithRoles(units: readonly UnitOfYear[], cluster: string | null): string[] {
  const { short } = clusterWords(cluster);
  // Two heads contradict each other: the report names neither until the sheet is mended.
  const oneHead = units.filter(({ role }) => role === "head").length < 2;
  return units.map((unit) => {
    if (unit.role === "head" && !oneHead) return unitInProse(unit);
    const role = { head: `${short} trưởng`, deputy: `${short} phó`, member: "" }[unit.role ?? "member"];
    return unitInProse(unit) + (short === null || role === "" ? "" : ` (${role})`);
  });
}

/** "07 đơn vị" */
function countOf(units: readonly unknown[]): string {
  return `${formatCount(units.length)} đơn vị`;
}

const NO_FIGURE = { what: "status", figure: null, measure: null } as const;

/** Of units, or of their clusters. */
function countFact(about: string, units: readonly UnitOfYear[], count = units.length): Fact {
  // A unit that only a sheet of results names stands in its column of units.
  const basis = units.map(({ source, name }) => ({ source, values: { name, unit: name } }));
  return { who: null, about, what: "count", figure: exact(count), measure: null, basis };
}
