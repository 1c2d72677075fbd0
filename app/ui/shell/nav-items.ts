import {
  BarChart3,
  Building2,
  Calculator,
  CalendarClock,
  ClipboardCheck,
  FileText,
  Grid3x3,
  HelpCircle,
  History,
  LayoutDashboard,
  ListChecks,
  type LucideIcon,
  NotebookPen,
  PencilLine,
  Scale,
  ScrollText,
  ShieldCheck,
  Shuffle,
  SlidersHorizontal,
  Table2,
  Trophy,
  Users,
} from 'lucide-react';
import type { ViewName } from '@/lib/access/permissions';

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
  | 'overview'
  | 'indicators'
  | 'units'
  | 'compare'
  | 'sources'
  | 'help'
  | 'users'
  | 'audit'
  | 'roles'
  | 'settings';

type Item = {
  readonly key: NavKey;
  readonly href: string;
  readonly icon: LucideIcon;
  readonly view: ViewName;
  /** Under the line: what is for administration. */
  readonly manages?: true;
  /** Not in the bar of a telephone, where few have room; the workbench leads there. */
  readonly wide?: true;
};

/** The rooms of the product in the order of the menu; each is shown to those who may see it. */
export const navItems: readonly Item[] = [
  { key: 'workbench', href: '/workbench', icon: ListChecks, view: 'workbench' },
  { key: 'tasks', href: '/reporting/tasks', icon: PencilLine, view: 'entry' },
  { key: 'review', href: '/reporting/review', icon: ClipboardCheck, view: 'review' },
  { key: 'collections', href: '/reporting/collections', icon: CalendarClock, view: 'collections' },
  { key: 'overview', href: '/', icon: LayoutDashboard, view: 'published' },
  { key: 'rankings', href: '/assessment/rankings', icon: Trophy, view: 'published' },
  { key: 'indicators', href: '/catalogue/indicators', icon: BarChart3, view: 'published' },
  { key: 'units', href: '/catalogue/units', icon: Building2, view: 'published' },
  { key: 'compare', href: '/dashboards/compare', icon: Grid3x3, view: 'published' },
  { key: 'sources', href: '/catalogue/sources', icon: FileText, view: 'published' },
  { key: 'revisions', href: '/reporting/revisions', icon: History, view: 'published', wide: true },
  { key: 'schemes', href: '/assessment/schemes', icon: Scale, view: 'published', wide: true },
  { key: 'sensitivity', href: '/assessment/sensitivity/what-if', icon: Shuffle, view: 'whatIf', wide: true },
  { key: 'help', href: '/help', icon: HelpCircle, view: 'published' },
  { key: 'rules', href: '/reporting/rules', icon: ShieldCheck, view: 'rules', manages: true, wide: true },
  { key: 'runs', href: '/assessment/runs', icon: Calculator, view: 'runs', manages: true, wide: true },
  { key: 'ledger', href: '/assessment/ledger', icon: NotebookPen, view: 'ledger', manages: true, wide: true },
  { key: 'users', href: '/access/users', icon: Users, view: 'users', manages: true, wide: true },
  { key: 'audit', href: '/access/audit', icon: ScrollText, view: 'audit', manages: true, wide: true },
  { key: 'settings', href: '/access/settings', icon: SlidersHorizontal, view: 'settings', manages: true, wide: true },
  { key: 'roles', href: '/access/roles', icon: Table2, view: 'account', manages: true, wide: true },
];
