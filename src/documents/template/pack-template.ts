import { type Document, Packer } from "docx";
import { readPackage, stampDate, writePackage } from "../word/package.js";

/** The date templates we build carry in their properties. */
const TEMPLATE_DATE = "2020-03-05";

/** A built template as a file, the moment of building taken out: the same bytes each time. */
export async function packTemplate(document: Document): Promise<Uint8Array> {
  const parts = readPackage(await Packer.toBuffer(document));
  const core = parts.get("docProps/core.xml");
  if (core !== undefined) {
    const stamped = stampDate(new TextDecoder().decode(core), TEMPLATE_DATE);
    parts.set("docProps/core.xml", Buffer.from(stamped, "utf8"));
  }
  return writePackage(parts);
}
