import {
  BarChart3,
  Building2,
  FileText,
  Grid3x3,
  HelpCircle,
  LayoutDashboard,
  ListChecks,
  type LucideIcon,
  ScrollText,
  SlidersHorizontal,
  Table2,
  Users,
} from 'lucide-react';
import type { ViewName } from '@/lib/access/permissions';

export type NavKey =
  | 'workbench'
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
  { key: 'overview', href: '/', icon: LayoutDashboard, view: 'published' },
  { key: 'indicators', href: '/catalogue/indicators', icon: BarChart3, view: 'published' },
  { key: 'units', href: '/catalogue/units', icon: Building2, view: 'published' },
  { key: 'compare', href: '/dashboards/compare', icon: Grid3x3, view: 'published' },
  { key: 'sources', href: '/catalogue/sources', icon: FileText, view: 'published' },
  { key: 'help', href: '/help', icon: HelpCircle, view: 'published' },
  { key: 'users', href: '/access/users', icon: Users, view: 'users', manages: true, wide: true },
  { key: 'audit', href: '/access/audit', icon: ScrollText, view: 'audit', manages: true, wide: true },
  { key: 'settings', href: '/access/settings', icon: SlidersHorizontal, view: 'settings', manages: true, wide: true },
  { key: 'roles', href: '/access/roles', icon: Table2, view: 'account', manages: true, wide: true },
];
