import type { Database } from '../database/database';
import type { Door } from '../relationships/door';
import { checkedAdmission } from './admission-input.rules';
import { unauthenticated } from './authentication';
import { rewriteTerms } from './member-terms.queries';
import { checkProfile } from './profile.rules';
import { replaceLists, updateColumns } from './profiles.queries';
import { settingsOf, writeSettings } from './settings.queries';
import { mutedKinds, mutedMask } from './settings.rules';
import type { Settings, UpdateSettingsInput } from './settings.type';
import type { UpdateProfileInput } from './update-profile.input';

/** What a member says and chooses about themselves. */
export class ProfilesService {
  constructor(
    private readonly database: Database,
    private readonly door: Door,
  ) {}

  async updateProfile(memberId: number, input: UpdateProfileInput): Promise<void> {
    const { columns, lists } = checkProfile(input);
    await this.door.own({
      actor: memberId,
      event: 'PROFILE_UPDATED',
      write: async (tx, at) => {
        await updateColumns(tx, memberId, columns, at);
        await replaceLists(tx, memberId, lists);
        await rewriteTerms(tx, memberId);
      },
    });
  }

  async settings(memberId: number): Promise<Settings> {
    const chosen = await settingsOf(this.database, memberId);
    if (!chosen) throw unauthenticated();
    const { drops, ...admission } = chosen.admission;
    return {
      connectionsVisibleTo: chosen.connectionsVisibleTo,
      mutedNotifications: mutedKinds(chosen.mutedKinds),
      admission: { ...admission, unadmitted: drops ? 'DROP' : 'FILE' },
    };
  }

  async updateSettings(memberId: number, input: UpdateSettingsInput): Promise<void> {
    const { connectionsVisibleTo, mutedNotifications } = input;
    const admission = checkedAdmission(input.admission ?? {}, this.database.time());
    await this.door.own({
      actor: memberId,
      event: 'SETTINGS_UPDATED',
      admission,
      write: (tx) =>
        writeSettings(tx, memberId, {
          ...(connectionsVisibleTo ? { connectionsVisibleTo } : {}),
          ...(mutedNotifications ? { mutedKinds: mutedMask(mutedNotifications) } : {}),
          admission,
        }),
    });
  }
}
