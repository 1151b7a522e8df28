import type { Load } from '../measure';

/** Someone who is signed in: global id and access token. */
export interface Account {
  readonly id: string;
  readonly token: string;
}

/** What the client process can be asked to do. */
export type Asked =
  | { readonly what: 'connect'; readonly url: string; readonly accounts: readonly Account[] }
  | { readonly what: 'jobs'; readonly callers: number; readonly milliseconds: number }
  | {
      readonly what: 'pages';
      readonly url: string;
      readonly callers: number;
      readonly milliseconds: number;
      readonly token: string;
      readonly body: string;
    }
  | { readonly what: 'close' };

export interface JobsDone extends Load {
  /** Milliseconds from the request to the frame on the other's socket, two of each job. */
  readonly heard: readonly number[];
}

export interface PagesDone extends Load {
  /** One of the answers. */
  readonly sample: string;
}
