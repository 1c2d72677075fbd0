import {
  Activity,
  BarChart3,
  BookCheck,
  BookUser,
  Building2,
  Calculator,
  CalendarClock,
  CalendarRange,
  ClipboardCheck,
  ClipboardCopy,
  ClipboardList,
  ClipboardPen,
  DatabaseBackup,
  FileCheck,
  FileText,
  Flag,
  Gavel,
  Grid3x3,
  HelpCircle,
  History,
  KeyRound,
  LayoutDashboard,
  LayoutPanelTop,
  ListChecks,
  ListOrdered,
  ListTodo,
  type LucideIcon,
  MapPin,
  Megaphone,
  MessagesSquare,
  MonitorPlay,
  NotebookPen,
  PencilLine,
  Scale,
  Scroll,
  ScrollText,
  ShieldCheck,
  Shuffle,
  SlidersHorizontal,
  SlidersVertical,
  Stamp,
  Table2,
  TableProperties,
  Target,
  TriangleAlert,
  Trophy,
  Users,
} from 'lucide-react';
import type { ViewName } from '@/lib/access/permissions';
import { paths } from '@/lib/paths';

export type NavKey =
  | 'workbench'
  | 'tasks'
  | 'review'
  | 'collections'
  | 'rules'
  | 'revisions'
  | 'rankings'
  | 'schemes'
  | 'runs'
  | 'ledger'
  | 'sensitivity'
  | 'targets'
  | 'ownTargets'
  | 'responsibilities'
  | 'lamps'
  | 'yearPlan'
  | 'bulletins'
  | 'reports'
  | 'lampRules'
  | 'followUps'
  | 'consequences'
  | 'consequenceRules'
  | 'registers'
  | 'taskLists'
  | 'taskTemplates'
  | 'appeals'
  | 'overview'
  | 'indicators'
  | 'units'
  | 'compare'
  | 'boards'
  | 'displays'
  | 'sources'
  | 'sequences'
  | 'annotations'
  | 'proposals'
  | 'cited'
  | 'mapping'
  | 'help'
  | 'users'
  | 'audit'
  | 'roles'
  | 'place'
  | 'settings'
  | 'clients'
  | 'backups'
  | 'state';

type Item = {
  readonly key: NavKey;
  readonly href: string;
  readonly icon: LucideIcon;
  readonly view: ViewName;
  /** Whether the room is below the line, in administration. */
  readonly manages?: true;
  /** Whether the room is left out of a telephone's menu bar; the workbench links to it. */
  readonly wide?: true;
};

/** The rooms of the product in the order of the menu; each is shown to principals who may see it. */
export const navItems: readonly Item[] = [
  { key: 'workbench', href: paths.workbench, icon: ListChecks, view: 'workbench' },
  { key: 'tasks', href: paths.tasks, icon: PencilLine, view: 'entry' },
  { key: 'review', href: paths.review, icon: ClipboardCheck, view: 'review' },
  { key: 'collections', href: paths.collections, icon: CalendarClock, view: 'collections' },
  { key: 'overview', href: paths.overview, icon: LayoutDashboard, view: 'published' },
  { key: 'rankings', href: paths.rankings, icon: Trophy, view: 'published' },
  { key: 'indicators', href: paths.indicators, icon: BarChart3, view: 'published' },
  { key: 'units', href: paths.units, icon: Building2, view: 'published' },
  { key: 'sequences', href: paths.sequences, icon: ListOrdered, view: 'published', wide: true },
  { key: 'compare', href: paths.comparison, icon: Grid3x3, view: 'published' },
  { key: 'boards', href: paths.boards, icon: LayoutPanelTop, view: 'published', wide: true },
  { key: 'sources', href: paths.sources, icon: FileText, view: 'published' },
  { key: 'annotations', href: paths.annotations, icon: Flag, view: 'published', wide: true },
  { key: 'cited', href: paths.citedFigures, icon: BookCheck, view: 'cited', wide: true },
  { key: 'mapping', href: paths.mappings, icon: TableProperties, view: 'mapping', wide: true },
  { key: 'revisions', href: paths.revisions, icon: History, view: 'published', wide: true },
  { key: 'schemes', href: paths.schemes, icon: Scale, view: 'published', wide: true },
  { key: 'sensitivity', href: paths.whatIf, icon: Shuffle, view: 'whatIf', wide: true },
  { key: 'targets', href: paths.targets, icon: Target, view: 'manageTargets', wide: true },
  { key: 'ownTargets', href: paths.ownTargets, icon: Target, view: 'ownTargets', wide: true },
  { key: 'responsibilities', href: paths.responsibilities, icon: ClipboardList, view: 'responsibilities', wide: true },
  { key: 'lamps', href: paths.lamps, icon: TriangleAlert, view: 'lamps', wide: true },
  { key: 'yearPlan', href: paths.yearPlan, icon: CalendarRange, view: 'yearPlan', wide: true },
  { key: 'bulletins', href: paths.bulletins, icon: Stamp, view: 'bulletins', wide: true },
  { key: 'reports', href: paths.reports, icon: Megaphone, view: 'reports', wide: true },
  { key: 'followUps', href: paths.followUps, icon: ListTodo, view: 'followUps', wide: true },
  { key: 'consequences', href: paths.consequences, icon: Gavel, view: 'consequences', wide: true },
  { key: 'appeals', href: paths.appeals, icon: MessagesSquare, view: 'appeals', wide: true },
  { key: 'registers', href: paths.registers, icon: BookUser, view: 'registers', wide: true },
  { key: 'taskLists', href: paths.taskLists, icon: ClipboardPen, view: 'taskLists', wide: true },
  { key: 'help', href: paths.help, icon: HelpCircle, view: 'published' },
  { key: 'rules', href: paths.rules, icon: ShieldCheck, view: 'rules', manages: true, wide: true },
  { key: 'lampRules', href: paths.lampRules, icon: SlidersVertical, view: 'lampRules', manages: true, wide: true },
  {
    key: 'consequenceRules',
    href: paths.consequenceRules,
    icon: Scroll,
    view: 'consequenceRules',
    manages: true,
    wide: true,
  },
  {
    key: 'taskTemplates',
    href: paths.taskTemplates,
    icon: ClipboardCopy,
    view: 'taskTemplates',
    manages: true,
    wide: true,
  },
  { key: 'runs', href: paths.runs, icon: Calculator, view: 'runs', manages: true, wide: true },
  { key: 'ledger', href: paths.ledger, icon: NotebookPen, view: 'ledger', manages: true, wide: true },
  { key: 'place', href: paths.place, icon: MapPin, view: 'managePlace', manages: true, wide: true },
  { key: 'proposals', href: paths.proposals, icon: FileCheck, view: 'proposals', manages: true, wide: true },
  { key: 'users', href: paths.users, icon: Users, view: 'users', manages: true, wide: true },
  { key: 'audit', href: paths.audit, icon: ScrollText, view: 'audit', manages: true, wide: true },
  { key: 'settings', href: paths.settings, icon: SlidersHorizontal, view: 'settings', manages: true, wide: true },
  { key: 'displays', href: paths.displays, icon: MonitorPlay, view: 'displays', manages: true, wide: true },
  { key: 'clients', href: paths.clients, icon: KeyRound, view: 'clients', manages: true, wide: true },
  { key: 'backups', href: paths.backups, icon: DatabaseBackup, view: 'backups', manages: true, wide: true },
  { key: 'state', href: paths.state, icon: Activity, view: 'state', manages: true, wide: true },
  { key: 'roles', href: paths.roles, icon: Table2, view: 'account', manages: true, wide: true },
];
