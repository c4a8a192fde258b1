import type { Document } from "docx";
import { certificatePage } from "../certificate/page.js";

export function buildCertificateOfMeritTemplate(): Document {
  return certificatePage("Bằng khen");
}
