import { isDeep } from '@/lib/testing/many';

/** Texts that would run as scripts if a page did not escape them. */
export const scripts: readonly string[] = [
  '<script>alert(1)</script>',
  '"><script>alert(1)</script>',
  "'><img src=x onerror=alert(1)>",
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg/onload=alert(1)>',
  '<body onload=alert(1)>',
  '<iframe src="javascript:alert(1)">',
  '<a href="javascript:alert(1)">x</a>',
  '<details open ontoggle=alert(1)>',
  '<input autofocus onfocus=alert(1)>',
  '<video><source onerror=alert(1)></video>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '</title><script>alert(1)</script>',
  '</textarea><script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '<!--<script>alert(1)//-->',
  '<style>@import "//evil.example/x.css"</style>',
  '<link rel=stylesheet href=//evil.example/x.css>',
  '<meta http-equiv=refresh content="0;url=//evil.example">',
  '<base href=//evil.example/>',
  '<object data="javascript:alert(1)">',
  '<embed src="javascript:alert(1)">',
  '<form action="javascript:alert(1)"><button autofocus>x',
  '{{constructor.constructor("alert(1)")()}}',
  '[click](javascript:alert(1))',
  'javascript:alert(1)',
  '\u2028</script><script>alert(1)</script>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '%3Cscript%3Ealert(1)%3C/script%3E',
  '＜script＞alert(1)＜/script＞',
  '<ScRiPt>alert(1)</sCrIpT>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '"onmouseover="alert(1)',
  "' onfocus='alert(1)' autofocus='",
  '` onerror=`alert(1)',
  '<template><script>alert(1)</script></template>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '"};alert(1);//',
  '\u202E<script>alert(1)</script>',
];

/**
 * The texts in groups of `size` per field, with the pages that show each group: a fifth of `pages` in turn, so that
 * each page shows some and each text is on some pages; in the deep run all.
 */
export function scriptsOn<Visit>(
  pages: readonly Visit[],
  size: number,
): readonly { readonly text: string; readonly shown: readonly Visit[] }[] {
  return Array.from({ length: Math.ceil(scripts.length / size) }, (_, group) => ({
    text: scripts.slice(group * size, (group + 1) * size).join(' '),
    shown: pages.filter((_page, at) => isDeep || (at + group) % 5 === 0),
  }));
}
