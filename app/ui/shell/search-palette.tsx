'use client';

export function SearchPalette(_props: { open: boolean; onOpenChange: (open: boolean) => void; locale: string }) {
  return null;
}
