import { type FillOptions, fillTemplate, type Missing } from "../template/fill.js";
import { openTemplate } from "../template/open.js";
import { fitLine } from "../template/rule.js";
import { refuseForbidden } from "../template/template.js";
import { cleanValues, type TemplateValues } from "../template/value.js";
import { byPartOrder, type Package, writePackage } from "../word/package.js";
import { isContentPart } from "../word/word-xml.js";
import {
  type CleanValues,
  createRuleKeeper,
  fillMarks,
  fillText,
  findShared,
  type Shaped,
  type Slot,
  shapeValues,
  splitMarks,
} from "./shape.js";
import { deflateEntry, deflatePiece, joinEntry, storePiece, writeZip, type ZipEntry, type ZipPiece } from "./zip.js";

export interface BatchDocument {
  /** Put together when asked for. */
  readonly bytes: Uint8Array;
  missing: Missing[];
  /** "joined": put together from a document filled before; the same, part by part, as "filled" by the engine. */
  way: "filled" | "joined";
}

type Parts = ReadonlyMap<string, Uint8Array | string>;

/**
 * Fills one template for many, in the order given; what can be told against a value is told, of all of them, before the first.
 * Documents that differ in plain texts only are joined from one that the engine has filled with marks, after the second of
 * them came out so as the engine made it; all others are filled one by one. Throws as `renderTemplate` does.
 */
export function* renderBatch(
  template: Uint8Array,
  documents: readonly TemplateValues[],
  options: FillOptions = {},
): Generator<BatchDocument> {
  const sharedNames = findShared(documents);
  const pick = (values: TemplateValues, isShared: boolean): TemplateValues =>
    Object.fromEntries(Object.entries(values).filter(([name]) => sharedNames.has(name) === isShared));
  const sharedValues = pick(documents[0] ?? {}, true);
  const own = documents.map((values) => pick(values, false));
  refuseForbidden([sharedValues, ...own], options.placeholders ?? []);
  const opened = openTemplate(template);
  const shared = cleanValues(sharedValues);
  // What stands in an {{@x}} is XML, not text.
  const canJoin = ![...opened].some(([name, data]) => isContentPart(name) && /\{\{\s*@/.test(decode(data)));
  const shapes = new Map<string, Joiner | "seen" | "differs">();
  for (const values of own) {
    const clean = cleanValues(values);
    const shaped = canJoin ? shapeValues(clean) : null;
    const known = shaped === null ? undefined : shapes.get(shaped.key);
    if (shaped !== null && typeof known === "function") {
      yield known(shaped.texts);
      continue;
    }
    const { parts, missing } = fillTemplate(opened, { ...shared, ...clean }, options);
    if (shaped !== null && known !== "differs") {
      const standIns = { ...shared, ...shaped.standIns };
      const next = known === undefined ? "seen" : checkJoiner(opened, { ...shaped, standIns }, options, parts);
      shapes.set(shaped.key, next);
    }
    yield { bytes: writePackage(parts), missing, way: "filled" };
  }
}

type Joiner = (texts: readonly string[]) => BatchDocument;

/** A joiner for the shape, if it makes the very parts the engine has made of the same values. */
function checkJoiner(opened: Package, shaped: Shaped, options: FillOptions, expected: Parts): Joiner | "differs" {
  const { join, joinPart } = createJoiner(opened, shaped.standIns, options);
  const isSame = [...expected].every(([name, part]) => joinPart(name, shaped.texts) === toText(part));
  return isSame ? join : "differs";
}

function createJoiner(opened: Package, standIns: CleanValues, options: FillOptions) {
  const { rules, fit } = createRuleKeeper();
  const { parts, missing } = fillTemplate(opened, standIns, { ...options, fit });
  const rulePieces = rules.map(({ text }) => splitMarks(text));
  const sentences = missing.map(({ sentence }) => splitMarks(sentence));
  const split = new Map<string, (string | Slot)[]>();
  for (const name of [...parts.keys()].sort(byPartOrder)) split.set(name, splitMarks(toText(parts.get(name) ?? "")));
  const writers = [...split].map(([name, pieces]) => createWriter(name, pieces, parts.get(name) ?? ""));

  const createFiller = (texts: readonly string[]) => {
    const fitted = rules.map((line, index) => fitLine({ ...line, text: fillMarks(rulePieces[index] ?? [], texts) }));
    return (slot: Slot): string =>
      "rule" in slot ? String(fitted[slot.rule]?.[slot.of]) : escapeText(fillText(slot, texts));
  };
  return {
    joinPart(name: string, texts: readonly string[]): string {
      const fill = createFiller(texts);
      return (split.get(name) ?? []).map((piece) => (typeof piece === "string" ? piece : fill(piece))).join("");
    },
    join(texts: readonly string[]): BatchDocument {
      const fill = createFiller(texts);
      const found = missing.map((entry, index) => ({ ...entry, sentence: fillMarks(sentences[index] ?? [], texts) }));
      return {
        get bytes() {
          return writeZip(writers.map((write) => write(fill)));
        },
        missing: found,
        way: "joined",
      };
    },
  };
}

/** Fixed texts shorter than this gain nothing from being deflated. */
const WORTH_DEFLATING = 120;

/** Packs what is fixed in a part once; the rest is put between for each document. */
function createWriter(
  name: string,
  pieces: readonly (string | Slot)[],
  whole: Uint8Array | string,
): (fill: (slot: Slot) => string) => ZipEntry {
  if (pieces.length === 1) {
    const entry = deflateEntry(name, typeof whole === "string" ? Buffer.from(whole, "utf8") : whole);
    return () => entry;
  }
  const ready = pieces.map((piece): Slot | string | ZipPiece =>
    typeof piece === "string" && piece.length >= WORTH_DEFLATING ? deflatePiece(Buffer.from(piece, "utf8")) : piece,
  );
  return (fill) => {
    const packed: ZipPiece[] = [];
    let open = "";
    const close = () => {
      if (open !== "") packed.push(storePiece(Buffer.from(open, "utf8")));
      open = "";
    };
    for (const piece of ready) {
      if (typeof piece === "string") open += piece;
      else if ("packed" in piece) {
        close();
        packed.push(piece);
      } else open += fill(piece);
    }
    close();
    return joinEntry(name, packed);
  };
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** As the engine writes a text. */
function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => ESCAPES[letter] ?? letter);
}

function toText(part: Uint8Array | string): string {
  return typeof part === "string" ? part : decode(part);
}

function decode(data: Uint8Array): string {
  return new TextDecoder().decode(data);
}
