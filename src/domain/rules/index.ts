import { bac } from "./bac.js";
import { chonMot } from "./chon-mot.js";
import { dat } from "./dat.js";
import { dieuKien } from "./dieu-kien.js";
import { maTran } from "./ma-tran.js";
import { moiVu } from "./moi-vu.js";
import type { Rule } from "./rule.js";
import { soVoiTotNhat } from "./so-voi-tot-nhat.js";
import { thuongDanhHieu } from "./thuong-danh-hieu.js";
import { trucTiep } from "./truc-tiep.js";
import { tyLe } from "./ty-le.js";

/** THE LIST of scoring rules (`Cách chấm`). */
export const RULES: readonly Rule[] = [
  tyLe,
  soVoiTotNhat,
  bac,
  dat,
  moiVu,
  maTran,
  chonMot,
  trucTiep,
  thuongDanhHieu,
  dieuKien,
];
