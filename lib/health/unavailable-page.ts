import { unavailableWords } from '@/lib/health/words';
import { chosenLocale } from '@/lib/i18n/chosen-locale';
import { errors as en } from '@/lib/i18n/en/errors';
import type { Locale } from '@/lib/i18n/words';
import { errors as zhCN } from '@/lib/i18n/zh-CN/errors';
import { paths } from '@/lib/paths';

/** Seconds after which a reader or a program should ask again. */
export const retryAfter = 5;

const sentences: Record<Locale, string> = { 'zh-CN': zhCN.database, en: en.database };

/** The answer to a script while the database is unavailable. */
export function unavailableSentence(cookieLocale: string | undefined): string {
  return sentences[chosenLocale(cookieLocale)];
}

/**
 * The page for an unavailable database: complete in itself, since no other file may be available. It asks every two
 * seconds whether the product is ready and then loads the requested page; without scripts it reloads by itself.
 */
export function unavailablePage(cookieLocale: string | undefined, nonce: string): string {
  const locale = chosenLocale(cookieLocale);
  const words = unavailableWords[locale];
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<noscript><meta http-equiv="refresh" content="${retryAfter}"></noscript>
<title>${words.title} · ${words.brand}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<main>
<p class="brand"><span aria-hidden="true"></span>${words.brand}</p>
<h1>${words.title}</h1>
<p role="status">${words.text}</p>
<p><a href="">${words.retry}</a></p>
</main>
<script nonce="${nonce}">${script}</script>
</body>
</html>
`;
}

const style = `
:root{color-scheme:light dark;--paper:#fafaf7;--rule:#e3e5e1;--ink:#16212b;--ink-2:#55626e;--sea:#0f4c75;--vermilion:#b23a2e}
@media (prefers-color-scheme:dark){:root{--paper:#10171d;--rule:#26323c;--ink:#e8ecee;--ink-2:#9aa7b2;--sea:#6db3de}}
*{margin:0;box-sizing:border-box}
body{min-height:100vh;display:grid;place-items:center;padding:24px;background:var(--paper);color:var(--ink);
font:16px/1.75 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",system-ui,sans-serif}
main{max-width:34rem;width:100%;border-top:1px solid var(--rule);padding-top:24px;display:grid;gap:16px}
.brand{font-weight:600;display:flex;align-items:center;gap:10px}
.brand span{width:4px;height:20px;background:var(--vermilion);transform:rotate(24deg)}
h1{font-size:24px;line-height:1.4;font-weight:600}
p{color:var(--ink-2)}
.brand{color:var(--ink)}
a{color:var(--sea);text-underline-offset:4px}
`;

const script = `
setInterval(function(){fetch('${paths.readiness}',{cache:'no-store'}).then(function(r){if(r.ok)location.reload()}).catch(function(){})},2000)
`;
