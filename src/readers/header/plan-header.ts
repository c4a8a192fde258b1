import { cleanText, nameKey } from "../../domain/name.js";
import { planField } from "../../domain/plan-level.js";
import { capitalize } from "../../domain/upper-case.js";
import type { ColumnClaim } from "../table/format.js";
import { headerKey, readHeader } from "../table/header-key.js";

/** Whether a header is that of the plan as such and names nobody who gave it. */
export function isPlainPlan({ header }: Pick<ColumnClaim, "header">): boolean {
  return PLAIN_PLAN.has(readHeader(header).key);
}

const PLAIN_PLAN = new Set(["Kế hoạch", "KH", "Kế hoạch năm", "KH năm"].map(headerKey));

const GIVER = "trung ương|tw|tỉnh|thành phố|huyện|thị xã|xã|hđnd|ubnd|cấp trên|cụm|khối";
const LEVEL = new RegExp(`(?:^|\\s)(?:(?:${GIVER})(?:\\s.*)? giao|giao ước|đăng ký|phấn đấu)(?:\\s|$)`, "u");
const PLAN_WORDS = /^(?:(?:kế hoạch|kh|chỉ tiêu|dự toán|dt|mức|được|năm|[–-])\s+)+/iu;

/** "KH tỉnh giao năm 2020 (ha)" → "Tỉnh giao"; null when nobody is named who gave the plan or set it. */
function namedLevel(header: string): string | null {
  const text = withoutTime(header).replace(PLAN_WORDS, "");
  return LEVEL.test(nameKey(text)) ? capitalize(text) : null;
}

/** Brackets stay only where they say who gave the plan: "Dự toán (tỉnh giao)". */
function withoutTime(header: string): string {
  const open = header.replace(/[([]([^)\]]*)[)\]]?/g, (_, inside: string) =>
    LEVEL.test(nameKey(inside)) ? ` ${inside} ` : " ",
  );
  return cleanText(open.replace(/(?:năm\s*)?(?<!\d)(?:19|20)\d{2}(?!\d)/giu, " "));
}

/**
 * The plan that counts with the level its header names, the others as further plans, each by its level. What cannot be
 * told from another by its header is passed over.
 */
export function settlePlans(
  claims: readonly ColumnClaim[],
  isPlan: (claim: ColumnClaim) => boolean,
): { claims: ColumnClaim[]; passedOver: { claim: ColumnClaim; taken: ColumnClaim }[] } {
  const plans = claims.filter(isPlan);
  const taken = plans.find(isPlainPlan) ?? plans[0];
  if (taken === undefined) return { claims: [...claims], passedOver: [] };
  const isSeveral = plans.length > 1;
  const level = namedLevel(taken.header) ?? (isSeveral && !isPlainPlan(taken) ? withoutTime(taken.header) : null);
  const known = new Set([nameKey(level ?? taken.header), nameKey(taken.header)]);
  const passedOver: { claim: ColumnClaim; taken: ColumnClaim }[] = [];
  const settled = claims.flatMap((claim): ColumnClaim[] => {
    if (!isPlan(claim)) return [claim];
    if (claim === taken) return [level === null ? claim : { ...claim, level }];
    const names = [namedLevel(claim.header) ?? withoutTime(claim.header), claim.header];
    const name = names.find((each) => each !== "" && !known.has(nameKey(each)));
    if (name === undefined) {
      passedOver.push({ claim, taken });
      return [];
    }
    known.add(nameKey(name));
    return [{ ...claim, fields: [planField(name)] }];
  });
  return { claims: settled, passedOver };
}
