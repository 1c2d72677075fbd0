'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { useTheme } from 'next-themes';
import { useSyncExternalStore } from 'react';

const order = ['system', 'light', 'dark'] as const;
const icons = { system: Monitor, light: Sun, dark: Moon };
const never = () => () => {};

/** A button that cycles through 跟随系统, 浅色, 深色. */
export function ThemeSwitch({ words }: { words: Record<(typeof order)[number] | 'theme', string> }) {
  const { theme, setTheme } = useTheme();
  const drawn = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const now = (drawn && order.find((name) => name === theme)) || 'system';
  const Icon = icons[now];
  const next = order[(order.indexOf(now) + 1) % order.length] ?? 'system';
  return (
    <button
      type="button"
      onClick={() => setTheme(next)}
      title={`${words.theme} · ${words[now]}`}
      aria-label={`${words.theme}: ${words[now]}`}
      className="flex size-9 items-center justify-center rounded-md text-ink-2 hover:bg-hover hover:text-ink max-md:size-11"
    >
      <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
    </button>
  );
}
