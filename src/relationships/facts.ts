import type { Placement } from './admission.rules';
import type { Report } from './command';
import type { OpenInvitation } from './relationship-state';

/** What happened. `open` is the invitation that was open until then. */
export type Fact =
  | Invited
  | { readonly kind: 'connected'; readonly open: OpenInvitation; readonly crossing: boolean; readonly silent: boolean }
  | { readonly kind: 'declined'; readonly open: OpenInvitation; readonly report: Report }
  | { readonly kind: 'declineUndone' | 'withdrawn' | 'expired'; readonly open: OpenInvitation }
  | { readonly kind: 'snoozed'; readonly open: OpenInvitation; readonly until: number | null }
  | { readonly kind: 'asked' | 'replied'; readonly open: OpenInvitation; readonly text: string }
  | { readonly kind: 'reminded'; readonly open: OpenInvitation; readonly last: boolean }
  | { readonly kind: 'woken'; readonly open: OpenInvitation }
  | { readonly kind: 'disconnected' | 'unblocked' | 'allowed' }
  | { readonly kind: 'blocked' | 'left'; readonly open: OpenInvitation | null; readonly connected: boolean };

/** `counted`: within the quota. `proved`: its sender tried to prove that they know the recipient. */
interface Invited {
  readonly kind: 'invited';
  readonly placed: Placement;
  readonly counted: boolean;
  readonly proved: boolean;
}
