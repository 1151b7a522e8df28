import { InvalidInput } from '../errors';

type Path = readonly string[];

/** What browsers accept as `<input type=email>` (WHATWG HTML, "valid e-mail address"), with a dot in the domain. */
const EMAIL =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/;
const LONGEST_EMAIL = 254;
const PASSWORD_LENGTH = { least: 10, most: 200 } as const;

/** Found at the top of every published list of leaked passwords, of ten characters and more. */
const COMMON = new Set(
  `1234567890 0123456789 9876543210 0987654321 12345678910 123456789a 1234512345 1q2w3e4r5t qwertyuiop qwerty1234 qwerty12345
  qwerty123456 password12 password123 password1234 password12345 password123456 passw0rd123 p@ssw0rd123 p@ssword123 mypassword
  iloveyou12 iloveyou123 iloveyou1234 letmein123 letmein1234 welcome123 welcome1234 administrator administrator1 admin12345
  admin123456 changeme123 football123 baseball123 superman123 sunshine123 princess123 abcdefghij abcdefghijk abcd123456
  abc1234567 abc123456789 asdfghjkl1 asdfghjkl123 zaq12wsxcde qazwsxedcrfv 1qaz2wsx3edc q1w2e3r4t5y6 1q2w3e4r5t6y passwordpassword
  trustno1trustno1 correcthorsebatterystaple`.split(/\s+/),
);

/** The form under which an account is found. Text that is no address at all stays as unknown as one without an account. */
export const normalisedEmail = (value: string): string => value.normalize('NFKC').trim().toLowerCase();

export function checkedEmail(value: string, path: Path): string {
  const email = normalisedEmail(value);
  if (email.length <= LONGEST_EMAIL && EMAIL.test(email)) return email;
  throw new InvalidInput(path, 'This is not an e-mail address.');
}

/** Throws unless the password is fit for the account with this e-mail address. */
export function checkPassword(password: string, email: string, path: Path): void {
  const { least, most } = PASSWORD_LENGTH;
  const characters = Array.from(password);
  if (characters.length < least || characters.length > most)
    throw new InvalidInput(path, `A password has ${least} to ${most} characters.`);
  const known = normalisedEmail(password);
  if (known === email || known === email.split('@')[0])
    throw new InvalidInput(path, 'The password must not be the e-mail address.');
  if (COMMON.has(known) || new Set(characters).size <= 2)
    throw new InvalidInput(path, 'This password is among the first that anybody would guess.');
}
