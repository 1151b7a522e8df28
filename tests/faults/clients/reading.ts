import type { Account } from '../../../bench/client/asked';
import { waitFor } from '../../kit/wait-for';
import { ask } from './ask';
import { type Listed, MemberView } from './member-view';
import { LIST_NAMES, type ListName, listQuery, SNAPSHOT } from './operations';

/** What an app begins with: where the stream stood, and all it shows its member, read afresh. */
export interface Start {
  readonly cursor: string;
  readonly view: MemberView;
}

/** An app has nothing to show without them, so it waits for longer than for other answers. Milliseconds. */
const PATIENCE = 20_000;
const AT_LAST = 60_000;

/** Reads a snapshot and every list to its end. What happens meanwhile comes again as events after the cursor. */
export async function readStart(url: string, { id, token }: Account): Promise<Start> {
  const view = new MemberView(id);
  const { snapshot } = await ask<{ snapshot: { cursor: string; viewer: Lists } }>(url, token, SNAPSHOT, {}, PATIENCE);
  for (const name of LIST_NAMES) {
    let page: Page = snapshot.viewer[name];
    for (;;) {
      view.reads(page.edges.map(({ node }) => node));
      if (!page.pageInfo.hasNextPage) break;
      const { viewer } = await ask<{ viewer: Lists }>(
        url,
        token,
        listQuery(name),
        { after: page.pageInfo.endCursor },
        PATIENCE,
      );
      page = viewer[name];
    }
  }
  return { cursor: snapshot.cursor, view };
}

/** The same as soon as the system can, which may have a fault or be slow just then. */
export function readStartAtLast(url: () => string, account: Account): Promise<Start> {
  return waitFor('a reading', () => readStart(url(), account).catch(nothingYet), AT_LAST);
}

const nothingYet = () => null;

type Lists = Readonly<Record<ListName, Page>>;

interface Page {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly edges: readonly { readonly node: Listed }[];
}
