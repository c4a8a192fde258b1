import type { Law } from "../../domain/law/law.js";
import { proposeAwards } from "../../domain/proposal.js";
import { DEFAULT_RULES, type ProposalRule, RULES_HINT, readProposalRules } from "../../domain/proposal-rule.js";
import { UserError } from "../../errors.js";
import { listAwardHistory } from "../../store/award.js";
import type { Db } from "../../store/open.js";
import { readSettings } from "../../store/setting.js";
import type { ReportedRanking } from "./ranking.js";

/** The rules in use, and whose they are. */
export interface RulesInUse {
  rules: ProposalRule[];
  origin: "option" | "setting" | "default";
}

/** The rules given, else the setting propose.rules, else the program's. Throws UserError for one that cannot be read. */
export function readRules(db: Db, law: Law, given: readonly string[]): RulesInUse {
  const setting = readSettings(db).get("propose.rules") ?? null;
  const origin = given.length > 0 ? "option" : setting === null ? "default" : "setting";
  const text = given.length > 0 ? given.join(";") : (setting ?? DEFAULT_RULES);
  const { rules, trouble } = readProposalRules(text, law.findAward);
  if (trouble !== null) throw new UserError(trouble, RULES_HINT);
  return { rules, origin };
}

/** The day whose law counts: today, and no later than the usual last day of awards of a year. */
export function proposalDay(year: number, today: string): string {
  const usual = `${year + 1}-03-31`;
  return today < usual ? today : usual;
}

/** What the rules propose for ranked clusters of the year. */
export function proposeForClusters(
  db: Db,
  rankings: readonly ReportedRanking[],
  question: { year: number; date: string; law: Law; rules: readonly ProposalRule[] },
) {
  const history = listAwardHistory(db).filter(
    ({ year, award }) => year <= question.year && award.subject === "collective",
  );
  return rankings.map(({ cluster, stated, members, before }) => {
    const idOf = new Map(members.map(({ name, id }) => [name, id]));
    const { units, tree, decimals } = stated;
    const awardsOf = (unit: string) => history.filter(({ award }) => award.unitId === (idOf.get(unit) ?? -1));
    return proposeAwards({ cluster, units, maxScore: tree.maxScore, decimals, before, awardsOf }, question);
  });
}
