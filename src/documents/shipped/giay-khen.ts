import type { Document } from "docx";
import { certificatePage } from "../certificate/page.js";

export function buildLetterOfCommendationTemplate(): Document {
  return certificatePage("Giấy khen");
}
