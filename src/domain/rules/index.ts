import { bac } from "./bac.js";
import { dat } from "./dat.js";
import type { Rule } from "./rule.js";
import { soVoiTotNhat } from "./so-voi-tot-nhat.js";
import { trucTiep } from "./truc-tiep.js";
import { tyLe } from "./ty-le.js";

/** THE LIST of scoring rules (`Cách chấm`). */
export const RULES: readonly Rule[] = [tyLe, soVoiTotNhat, bac, dat, trucTiep];
