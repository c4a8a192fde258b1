import type { Frame, ReadDocument } from "./frame/frame.js";
import type { FreeFrame } from "./frame/named-type.js";
import { readFrame } from "./frame/read-frame.js";
import type { Found, LintRule, LintSeverity } from "./rule.js";
import {
  accompanies,
  accompaniesStyle,
  appendixLabel,
  appendixMention,
  appendixNumbers,
  appendixTitle,
} from "./rules/appendix.js";
import {
  authority,
  basis,
  basisComplete,
  basisEnds,
  basisStyle,
  lawDate,
  lawNumber,
  resolution,
} from "./rules/basis.js";
import { bodySize, bodyUpright, firstLine, justified, lineSpacing, paragraphGap } from "./rules/body.js";
import { colour, composedText, legacyFont, legacyText, typeface } from "./rules/font.js";
import {
  archive,
  asAbove,
  closing,
  distribution,
  distributionStyle,
  distributionTitleStyle,
  honours,
  signatoryStyle,
  signature,
  signatureStyle,
} from "./rules/foot.js";
import {
  issuer,
  issuerRule,
  issuerStyle,
  motto,
  mottoRule,
  mottoStyle,
  nation,
  nationPlace,
  nationStyle,
  parentStyle,
  urgencyStyle,
} from "./rules/head.js";
import { highlight, missingValue, unfilledPlaceholder } from "./rules/leftover.js";
import {
  dateStyle,
  dateZero,
  documentNumber,
  numberForm,
  numberStyle,
  numberZero,
  placeAndDate,
  symbolType,
} from "./rules/number.js";
import {
  article,
  articleOrder,
  clause,
  partHeading,
  partNumber,
  pointLetters,
  sectionHeading,
} from "./rules/outline.js";
import { margins, orientation, paperSize } from "./rules/page.js";
import {
  appendixPageNumber,
  firstPageNumber,
  pageNumber,
  pageNumberPlace,
  pageNumberStyle,
} from "./rules/page-number.js";
import { signingAbbreviation, signingAuthority, signingOrder } from "./rules/signing.js";
import { headerRow } from "./rules/table.js";
import {
  abstract,
  abstractRule,
  abstractStyle,
  addressee,
  addresseeStyle,
  namedType,
  receivers,
  subject,
  subjectStyle,
  typeStyle,
} from "./rules/title.js";
import { blanks, committeeSpelling, lookalike, soldierSpelling } from "./rules/wording.js";
import { openDocument } from "./seen/open.js";

/** THE LIST of rules, in the order of the document; docs/lint.md tells each. */
export const LINT_RULES: readonly LintRule[] = [
  paperSize,
  orientation,
  margins,
  pageNumber,
  pageNumberPlace,
  firstPageNumber,
  pageNumberStyle,
  appendixPageNumber,
  typeface,
  legacyFont,
  legacyText,
  composedText,
  lookalike,
  colour,
  nation,
  nationStyle,
  nationPlace,
  motto,
  mottoStyle,
  mottoRule,
  issuer,
  issuerStyle,
  parentStyle,
  issuerRule,
  documentNumber,
  numberStyle,
  numberForm,
  numberZero,
  symbolType,
  placeAndDate,
  dateStyle,
  dateZero,
  urgencyStyle,
  namedType,
  typeStyle,
  abstract,
  abstractStyle,
  abstractRule,
  subject,
  subjectStyle,
  addressee,
  addresseeStyle,
  receivers,
  authority,
  basis,
  basisStyle,
  basisEnds,
  basisComplete,
  lawNumber,
  lawDate,
  resolution,
  bodySize,
  bodyUpright,
  justified,
  firstLine,
  paragraphGap,
  lineSpacing,
  partHeading,
  partNumber,
  sectionHeading,
  article,
  articleOrder,
  clause,
  pointLetters,
  closing,
  distribution,
  distributionTitleStyle,
  distributionStyle,
  archive,
  asAbove,
  signature,
  signatureStyle,
  signingAbbreviation,
  signingOrder,
  signingAuthority,
  signatoryStyle,
  honours,
  appendixLabel,
  appendixNumbers,
  appendixTitle,
  accompanies,
  accompaniesStyle,
  appendixMention,
  headerRow,
  committeeSpelling,
  soldierSpelling,
  blanks,
  missingValue,
  unfilledPlaceholder,
  highlight,
];

export interface LintFinding extends Found {
  rule: LintRule;
}

export interface LintResult {
  /** "Quyết định", "Công văn"; null when neither title nor V/v nor Kính gửi tells. */
  kind: string | null;
  /** What is not asked of this kind of document, and why; null: the whole frame of the decree is. */
  free: FreeFrame | null;
  /** Worst first, then in the order of the list. */
  findings: LintFinding[];
}

/** Judges a Word document by `rules`. Throws `UnreadableDocument`. */
export function lintDocument(bytes: Uint8Array, rules: readonly LintRule[] = LINT_RULES): LintResult {
  const seen = openDocument(bytes);
  const document: ReadDocument = { seen, frame: readFrame(seen) };
  const { kind } = document.frame;
  const free = kind === "cong-van" ? null : (kind?.free ?? null);
  const asked = rules.filter(({ id }) => free?.lacks.includes(id) !== true);
  const findings = asked.flatMap((rule) => rule.find(document).map((found) => ({ ...found, rule })));
  const worstFirst: readonly LintSeverity[] = ["error", "warning"];
  return {
    kind: nameKind(document.frame),
    free,
    findings: findings.sort((a, b) => worstFirst.indexOf(a.rule.severity) - worstFirst.indexOf(b.rule.severity)),
  };
}

function nameKind({ kind }: Frame): string | null {
  return kind === "cong-van" ? "Công văn" : (kind?.name ?? null);
}
