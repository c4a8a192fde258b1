/** What stands between `{{` and `}}`. */
export interface Tag {
  kind: "value" | "open" | "inverted" | "close" | "block";
  /** Written name: `ho_ten`, `ds.ho_ten`; empty for `{{/}}`. */
  name: string;
  list: string | null;
  column: string;
  filters: string[];
  /** As written, braces included. */
  written: string;
  /** Offset of the braces in the text. */
  at: number;
}

export interface TagFault {
  fault: "unclosed" | "unopened" | "malformed";
  written: string;
}

const BRACES = /\{\{([^{}]*)\}\}/g;
const NAME = /^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)?$/u;
const KINDS: Readonly<Record<string, Tag["kind"]>> = { "#": "open", "^": "inverted", "/": "close", "@": "block" };

/** The placeholders in a text, and the places where braces do not make one. */
export function findTags(text: string): { tags: Tag[]; faults: TagFault[] } {
  const tags: Tag[] = [];
  const faults: TagFault[] = [];
  const rest = text.replace(BRACES, (written: string, content: string, at: number) => {
    const tag = parseTag(content);
    if (tag === null) faults.push({ fault: "malformed", written });
    else tags.push({ ...tag, written, at });
    return " ".repeat(written.length);
  });
  for (const match of rest.matchAll(/\{\{[^{}]{0,40}|\{(?=[^{}]{1,40}\}\})|[^{}\s]{0,30}\}\}/g)) {
    const opens = match[0].startsWith("{");
    faults.push({ fault: opens ? "unclosed" : "unopened", written: match[0].trim() });
  }
  return { tags, faults };
}

/** Reads `#co_x`, `ds.ho_ten`, `tien | so`; null when it is none of these. */
export function parseTag(content: string): Omit<Tag, "written" | "at"> | null {
  const trimmed = trim(content);
  const kind = KINDS[trimmed.charAt(0)] ?? "value";
  const [name = "", ...filters] = (kind === "value" ? trimmed : trimmed.slice(1)).split("|").map(trim);
  if (name === "" && kind === "close" && filters.length === 0) return { kind, name, list: null, column: "", filters };
  if (!NAME.test(name) || filters.some((filter) => !NAME.test(filter))) return null;
  const dot = name.indexOf(".");
  return {
    kind,
    name,
    list: dot < 0 ? null : name.slice(0, dot),
    column: dot < 0 ? name : name.slice(dot + 1),
    filters,
  };
}

function trim(text: string): string {
  return text.replace(/^[\s\u00A0\u200B\uFEFF]+|[\s\u00A0\u200B\uFEFF]+$/g, "");
}
