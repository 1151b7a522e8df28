import { InvalidInput } from '../errors';
import type { Admission } from '../relationships/admission.rules';
import type { AdmissionInput } from './admission.type';

const MOST_A_DAY = 1000;
const LONGEST_PAUSE = 366 * 86_400_000;

/** What the input changes of a member's admission. Absent fields stay, and so does null where it means nothing. */
export function checkedAdmission(input: AdmissionInput, at: number): Partial<Admission> {
  const { asksNote, asksReason, whoMayInvite, dailyIntake, pausedUntil, unadmitted } = input;
  const path = (field: string) => ['input', 'admission', field];
  if (typeof dailyIntake === 'number' && (dailyIntake < 1 || dailyIntake > MOST_A_DAY))
    throw new InvalidInput(path('dailyIntake'), `Use 1 to ${MOST_A_DAY}, or null for any number.`);
  if (typeof pausedUntil === 'number' && pausedUntil > at + LONGEST_PAUSE)
    throw new InvalidInput(path('pausedUntil'), 'A pause lasts a year at most.');
  if (typeof pausedUntil === 'number' && pausedUntil <= at)
    throw new InvalidInput(path('pausedUntil'), 'Use a time to come, or null for no pause.');
  return {
    ...(typeof asksNote === 'boolean' ? { asksNote } : {}),
    ...(typeof asksReason === 'boolean' ? { asksReason } : {}),
    ...(whoMayInvite ? { whoMayInvite } : {}),
    ...(dailyIntake === undefined ? {} : { dailyIntake }),
    ...(pausedUntil === undefined ? {} : { pausedUntil }),
    ...(unadmitted ? { drops: unadmitted === 'DROP' } : {}),
  };
}
