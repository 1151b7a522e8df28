import { Initial1790000000000 } from './migrations/1790000000000-initial';
import { Leases1790000100000 } from './migrations/1790000100000-leases';

/** All migrations, oldest first. They are written by hand and say what they mean on every engine. */
export const MIGRATIONS = [Initial1790000000000, Leases1790000100000];
