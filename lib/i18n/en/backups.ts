import type { Words } from '@/lib/i18n/words';
import type { backups as shape } from '@/lib/i18n/zh-CN/backups';

export const backups: Words<typeof shape> = {
  title: 'Backups',
  lead: 'A backup has all that is stored: figures, attachments, accounts and the audit trail. It is read back and checked as soon as it is written. The file stays in the folder of backups on the server.',
  ask: 'Back up now',
  askLead: 'The product stays in use meanwhile. It begins within seconds; reload this page to see how it went.',
  asked: 'A backup is asked for. The server begins within seconds.',
  caption: 'Newest backups',
  at: 'When',
  state: 'State',
  origin: 'Asked by',
  file: 'File',
  size: 'Size',
  rows: 'Rows',
  encrypted: 'Encryption',
  isEncrypted: 'Encrypted',
  notEncrypted: 'Not encrypted',
  rowCount: '{rows, number}',
  megabytes: '{size, number} MB',
  states: { asked: 'Asked for', good: 'Good', failed: 'Failed', removed: 'Removed for newer ones' },
  origins: { schedule: 'Daily', page: '{name}', commandLine: 'Command line', upgrade: 'Before an upgrade' },
  faults: {
    noPlace: 'The folder of backups was not found',
    noRoom: 'The disk is full',
    noRight: 'The folder may not be written',
    database: 'The database could not be read',
    other: 'Another reason; see the log of the server',
  },
  lastGood: 'Last good backup: {at}.',
  old: 'The last good backup is of {at}, which is too old. Please check the folder of backups and the daily backup.',
  never: 'There is no good backup yet. Ask for one now, and have a daily one set.',
  open: 'New backups are not encrypted. Have an operator set BACKUP_PASSPHRASE, and copy backups to another machine.',
  restoring: 'Restoring',
  restoringLead:
    'An operator restores a backup on the command line, into an empty folder or an empty database; never over other data:',
};
