import type { Words } from '@/lib/i18n/words';
import type { fields as shape } from '@/lib/i18n/zh-CN/fields';

export const fields: Words<typeof shape> = {
  username: 'Username',
  password: 'Password',
  repeated: 'Once more',
  present: 'Present password',
  code: 'Code',
  name: 'Name',
  role: 'Role',
  unitCode: 'Unit',
  department: 'Department',
};
