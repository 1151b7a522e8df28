import { Initial1790000000000 } from './migrations/1790000000000-initial';
import { Leases1790000100000 } from './migrations/1790000100000-leases';
import { Admission1790100000000 } from './migrations/1790100000000-admission';
import { Answering1790110000000 } from './migrations/1790110000000-answering';
import { Returns1790120000000 } from './migrations/1790120000000-returns';
import { Network1790200000000 } from './migrations/1790200000000-network';
import { SuggestionDismissals1795000000000 } from './migrations/1795000000000-suggestion-dismissals';
import { Erasure1796000000000 } from './migrations/1796000000000-erasure';
import { Standing1797000000000 } from './migrations/1797000000000-standing';

/** All migrations, oldest first. They are written by hand and say what they mean on every engine. */
export const MIGRATIONS = [
  ...[Initial1790000000000, Leases1790000100000, Admission1790100000000, Answering1790110000000],
  ...[Returns1790120000000, Network1790200000000, SuggestionDismissals1795000000000, Erasure1796000000000],
  Standing1797000000000,
];
