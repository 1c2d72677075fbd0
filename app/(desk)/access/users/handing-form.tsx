'use client';

import type { ReactNode } from 'react';
import { type Asks, CommandForm } from '@/app/ui/forms/command-form';
import type { FormAction } from '@/app/ui/forms/form-state';
import type { HandedOver } from '@/lib/access/users/words';
import { HandedOverSecret, type HandedWords } from './handed-over';

/** A form whose command returns an initial secret, which then replaces the form. */
export function HandingForm(props: {
  action: FormAction<HandedOver>;
  submit: string;
  tone?: 'primary' | 'outline' | 'danger';
  refusedTitle: string;
  hidden?: Readonly<Record<string, string | number>>;
  asks?: Asks;
  className?: string;
  words: HandedWords;
  children?: ReactNode;
}) {
  const { words, ...form } = props;
  return <CommandForm {...form} done={(handed) => <HandedOverSecret handed={handed} words={words} />} />;
}
