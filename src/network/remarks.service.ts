import type { Database } from '../database/database';
import { DomainError, NotFound } from '../errors';
import { fromGlobalId } from '../graphql/global-id';
import { visibleMembers } from '../members/members.queries';
import { checkedText } from '../members/text.rules';
import type { Door } from '../relationships/door';
import { areConnected, type Remark, writeRemark } from './remarks.queries';

const LABEL = { most: 60 } as const;
const NOTE = { most: 2000, prose: true } as const;

/** Absent fields stay, null or a blank text takes away. */
export interface RemarkInput {
  readonly memberId: string;
  readonly label?: string | null | undefined;
  readonly privateNote?: string | null | undefined;
}

/** Keeps what members note in private about their connections. */
export class RemarksService {
  constructor(
    private readonly database: Database,
    private readonly door: Door,
  ) {}

  /** Tells the viewer's own devices, and nobody else. Resolves to the other member's id. */
  async update(viewer: number, { memberId, label, privateNote }: RemarkInput): Promise<number> {
    const path = ['input', 'memberId'];
    const peer = fromGlobalId('Member', memberId, path);
    const remark: Partial<Remark> = {
      ...(label === undefined ? {} : { label: checkedText(label, ['input', 'label'], LABEL) }),
      ...(privateNote === undefined ? {} : { privateNote: checkedText(privateNote, ['input', 'privateNote'], NOTE) }),
    };
    if ((await visibleMembers(this.database, viewer, [peer])).length === 0) throw new NotFound(path);
    await this.door.own({
      ...{ actor: viewer, about: peer, event: 'RELATIONSHIP_UPDATED', payload: { member: peer } },
      write: async (tx, at) => {
        if (!(await areConnected(tx, viewer, peer))) throw new DomainError('NOT_CONNECTED', { path });
        await writeRemark(tx, [viewer, peer], remark, at);
      },
    });
    return peer;
  }
}
