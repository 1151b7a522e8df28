/** What one member can be to another beyond an acquaintance: sought, or offered. */
export const PURPOSES = {
  MENTORSHIP: 'Learning from somebody with more experience, or passing it on.',
  COLLABORATION: 'Working on something together.',
  HIRING: 'People to hire.',
  JOB: 'A position to fill, or to be hired for.',
  ADVICE: 'An answer to a question of the trade now and then.',
} as const;

export type Purpose = keyof typeof PURPOSES;

export const isPurpose = (text: string): text is Purpose => text in PURPOSES;

/** How a list of purposes is stored: names separated by spaces. */
export const storedPurposes = (purposes: readonly Purpose[]): string => [...new Set(purposes)].join(' ');

export const readPurposes = (stored: string): Purpose[] => stored.split(' ').filter(isPurpose);
