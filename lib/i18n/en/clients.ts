import type { Words } from '@/lib/i18n/words';
import type { clients as shape } from '@/lib/i18n/zh-CN/clients';

export const clients: Words<typeof shape> = {
  title: 'API tokens',
  lead: 'Other systems read data by a token. A token sees no more than its role sees on screen, and changes nothing, unless it is given to write figures.',
  reference: 'API reference',
  none: 'No tokens yet',
  noneReason:
    'Published data are read without a token. Make one below to read more, or to count the requests of a system apart.',
  caption: 'API tokens',
  name: 'Name of the program',
  role: 'Reads as',
  scope: 'Rights',
  scopes: { read: 'Reads', write: 'Reads and writes figures' },
  unit: 'Only this unit',
  everyUnit: 'Any unit',
  host: 'Told of changes',
  nowhere: 'No',
  webhookHint:
    'An https address, or none. It is told when there are new figures: since when and where to read them, never a figure.',
  create: 'New token',
  createLead: 'A token is shown once, when it is made.',
  createSubmit: 'Make the token',
  roleHint:
    'Visitor: published data only. Reporter: name a unit; reads that unit and those below it. Leader, auditor and assessment office: what they see on screen.',
  scopeHint:
    'A token of a reporter may write into the drafts of its unit, which people check and submit; one of the assessment office cites figures, which another person confirms.',
  unitHint: 'With a unit, only data of it and of those below it are read.',
  handed: 'The token is made',
  handedLead: 'It is shown only now, and cannot be seen again. Copy it and hand it to the system that uses it.',
  token: 'Token',
  revokeHint: 'It stops working at once, and for good.',
  revoked: 'The token is revoked and works no more.',
  refused: {
    moved: 'This token was revoked, or has just changed. Please reload the page and look again.',
    notAnAddress: '“{field}” must be one https address without a user and without #.',
    roleReads: 'A token of this role only reads. Choose “{field}” again, or another role.',
    unitMissing: 'A token of a reporter needs “{field}”.',
    dayOver: '“{field}” is over. Please choose today or a later day.',
    dayFar: '“{field}” is too far off; one year is the most.',
  },
};
