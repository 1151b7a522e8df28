import { hash, verify } from '@node-rs/argon2';
import { Turns } from '../database/turns';

/** The least that OWASP's Password Storage Cheat Sheet recommends for argon2id (the library's default algorithm); KiB. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const;

/** The hash of a password that nobody knows, at the same cost: an account that does not exist takes as long to refuse. */
const NOBODYS = '$argon2id$v=19$m=19456,t=2,p=1$LgS9mTeW4K0JVWMCwfsAUg$+N8jY1cq3g/MsIMtgq2We1sTg6dxL6qoNVQVhbB0EXU';

/** Of the whole process: each takes 19 MB and one of the four threads that Node reads files with. */
const TURNS = new Turns(3, 128);

/** Slow by intent and memory-hungry: never inside a transaction. Throws TRY_AGAIN when too many wait for their turn. */
export const hashPassword = (password: string): Promise<string> =>
  TURNS.take(() => hash(password.normalize('NFKC'), COST));

/** Does the same work whether or not there is a hash to compare with. Throws TRY_AGAIN like `hashPassword`. */
export async function passwordMatches(passwordHash: string | undefined, password: string): Promise<boolean> {
  const matches = await TURNS.take(() => verify(passwordHash ?? NOBODYS, password.normalize('NFKC')));
  return matches && passwordHash !== undefined;
}
