import type { Turns } from '../database/turns';
import type { FewATurn } from './few-a-turn';

/** A turn at one of the long pages; it lasts until the page has been answered, and not until a slow reader has it. */
export class Turn {
  private release: (() => void) | undefined;

  constructor(
    private readonly turns: Turns,
    private readonly pages: FewATurn,
  ) {}

  /** For the short first page of those who come back. */
  short(): Promise<void> {
    return this.pages.next();
  }

  async begin(): Promise<void> {
    this.end();
    this.release = await this.turns.lock();
    await this.pages.next();
  }

  end(): void {
    this.release?.();
    this.release = undefined;
  }
}
