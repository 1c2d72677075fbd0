const padding = 24;
const gap = 12;
const svgSpace = 'http://www.w3.org/2000/svg';

/** What a drawing takes from the style sheet of the page. All but `opacity` pass from a group to what is in it. */
const copied = [
  ...['color', 'fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray'],
  ...['stroke-linecap', 'stroke-linejoin', 'paint-order', 'opacity', 'visibility'],
  ...['font-family', 'font-size', 'font-weight', 'font-variant-numeric', 'text-anchor'],
];

/** What only the page needs: its styles, its keys and its names for assistive programs, which the file has of its own. */
const dropped = new Set(['class', 'style', 'tabindex', 'role', 'dominant-baseline', ...copied]);

/** The part of a letter's size from the base line to its middle. */
const middle = 0.36;

/** Control characters but for the ends of lines: XML may not contain them, and no font draws them. */
const forbidden = /[^\P{Cc}\n]/gu;

type Line = { readonly text: string; readonly font: Font; readonly height: number };
type Font = { readonly size: number; readonly weight: string; readonly family: string; readonly colour: string };

/** A chart as a file of its own; `svg` is its text, the sizes are in CSS pixels. */
export type Sheet = { readonly svg: string; readonly width: number; readonly height: number };

/**
 * A chart with its title, unit, source and notes as one drawing that needs no page: every style resolved, fonts by the
 * names of their families, texts as texts. It is in the light theme, whatever theme is on the screen.
 */
export function sheetOf(figure: HTMLElement): Sheet {
  const chart = figure.querySelector<SVGSVGElement>('[data-chart=drawn] svg');
  if (!chart) throw new Error('the chart is not drawn');
  return onLightPaper(() => {
    const [inner, drawn] = [chart.width.baseVal.value, chart.height.baseVal.value];
    const lines = (selector: string) => linesIn(figure, selector).flatMap((line) => wrapped(line, inner));
    const [head, foot] = [lines('[data-part=title], [data-part=subtitle]'), lines('[data-part=foot]')];
    const chartTop = padding + heightOf(head) + gap;
    const footTop = chartTop + drawn + gap;
    const [width, height] = [inner + 2 * padding, footTop + heightOf(foot) + padding];
    const paper = getComputedStyle(figure).getPropertyValue('--card').trim() || 'white';
    const drawing = standAlone(chart);
    place(drawing, { x: padding, y: chartTop, width: inner, height: drawn, overflow: 'visible' });
    const sheet = element('svg', { width, height, viewBox: `0 0 ${width} ${height}` });
    const { lang } = document.documentElement;
    if (lang) sheet.setAttribute('lang', lang);
    sheet.append(
      named('title', partsIn(figure, '[data-part=title], [data-part=subtitle]').join(' · ')),
      named('desc', [chart.getAttribute('aria-label') ?? '', ...partsIn(figure, '[data-part=foot]')].join('\n').trim()),
      element('rect', { width, height, fill: paper }),
      ...written(head, padding),
      drawing,
      ...written(foot, footTop),
    );
    return { svg: new XMLSerializer().serializeToString(sheet).replace(forbidden, ''), width, height };
  });
}

/** Reads styles in the light theme. The function is synchronous, so nothing is painted meanwhile. */
function onLightPaper<T>(read: () => T): T {
  const { classList } = document.documentElement;
  const dark = classList.contains('dark');
  if (dark) classList.remove('dark');
  try {
    return read();
  } finally {
    if (dark) classList.add('dark');
  }
}

/** The drawing with every style inlined, where it differs from that of the group around it. */
function standAlone(chart: SVGSVGElement): SVGSVGElement {
  const clone = chart.cloneNode(true) as SVGSVGElement;
  const originals = [chart, ...chart.querySelectorAll('*')];
  const clones = [clone, ...clone.querySelectorAll('*')];
  // A cursor shows where the pointer is; the names of the drawing are those of the file.
  const left = new Set(clone.querySelectorAll('.recharts-tooltip-cursor, title, desc, script'));
  originals.forEach((original, at) => {
    const copy = clones[at];
    if (!copy) return;
    const style = getComputedStyle(original);
    if (original !== chart && style.display === 'none') left.add(copy);
    const around = original === chart ? null : getComputedStyle(original.parentElement ?? chart);
    const own = copied
      .map((name) => [name, style.getPropertyValue(name)] as const)
      .filter(([name, value]) => (name === 'opacity' ? value !== '1' : value !== around?.getPropertyValue(name)));
    for (const { name } of [...copy.attributes]) {
      if (dropped.has(name) || /^(data|aria)-/.test(name)) copy.removeAttribute(name);
    }
    if (own.length > 0) copy.setAttribute('style', own.map(([name, value]) => `${name}:${value}`).join(';'));
    if (original instanceof SVGTextElement && ['central', 'middle'].includes(style.dominantBaseline)) {
      // Word processors know no other base line than that of the letters.
      if (!copy.hasAttribute('dy')) copy.setAttribute('dy', `${round(Number.parseFloat(style.fontSize) * middle)}`);
    }
  });
  for (const copy of left) copy.remove();
  return clone;
}

function linesIn(figure: HTMLElement, selector: string): Line[] {
  return [...figure.querySelectorAll<HTMLElement>(selector)].map((part) => {
    const { fontWeight, fontSize, fontFamily, color, lineHeight } = getComputedStyle(part);
    const size = Number.parseFloat(fontSize);
    const font = { size, weight: fontWeight, family: fontFamily, colour: color };
    return { text: textOf(part), font, height: Number.parseFloat(lineHeight) || size * 1.5 };
  });
}

/** Breaks a line to the width: between words in Latin, between characters in Chinese. */
function wrapped(line: Line, width: number): Line[] {
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) throw new Error('the browser has no canvas');
  pen.font = `${line.font.weight} ${line.font.size}px ${line.font.family}`;
  const rows: string[] = [];
  let row = '';
  for (const piece of line.text.match(/[\u2e80-\uffef]|[^\u2e80-\uffef\s]+\s*|\s+/g) ?? []) {
    if (row && pen.measureText(row + piece).width > width) {
      rows.push(row);
      row = piece.trimStart();
    } else row += piece;
  }
  return [...rows, row].filter(Boolean).map((text) => ({ ...line, text }));
}

/** The lines as texts, the first at `top`. */
function written(lines: readonly Line[], top: number): SVGElement[] {
  return lines.map(({ text, font, height }, at) => {
    const y = round(top + heightOf(lines.slice(0, at)) + height / 2 + font.size * middle);
    const look = { 'font-family': font.family, 'font-size': font.size, 'font-weight': font.weight, fill: font.colour };
    return named('text', text, { x: padding, y, ...look });
  });
}

const heightOf = (lines: readonly Line[]) => lines.reduce((sum, { height }) => sum + height, 0);
const round = (length: number) => Math.round(length * 100) / 100;
const textOf = (part: Element) => (part.textContent ?? '').replace(/\s+/g, ' ').trim();
const partsIn = (figure: HTMLElement, selector: string) => [...figure.querySelectorAll(selector)].map(textOf);

function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(svgSpace, name);
  place(made, attributes);
  return made;
}

function named(name: string, text: string, attributes: Record<string, string | number> = {}): SVGElement {
  const made = element(name, attributes);
  made.textContent = text;
  return made;
}

function place(made: Element, attributes: Record<string, string | number>) {
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, `${value}`);
}
