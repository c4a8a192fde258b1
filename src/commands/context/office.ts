import type { BonusRounding } from "../../domain/bonus-money.js";
import type { Issuer } from "../../domain/issuer.js";
import { type IssuerLevel, inferLevel } from "../../domain/issuer-level.js";
import type { Signatory, SignatoryMode } from "../../domain/signature.js";
import { UserError } from "../../errors.js";
import { readDate } from "../../readers/cell/date.js";

/** The office that issues documents, from the settings; null where they do not say. */
export interface Office {
  issuer: Issuer | null;
  signatory: Signatory;
  place: string | null;
  proposer: string | null;
  /** Căn cứ of the office's own. */
  basis: { regulation: string | null; functions: string | null; decree: string | null };
  lawCitation: "date" | "number";
  rounding: BonusRounding;
}

/** Reads the office out of the settings; a level that is not set is told from the issuer's name. */
export function readOffice(settings: ReadonlyMap<string, string>): Office {
  const get = (key: string) => settings.get(key) ?? null;
  const name = get("issuer.name");
  return {
    issuer:
      name === null ? null : { name, parentBody: get("issuer.parent"), level: levelOf(name, get("issuer.level")) },
    signatory: {
      position: get("signatory.position"),
      mode: (get("signatory.mode") ?? "") as SignatoryMode,
      name: get("signatory.name"),
    },
    place: get("issuer.place"),
    proposer: get("council.proposer"),
    basis: { regulation: get("basis.regulation"), functions: get("basis.functions"), decree: get("basis.decree") },
    lawCitation: get("basis.citation") === "number" ? "number" : "date",
    rounding: (get("bonus.rounding") as BonusRounding | null) ?? "ceil10k",
  };
}

function levelOf(name: string, set: string | null): IssuerLevel {
  return (set as IssuerLevel | null) ?? inferLevel(name) ?? "khac";
}

/** --date as YYYY-MM-DD; null when not given. Takes 2021-04-16 and 16/4/2021; throws UserError for a day that is not. */
export function parseDateOption(text: string | null): string | null {
  if (text === null) return null;
  const reading = readDate(text);
  if ("date" in reading) return reading.date;
  throw new UserError(`"${text}" không phải là ngày có thật.`, "Ghi ngày như 2021-04-16 hoặc 16/4/2021.");
}
