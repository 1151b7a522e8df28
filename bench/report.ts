/** A Markdown table; the first column is words, the others are numbers. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = head.map((_, index) => (index === 0 ? '---' : '---:'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

export const whole = (value: number): string => Math.round(value).toLocaleString('en-US');
export const decimal = (value: number, places = 1): string => value.toFixed(places);
export const times = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)}×`;

/** What is under way, for whoever watches; the report itself goes to the standard output. */
export function progress(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Runs a benchmark as a program: prints its part of the report. */
export function print(benchmark: () => Promise<string>): void {
  benchmark().then(
    (report) => console.log(report),
    (error: unknown) => {
      console.error(error);
      process.exitCode = 1;
    },
  );
}
