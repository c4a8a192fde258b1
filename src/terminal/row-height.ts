/** A column so wide shows about so many characters in a line. */
export const PROSE_WIDTH = 70;
const LINE = { points: 16.5, characters: 78 } as const;
/** Excel has no higher rows. */
const MAX_POINTS = 409;

/** Points of a row with this text in a column of PROSE_WIDTH: programs do not agree on making a row higher by themselves. */
export function chooseHeight(text: string): number {
  const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE.characters)), 0);
  return Math.min(lines * LINE.points, MAX_POINTS);
}
