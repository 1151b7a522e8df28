import { newPlace, type Place } from '../kit/place';
import { type Program, startProcess } from '../kit/start-process';
import { Line } from './line';

/** A server in a process of its own at the end of a line: clients keep the line's address, whatever becomes of the process. */
export class Town {
  private constructor(
    private readonly place: Place,
    private readonly env: Readonly<Record<string, string>>,
    private program: Program,
    readonly line: Line,
  ) {}

  static async found(more: Readonly<Record<string, string>> = {}): Promise<Town> {
    const place = await newPlace();
    const env = { ...place.env, ...more };
    const program = await startProcess(env);
    return new Town(place, env, program, await Line.to(program.url));
  }

  /** Where the process itself is. */
  get url(): string {
    return this.program.url;
  }

  /** Ends the process, politely or not, and starts another over the same database. */
  async restart(how: 'stop' | 'kill'): Promise<void> {
    await this.program[how]();
    this.program = await startProcess(this.env);
    this.line.layTo(this.url);
  }

  async close(): Promise<void> {
    await this.line.close();
    await this.program.stop();
    await this.place.remove();
  }
}
