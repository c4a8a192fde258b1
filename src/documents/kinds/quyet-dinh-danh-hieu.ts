import { DECISION_PLACEHOLDERS } from "../decision/placeholder.js";
import type { DocumentKind } from "../template/kind.js";

/** Recognises titles. */
export const TITLE_DECISION: DocumentKind = {
  id: "quyet-dinh-danh-hieu",
  title: "Quyết định công nhận danh hiệu thi đua",
  placeholders: DECISION_PLACEHOLDERS,
};
