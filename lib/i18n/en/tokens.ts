import type { Words } from '@/lib/i18n/words';
import type { tokens as shape } from '@/lib/i18n/zh-CN/tokens';

export const tokens: Words<typeof shape> = {
  start: 'Token begins',
  state: 'State',
  expires: 'Valid until',
  used: 'Last used',
  never: 'Never used',
  made: 'Made',
  by: '{name}, {at}',
  revokedBy: 'Revoked by {name}, {at}. {reason}',
  dayHint: 'It works through that day; one year at most.',
  copy: 'Copy',
  copied: 'Copied',
  toList: 'Back to the list',
  revokeOf: 'Revoke “{name}”',
  revokeSubmit: 'Revoke this token',
  states: { active: 'Valid', expired: 'Expired', revoked: 'Revoked' },
};
