import type { Check } from "../checks/check.js";
import { awardBeyondAuthority, districtDecision, giverBeyondAuthority, notGivenThen } from "./authority.js";
import { fewDirectWorkers } from "./balance.js";
import { decidedBeforeAchievement, otherYearsAchievement } from "./dates.js";
import { formsForOneAchievement, nearTwinNominee, sameNameElsewhere, sameNomineeTwice } from "./people.js";
import { quotaExceeded, quotaUnknown } from "./quotas.js";
import { shareBelow, shareUnknown, withoutFighter } from "./shares.js";
import { subjectMixUp, titleForFormMixUp, underDiscipline } from "./subjects.js";
import { votesBelowShare, votesMissing } from "./votes.js";
import { otherStandard, yearsNotInARow, yearsUnknown } from "./years.js";

/** THE LIST of what `check` looks for in lists of nominees and recipients; the council decides, not the program. */
export const ELIGIBILITY_CHECKS: readonly Check[] = [
  votesBelowShare,
  giverBeyondAuthority,
  notGivenThen,
  districtDecision,
  sameNomineeTwice,
  underDiscipline,
  yearsNotInARow,
  shareBelow,
  withoutFighter,
  quotaExceeded,
  formsForOneAchievement,
  nearTwinNominee,
  subjectMixUp,
  decidedBeforeAchievement,
  awardBeyondAuthority,
  votesMissing,
  yearsUnknown,
  otherStandard,
  shareUnknown,
  quotaUnknown,
  otherYearsAchievement,
  sameNameElsewhere,
  titleForFormMixUp,
  fewDirectWorkers,
];
