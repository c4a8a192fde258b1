import { findNearTags } from "./near-tag.js";

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
  fault: "unclosed" | "unopened" | "malformed" | "braces";
  written: string;
  /** What stands where the name should; null when that is not known. */
  inner: string | null;
}

/** Stands for each letter of what has been read already. */
const READ = "\uFFFC";
const BRACES = /(?<!\{)\{\{([^{}]*)\}\}(?!\})/g;
const NAME = /^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)?$/u;
const KINDS: Readonly<Record<string, Tag["kind"]>> = { "#": "open", "^": "inverted", "/": "close", "@": "block" };

/** The placeholders in a text, and the places where braces do not make one. `rest` is the text with both blanked out. */
export function findTags(text: string): { tags: Tag[]; faults: TagFault[]; rest: string } {
  const tags: Tag[] = [];
  const faults: TagFault[] = [];
  let rest = text.replace(BRACES, (written: string, content: string, at: number) => {
    const tag = parseTag(content);
    if (tag === null) faults.push({ fault: "malformed", written, inner: content });
    else tags.push({ ...tag, written, at });
    return READ.repeat(written.length);
  });
  for (const { written, inner, at } of findNearTags(rest)) {
    faults.push({ fault: "braces", written, inner });
    rest = rest.slice(0, at) + READ.repeat(written.length) + rest.slice(at + written.length);
  }
  for (const match of rest.matchAll(/\{\{[^{}\uFFFC]{0,40}|[^{}\s\uFFFC]{0,30}\}\}/g)) {
    const opens = match[0].startsWith("{");
    faults.push({ fault: opens ? "unclosed" : "unopened", written: match[0].trim(), inner: null });
  }
  return { tags, faults, rest };
}

/** Reads `#co_x`, `ds.ho_ten`, `tien | so`; null when it is none of these. */
export function parseTag(content: string): Omit<Tag, "written" | "at"> | null {
  const trimmed = content.trim();
  const kind = KINDS[trimmed.charAt(0)] ?? "value";
  const [name = "", ...filters] = (kind === "value" ? trimmed : trimmed.slice(1)).split("|").map((part) => part.trim());
  if (name === "" && kind === "close" && filters.length === 0) return { kind, name, list: null, column: "", filters };
  if (!NAME.test(name) || filters.some((filter) => !NAME.test(filter))) return null;
  if (kind !== "value" && filters.length > 0) return null;
  const dot = name.indexOf(".");
  return {
    kind,
    name,
    list: dot < 0 ? null : name.slice(0, dot),
    column: dot < 0 ? name : name.slice(dot + 1),
    filters,
  };
}
