import { access } from '@/lib/i18n/zh-CN/access';
import { annotations } from '@/lib/i18n/zh-CN/annotations';
import { api } from '@/lib/i18n/zh-CN/api';
import { appeals } from '@/lib/i18n/zh-CN/appeals';
import { assessedAll } from '@/lib/i18n/zh-CN/assessed-all';
import { audit } from '@/lib/i18n/zh-CN/audit';
import { backups } from '@/lib/i18n/zh-CN/backups';
import { boards } from '@/lib/i18n/zh-CN/boards';
import { bulletins } from '@/lib/i18n/zh-CN/bulletins';
import { catalogue } from '@/lib/i18n/zh-CN/catalogue';
import { charts } from '@/lib/i18n/zh-CN/charts';
import { checks } from '@/lib/i18n/zh-CN/checks';
import { cited } from '@/lib/i18n/zh-CN/cited';
import { clients } from '@/lib/i18n/zh-CN/clients';
import { collections } from '@/lib/i18n/zh-CN/collections';
import { compare } from '@/lib/i18n/zh-CN/compare';
import { consequences } from '@/lib/i18n/zh-CN/consequences';
import { derived } from '@/lib/i18n/zh-CN/derived';
import { displays } from '@/lib/i18n/zh-CN/displays';
import { documents } from '@/lib/i18n/zh-CN/documents';
import { entry } from '@/lib/i18n/zh-CN/entry';
import { errors } from '@/lib/i18n/zh-CN/errors';
import { explanation } from '@/lib/i18n/zh-CN/explanation';
import { fields } from '@/lib/i18n/zh-CN/fields';
import { figures } from '@/lib/i18n/zh-CN/figures';
import { followUps } from '@/lib/i18n/zh-CN/follow-ups';
import { formFields } from '@/lib/i18n/zh-CN/form-fields';
import { groups } from '@/lib/i18n/zh-CN/groups';
import { help } from '@/lib/i18n/zh-CN/help';
import { imports } from '@/lib/i18n/zh-CN/imports';
import { indicators } from '@/lib/i18n/zh-CN/indicators';
import { lamps } from '@/lib/i18n/zh-CN/lamps';
import { leading } from '@/lib/i18n/zh-CN/leading';
import { ledger } from '@/lib/i18n/zh-CN/ledger';
import { mapping } from '@/lib/i18n/zh-CN/mapping';
import { methods } from '@/lib/i18n/zh-CN/methods';
import { notes } from '@/lib/i18n/zh-CN/notes';
import { notices } from '@/lib/i18n/zh-CN/notices';
import { overview } from '@/lib/i18n/zh-CN/overview';
import { place } from '@/lib/i18n/zh-CN/place';
import { proposals } from '@/lib/i18n/zh-CN/proposals';
import { rankings } from '@/lib/i18n/zh-CN/rankings';
import { registers } from '@/lib/i18n/zh-CN/registers';
import { reporting } from '@/lib/i18n/zh-CN/reporting';
import { reports } from '@/lib/i18n/zh-CN/reports';
import { review } from '@/lib/i18n/zh-CN/review';
import { revisions } from '@/lib/i18n/zh-CN/revisions';
import { rules } from '@/lib/i18n/zh-CN/rules';
import { runs } from '@/lib/i18n/zh-CN/runs';
import { schemes } from '@/lib/i18n/zh-CN/schemes';
import { search } from '@/lib/i18n/zh-CN/search';
import { sensitivity } from '@/lib/i18n/zh-CN/sensitivity';
import { settings } from '@/lib/i18n/zh-CN/settings';
import { shell } from '@/lib/i18n/zh-CN/shell';
import { sources } from '@/lib/i18n/zh-CN/sources';
import { state } from '@/lib/i18n/zh-CN/state';
import { states } from '@/lib/i18n/zh-CN/states';
import { tables } from '@/lib/i18n/zh-CN/tables';
import { targets } from '@/lib/i18n/zh-CN/targets';
import { taskLists } from '@/lib/i18n/zh-CN/task-lists';
import { tokens } from '@/lib/i18n/zh-CN/tokens';
import { unitDesk } from '@/lib/i18n/zh-CN/unit-desk';
import { units } from '@/lib/i18n/zh-CN/units';
import { upload } from '@/lib/i18n/zh-CN/upload';
import { workbook } from '@/lib/i18n/zh-CN/workbook';
import { yearPlan } from '@/lib/i18n/zh-CN/year-plan';

/** Every message of the product in this language, a key for each room. */
export const zhCN = {
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
