import { access } from '@/lib/i18n/en/access';
import { annotations } from '@/lib/i18n/en/annotations';
import { api } from '@/lib/i18n/en/api';
import { appeals } from '@/lib/i18n/en/appeals';
import { assessedAll } from '@/lib/i18n/en/assessed-all';
import { audit } from '@/lib/i18n/en/audit';
import { backups } from '@/lib/i18n/en/backups';
import { boards } from '@/lib/i18n/en/boards';
import { bulletins } from '@/lib/i18n/en/bulletins';
import { catalogue } from '@/lib/i18n/en/catalogue';
import { charts } from '@/lib/i18n/en/charts';
import { checks } from '@/lib/i18n/en/checks';
import { cited } from '@/lib/i18n/en/cited';
import { clients } from '@/lib/i18n/en/clients';
import { collections } from '@/lib/i18n/en/collections';
import { compare } from '@/lib/i18n/en/compare';
import { consequences } from '@/lib/i18n/en/consequences';
import { derived } from '@/lib/i18n/en/derived';
import { displays } from '@/lib/i18n/en/displays';
import { documents } from '@/lib/i18n/en/documents';
import { entry } from '@/lib/i18n/en/entry';
import { errors } from '@/lib/i18n/en/errors';
import { explanation } from '@/lib/i18n/en/explanation';
import { fields } from '@/lib/i18n/en/fields';
import { figures } from '@/lib/i18n/en/figures';
import { followUps } from '@/lib/i18n/en/follow-ups';
import { formFields } from '@/lib/i18n/en/form-fields';
import { groups } from '@/lib/i18n/en/groups';
import { help } from '@/lib/i18n/en/help';
import { imports } from '@/lib/i18n/en/imports';
import { indicators } from '@/lib/i18n/en/indicators';
import { lamps } from '@/lib/i18n/en/lamps';
import { leading } from '@/lib/i18n/en/leading';
import { ledger } from '@/lib/i18n/en/ledger';
import { mapping } from '@/lib/i18n/en/mapping';
import { methods } from '@/lib/i18n/en/methods';
import { notes } from '@/lib/i18n/en/notes';
import { notices } from '@/lib/i18n/en/notices';
import { overview } from '@/lib/i18n/en/overview';
import { place } from '@/lib/i18n/en/place';
import { proposals } from '@/lib/i18n/en/proposals';
import { rankings } from '@/lib/i18n/en/rankings';
import { registers } from '@/lib/i18n/en/registers';
import { reporting } from '@/lib/i18n/en/reporting';
import { reports } from '@/lib/i18n/en/reports';
import { review } from '@/lib/i18n/en/review';
import { revisions } from '@/lib/i18n/en/revisions';
import { rules } from '@/lib/i18n/en/rules';
import { runs } from '@/lib/i18n/en/runs';
import { schemes } from '@/lib/i18n/en/schemes';
import { search } from '@/lib/i18n/en/search';
import { sensitivity } from '@/lib/i18n/en/sensitivity';
import { settings } from '@/lib/i18n/en/settings';
import { shell } from '@/lib/i18n/en/shell';
import { sources } from '@/lib/i18n/en/sources';
import { state } from '@/lib/i18n/en/state';
import { states } from '@/lib/i18n/en/states';
import { tables } from '@/lib/i18n/en/tables';
import { targets } from '@/lib/i18n/en/targets';
import { taskLists } from '@/lib/i18n/en/task-lists';
import { tokens } from '@/lib/i18n/en/tokens';
import { unitDesk } from '@/lib/i18n/en/unit-desk';
import { units } from '@/lib/i18n/en/units';
import { upload } from '@/lib/i18n/en/upload';
import { workbook } from '@/lib/i18n/en/workbook';
import { yearPlan } from '@/lib/i18n/en/year-plan';

/** Every message of the product in this language, a key for each room. */
export const en = {
  shell,
  figures,
  tables,
  charts,
  overview,
  indicators,
  catalogue,
  units,
  annotations,
  place,
  derived,
  compare,
  sources,
  documents,
  cited,
  search,
  help,
  states,
  access,
  audit,
  settings,
  reporting,
  backups,
  state,
  clients,
  collections,
  entry,
  checks,
  rules,
  imports,
  mapping,
  review,
  revisions,
  schemes,
  methods,
  runs,
  ledger,
  rankings,
  explanation,
  sensitivity,
  targets,
  tokens,
  lamps,
  leading,
  yearPlan,
  reports,
  followUps,
  consequences,
  taskLists,
  boards,
  displays,
  bulletins,
  registers,
  api,
  appeals,
  notes,
  notices,
  errors,
  fields,
  formFields,
  upload,
  proposals,
  unitDesk,
  groups,
  assessedAll,
  workbook,
};
