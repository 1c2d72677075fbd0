import { BarChart3, Building2, FileText, Grid3x3, HelpCircle, LayoutDashboard, type LucideIcon } from 'lucide-react';

type Item = {
  key: 'overview' | 'indicators' | 'units' | 'compare' | 'sources' | 'help';
  href: string;
  icon: LucideIcon;
};

/** The rooms of the product in the order of the menu. */
export const navItems: readonly Item[] = [
  { key: 'overview', href: '/', icon: LayoutDashboard },
  { key: 'indicators', href: '/catalogue/indicators', icon: BarChart3 },
  { key: 'units', href: '/catalogue/units', icon: Building2 },
  { key: 'compare', href: '/dashboards/compare', icon: Grid3x3 },
  { key: 'sources', href: '/catalogue/sources', icon: FileText },
  { key: 'help', href: '/help', icon: HelpCircle },
];
