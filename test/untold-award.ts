import type { AwardRecord } from "../src/domain/award.js";

/** What a list may leave out of an award, left out. */
export const UNTOLD = {
  salutation: null,
  position: null,
  workplace: null,
  achievement: null,
  achievementYear: null,
  directWorker: null,
  leader: null,
  gender: null,
  birthDate: null,
  occasion: null,
  discipline: null,
  votesFor: null,
  votesTotal: null,
  decisionNumber: null,
  decisionDate: null,
} satisfies Partial<AwardRecord>;
