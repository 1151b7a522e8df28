import { IdBlock } from './database/id-block.entity';
import { Lease } from './database/lease.entity';
import { Lane } from './events/lane.entity';
import { LaneBatch } from './events/lane-batch.entity';
import { MemberEvent } from './events/member-event.entity';
import { StreamLineage } from './events/stream-lineage.entity';
import { Invitation } from './invitations/invitation.entity';
import { Report } from './invitations/standing/report.entity';
import { StandingRecord } from './invitations/standing/standing-record.entity';
import { Accomplishment } from './members/accomplishment.entity';
import { Account } from './members/account.entity';
import { Education } from './members/education.entity';
import { Member } from './members/member.entity';
import { MemberTerm } from './members/member-term.entity';
import { Position } from './members/position.entity';
import { Session } from './members/session.entity';
import { Settings } from './members/settings.entity';
import { Skill } from './members/skill.entity';
import { Connection } from './network/connection.entity';
import { Remark } from './network/remark.entity';
import { SuggestionDismissal } from './network/suggestions/suggestion-dismissal.entity';
import { Notification } from './notifications/notification.entity';
import { Block } from './relationships/block.entity';
import { Erasure } from './relationships/erasure.entity';
import { IdempotencyKey } from './relationships/idempotency-key.entity';
import { MemberState } from './relationships/member-state.entity';
import { Pair } from './relationships/pair.entity';

/** Every table, as TypeORM knows it. */
export const ENTITIES = [
  IdBlock,
  Lease,
  StreamLineage,
  MemberEvent,
  Lane,
  LaneBatch,
  MemberState,
  Pair,
  Block,
  Erasure,
  IdempotencyKey,
  Member,
  Position,
  Education,
  Skill,
  Accomplishment,
  Account,
  Session,
  Settings,
  MemberTerm,
  Connection,
  SuggestionDismissal,
  Remark,
  Notification,
  Report,
  StandingRecord,
  Invitation,
];
