import { DECISION_PLACEHOLDERS } from "../decision/placeholder.js";
import type { DocumentKind } from "../template/kind.js";

/** Gives forms of commendation and flags. */
export const DECISION: DocumentKind = {
  id: "quyet-dinh-khen-thuong",
  title: "Quyết định khen thưởng",
  placeholders: DECISION_PLACEHOLDERS,
};
