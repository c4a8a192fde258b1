import type { DocumentKind } from "./kind.js";
import { REPORT } from "./kinds/bao-cao-tong-ket.js";
import { DECISION } from "./kinds/quyet-dinh-khen-thuong.js";

/** THE LIST of document kinds. Adding one: `kinds/<id>.ts`, its builder in `shipped/<id>.ts`, `templates/<id>.docx`, its line here. */
export const DOCUMENT_KINDS: readonly DocumentKind[] = [REPORT, DECISION];
