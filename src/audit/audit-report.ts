import type { Violation } from './violations';

/** Rows that are shown of one broken promise. */
const SHOWN = 50;

/** Each promise that is broken, and the rows that break it, one a line. */
export function auditReport(found: readonly Violation[]): string {
  if (found.length === 0) return 'Every invariant holds.';
  const byInvariant = new Map<string, Violation[]>();
  for (const violation of found) {
    const others = byInvariant.get(violation.invariant);
    if (others) others.push(violation);
    else byInvariant.set(violation.invariant, [violation]);
  }
  return [...byInvariant].map(([invariant, broken]) => section(invariant, broken)).join('\n\n');
}

function section(invariant: string, broken: readonly Violation[]): string {
  const rows = broken.slice(0, SHOWN).map(({ row }) => `  ${JSON.stringify(row)}`);
  const rest = broken.length > SHOWN ? [`  … and ${broken.length - SHOWN} more`] : [];
  return [`Not true: ${invariant} (${broken.length})`, ...rows, ...rest].join('\n');
}
