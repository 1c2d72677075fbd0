import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import { ThemeProvider } from 'next-themes';
import type { ReactNode } from 'react';
import { currentLocale } from '@/app/server/locale';
import { WebFont } from '@/app/ui/shell/web-font';
import { translator } from '@/lib/i18n/translator';
import './globals.css';

export async function generateMetadata(): Promise<Metadata> {
  const t = translator(await currentLocale(), 'shell');
  return { title: { default: t('product'), template: `%s · ${t('product')}` }, description: t('description') };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fafaf7' },
    { media: '(prefers-color-scheme: dark)', color: '#10171d' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce');
  return (
    <html lang={await currentLocale()} suppressHydrationWarning>
      <body>
        <ThemeProvider
          attribute="class"
          defaultTheme="system"
          enableSystem
          disableTransitionOnChange
          {...(nonce && { nonce })}
        >
          {children}
        </ThemeProvider>
        <WebFont />
      </body>
    </html>
  );
}
