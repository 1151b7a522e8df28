import type { Account } from '../../../bench/client/asked';
import { ask } from './ask';
import { type Listed, MemberView } from './member-view';
import { LISTS, type ListName, listQuery, SNAPSHOT } from './operations';

export async function snapshotCursor(url: string, token: string): Promise<string> {
  const { snapshot } = await ask<{ snapshot: { cursor: string } }>(url, token, SNAPSHOT);
  return snapshot.cursor;
}

/** All that an app shows its member, read afresh. */
export async function readView(url: string, { id, token }: Account): Promise<MemberView> {
  const view = new MemberView(id);
  for (const name of Object.keys(LISTS) as ListName[]) {
    let after: string | null = null;
    do {
      const { viewer }: Page = await ask<Page>(url, token, listQuery(name), { after });
      view.reads(
        name,
        viewer.list.edges.map(({ node }) => node),
      );
      after = viewer.list.pageInfo.hasNextPage ? viewer.list.pageInfo.endCursor : null;
    } while (after !== null);
  }
  return view;
}

interface Page {
  readonly viewer: {
    readonly list: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
      readonly edges: readonly { readonly node: Listed }[];
    };
  };
}
