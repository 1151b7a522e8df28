/** Environment variables as they are read, one by one. What is wrong is noted, and the default is used in its place. */
export class Environment {
  /** One sentence for each variable that is wrong. Values are not repeated: secrets are among them. */
  readonly problems: string[] = [];

  constructor(private readonly variables: Readonly<Record<string, string | undefined>>) {}

  readonly text = (name: string): string | undefined => this.variables[name]?.trim() || undefined;

  readonly choice = (name: string, fallback: boolean): boolean => {
    const value = this.text(name)?.toLowerCase();
    if (value === undefined) return fallback;
    if (!['on', 'off', '1', '0', 'true', 'false'].includes(value)) this.problems.push(`${name} must be "on" or "off".`);
    return ['on', '1', 'true'].includes(value);
  };

  readonly number = (name: string, fallback: number, least = 0, most = Number.MAX_SAFE_INTEGER): number => {
    const value = this.text(name);
    if (value === undefined) return fallback;
    const parsed = Number(value);
    if (Number.isFinite(parsed) && parsed >= least && parsed <= most) return parsed;
    this.problems.push(`${name} must be a number from ${least} to ${most}.`);
    return fallback;
  };

  readonly whole = (name: string, fallback: number, least = 0, most?: number): number => {
    const value = this.number(name, fallback, least, most);
    if (!Number.isInteger(value)) this.problems.push(`${name} must be a whole number.`);
    return value;
  };

  /** A URL; with `list`, several of them separated by commas. */
  readonly url = (name: string, schemes: readonly string[], list = false): string | undefined => {
    const value = this.text(name);
    const parts = value === undefined ? [] : list ? value.split(',') : [value];
    if (parts.some((part) => !URL.canParse(part) || !schemes.includes(new URL(part).protocol)))
      this.problems.push(`${name} must be a URL that begins with ${schemes.map((s) => `${s}//`).join(' or ')}.`);
    return value;
  };

  readonly origins = (name: string): readonly string[] => {
    const list = (this.text(name) ?? '').split(',').flatMap((part) => part.trim() || []);
    if (list.some((part) => !URL.canParse(part) || new URL(part).origin !== part))
      this.problems.push(
        `${name} must name each origin, such as https://app.example, separated by commas; "*" is none.`,
      );
    return list;
  };
}
