import { Initial1790000000000 } from './migrations/1790000000000-initial';
import { Leases1790000100000 } from './migrations/1790000100000-leases';
import { Network1790200000000 } from './migrations/1790200000000-network';
import { SuggestionDismissals1795000000000 } from './migrations/1795000000000-suggestion-dismissals';

/** All migrations, oldest first. They are written by hand and say what they mean on every engine. */
export const MIGRATIONS = [
  ...[Initial1790000000000, Leases1790000100000, Network1790200000000],
  SuggestionDismissals1795000000000,
];
