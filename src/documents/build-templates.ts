import { writeFileSync } from "node:fs";
import { PACKAGE_FOLDER } from "../package-folder.js";
import { buildShippedTemplates } from "./shipped-templates.js";

// Run by `npm run templates`: writes templates/*.docx anew.
for (const { kind, bytes } of await buildShippedTemplates()) {
  writeFileSync(new URL(`templates/${kind}.docx`, PACKAGE_FOLDER), bytes);
}
