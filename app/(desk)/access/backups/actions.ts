'use server';

import { action } from '@/app/server/action';
import { askBackup } from '@/lib/backups/ask-backup';
import { paths, withQuery } from '@/lib/paths';

export const ask = action(askBackup, {
  read: () => ({}),
  next: () => ({ to: withQuery(paths.backups, { done: 'asked' }) }),
});
