import { access } from '@/lib/i18n/en/access';
import { audit } from '@/lib/i18n/en/audit';
import { charts } from '@/lib/i18n/en/charts';
import { compare } from '@/lib/i18n/en/compare';
import { errors } from '@/lib/i18n/en/errors';
import { fields } from '@/lib/i18n/en/fields';
import { figures } from '@/lib/i18n/en/figures';
import { help } from '@/lib/i18n/en/help';
import { indicators } from '@/lib/i18n/en/indicators';
import { overview } from '@/lib/i18n/en/overview';
import { search } from '@/lib/i18n/en/search';
import { settings } from '@/lib/i18n/en/settings';
import { shell } from '@/lib/i18n/en/shell';
import { sources } from '@/lib/i18n/en/sources';
import { states } from '@/lib/i18n/en/states';
import { tables } from '@/lib/i18n/en/tables';
import { units } from '@/lib/i18n/en/units';
import { upload } from '@/lib/i18n/en/upload';

/** Every message of the product in this language, a key for each room. */
export const en = {
  shell,
  figures,
  tables,
  charts,
  overview,
  indicators,
  units,
  compare,
  sources,
  search,
  help,
  states,
  access,
  audit,
  settings,
  errors,
  fields,
  upload,
};
