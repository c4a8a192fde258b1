import { MergeRefusal } from "./refusal.js";

interface List {
  /** Of the list its counters belong to; lists of one go on from each other. */
  abstractId: string;
  /** What stands within its w:num. */
  inner: string;
}

/**
 * Lists that Word numbers begin anew in each document: every further one gets lists of its own, of the same look. Bullets
 * are shared. Throws MergeRefusal where a numbered list belongs to a style, which cannot begin anew.
 */
export function createListRestarter(numbering: string, styles: string) {
  const lists = new Map<string, List>();
  for (const [, id = "", inner = ""] of numbering.matchAll(
    /<w:num\b[^>]*\bw:numId="(\d+)"[^>]*>([\s\S]*?)<\/w:num>/g,
  )) {
    const abstractId = /<w:abstractNumId\b[^>]*\bw:val="(\d+)"/.exec(inner)?.[1] ?? "";
    lists.set(id, { abstractId, inner });
  }
  const starts = readStarts(numbering);
  const isCounting = (id: string) => starts.get(lists.get(id)?.abstractId ?? "") !== undefined;
  const styled = [...styles.matchAll(/<w:style\b[^>]*\bw:styleId="([^"]*)"[^>]*>([\s\S]*?)<\/w:style>/g)]
    .filter(([, , style = ""]) => isCounting(/<w:numId\b[^>]*\bw:val="(\d+)"/.exec(style)?.[1] ?? ""))
    .map(([, id = ""]) => id);
  let next = Math.max(0, ...[...lists.keys()].map(Number));
  let isFirst = true;
  const added: string[] = [];
  return {
    restart(xml: string): string {
      const style = styled.find((id) => xml.includes(`<w:pStyle w:val="${id}"/>`));
      if (style !== undefined) throw new MergeRefusal(`kiểu ${style} của mẫu tự đánh số, không bắt đầu lại được`);
      if (isFirst) {
        isFirst = false;
        return xml;
      }
      const own = new Map<string, string>();
      const begun = new Set<string>();
      return xml.replace(/(<w:numId\b[^>]*\bw:val=")(\d+)/g, (whole, head: string, id: string) => {
        const list = lists.get(id);
        if (list === undefined || !isCounting(id)) return whole;
        const known = own.get(id) ?? String(++next);
        if (!own.has(id)) {
          const inner = begun.has(list.abstractId) ? list.inner : beginAnew(list.inner, starts.get(list.abstractId));
          begun.add(list.abstractId);
          added.push(`<w:num w:numId="${known}">${inner}</w:num>`);
          own.set(id, known);
        }
        return head + known;
      });
    },
    /** The part with the lists of all documents. */
    numbering(): string {
      const end = Math.max(numbering.lastIndexOf("</w:num>") + "</w:num>".length, 0);
      return numbering.slice(0, end) + added.join("") + numbering.slice(end);
    },
  };
}

/** Where the levels of each list that counts begin; lists of bullets are not in it. */
function readStarts(numbering: string): Map<string, Map<string, string>> {
  const found = new Map<string, Map<string, string>>();
  const lists = numbering.matchAll(/<w:abstractNum\b[^>]*\bw:abstractNumId="(\d+)"[^>]*>([\s\S]*?)<\/w:abstractNum>/g);
  for (const [, id = "", inner = ""] of lists) {
    const levels = [...inner.matchAll(/<w:lvl\b[^>]*\bw:ilvl="(\d)"[^>]*>([\s\S]*?)<\/w:lvl>/g)];
    if (levels.every(([, , level = ""]) => /<w:numFmt\b[^>]*\bw:val="(bullet|none)"/.test(level))) continue;
    const start = (level: string) => /<w:start\b[^>]*\bw:val="(\d+)"/.exec(level)?.[1] ?? "0";
    found.set(id, new Map(levels.map(([, number = "", level = ""]) => [number, start(level)])));
  }
  return found;
}

function beginAnew(inner: string, starts: ReadonlyMap<string, string> = new Map()): string {
  const overrides = new Map(
    [...inner.matchAll(/<w:lvlOverride\b[^>]*\bw:ilvl="(\d)"[^>]*>([\s\S]*?)<\/w:lvlOverride>/g)].map(
      ([, level = "", override = ""]) => [level, override],
    ),
  );
  const head = inner.slice(0, inner.indexOf("/>") + 2);
  const levels = [...starts].map(([level, start]) => {
    const own = overrides.get(level) ?? "";
    const begin = own.includes("<w:startOverride") ? "" : `<w:startOverride w:val="${start}"/>`;
    return `<w:lvlOverride w:ilvl="${level}">${begin}${own}</w:lvlOverride>`;
  });
  return head + levels.join("");
}
