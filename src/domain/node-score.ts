import { type Exact, ZERO } from "./number.js";
import type { Criterion, Rubric } from "./rubric-tree.js";
import { lastGiven } from "./rules/given.js";
import { type ItemScore, limit } from "./score-item.js";

/** Points of a node with all below it, within its caps. */
export interface NodeScore {
  base: Exact;
  bonus: Exact;
  deduction: Exact;
  /** Maximum of the tasks that were given to the unit. */
  assignedMax: Exact;
  /** On the scale of the node's maximum, whatever part of it was given; null when nothing below is known. */
  score: Exact | null;
}

/** A rubric's points of one unit. */
export interface SettledScores {
  whole: NodeScore;
  /** By index of the criterion. */
  nodes: NodeScore[];
  /** In the order of the rubric; alternatives that were not chosen count no more. */
  items: ItemScore[];
  /** Caps of nodes that took something away, as Vietnamese clauses. */
  problems: string[];
}

/** A node settled, with the leaves under it. */
type Settled = { node: NodeScore } & Pick<SettledScores, "items" | "problems">;

/** Adds leaves up to the roots: each node within its own caps, one child only where the rubric says so. */
export function settleScores(rubric: Rubric, scored: readonly ItemScore[]): SettledScores {
  const itemOf = new Map(scored.map((item) => [item.criterion, item]));
  const childrenOf = new Map<number | null, number[]>();
  rubric.criteria.forEach(({ parent }, index) => {
    childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), index]);
  });
  const nodes: NodeScore[] = [];
  const settle = (index: number): Settled => {
    const criterion = rubric.criteria[index] as Criterion;
    const item = itemOf.get(criterion);
    const settled =
      item === undefined
        ? settleParent(criterion, (childrenOf.get(index) ?? []).map(settle))
        : { node: leafNode(item), items: [item], problems: [] };
    nodes[index] = settled.node;
    return settled;
  };
  const roots = (childrenOf.get(null) ?? []).map(settle);
  const { node: whole, ...rest } = addUp(roots, { ...rubric, max: rubric.maxScore, name: "cả thang điểm" });
  return { whole, nodes, ...rest };
}

function leafNode({ base, bonus, deduction, score, assigned, criterion }: ItemScore): NodeScore {
  return { base: base ?? ZERO, bonus, deduction, score, assignedMax: assigned ? criterion.max : ZERO };
}

function settleParent(criterion: Criterion, parts: readonly Settled[]): Settled {
  const capped = { ...criterion, name: criterion.code };
  if (criterion.choice === null || parts.length === 0) return addUp(parts, capped);
  const { index, reason } = criterion.choice.choose(
    parts.map(({ node, items }) => ({
      score: node.score,
      claimed: items.some(({ given }) => lastGiven(given) !== null || given.cases !== null),
    })),
  );
  const chosen = addUp(parts.slice(index, index + 1), capped);
  const items = parts.flatMap((part, place) =>
    part.items.map((item) => (place === index ? tellChosen(item, criterion, reason) : passOver(item, criterion))),
  );
  // Whichever alternative a unit takes, it could have had the best of those given to it.
  const assignedMax = parts.map(({ node }) => node.assignedMax).reduce((a, b) => (b.compare(a) > 0 ? b : a), ZERO);
  return { ...chosen, node: { ...chosen.node, assignedMax }, items };
}

function tellChosen(item: ItemScore, { code }: Criterion, reason: string): ItemScore {
  return { ...item, explanation: `được chọn ở ${code} (${reason}); ${item.explanation}` };
}

function passOver(item: ItemScore, { code }: Criterion): ItemScore {
  const nothing = { score: null, base: null, bonus: ZERO, deduction: ZERO, problems: [], warnings: [], gate: null };
  const explanation = `không tính vì ${code} chỉ lấy một phương án khác; ${item.explanation}`;
  return { ...item, ...nothing, counted: false, explanation };
}

type Capped = Pick<Criterion, "max" | "name" | "bonusCap" | "deductionCap">;

function addUp(parts: readonly Settled[], { max, name, bonusCap, deductionCap }: Capped): Settled {
  const sum = (part: "base" | "bonus" | "deduction" | "assignedMax") =>
    parts.reduce((total, { node }) => total.add(node[part]), ZERO);
  const problems = parts.flatMap((part) => part.problems);
  const base = sum("base");
  const bonus = limit(sum("bonus"), bonusCap, `${name}: điểm thưởng`, problems);
  const deduction = limit(sum("deduction"), deductionCap, `${name}: điểm trừ`, problems);
  const assignedMax = sum("assignedMax");
  const known = parts.some(({ node }) => node.score !== null);
  const scaled = assignedMax.equals(ZERO) ? base : base.mul(max).div(assignedMax);
  const score = known ? scaled.add(bonus).sub(deduction) : null;
  return { node: { base, bonus, deduction, assignedMax, score }, items: parts.flatMap(({ items }) => items), problems };
}
